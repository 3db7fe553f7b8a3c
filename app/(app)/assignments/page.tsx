import type { Metadata } from "next";
import { AssignmentScreen } from "@/components/assignments/assignment-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Main } from "@/components/ui/main";
import { listOfficials, loadAssignments } from "@/lib/assignments/queries";
import { authorizeUnit } from "@/lib/auth/authorize";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Phân công phụ trách" };

export default async function AssignmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const { unit, set, contextBar } = await loadPageContext(session, await searchParams, {
    levels: ["commune"],
    act: "unit.view",
  });
  const day = today();
  const [criteria, officials, editable] = await Promise.all([
    set ? loadAssignments(unit.id, set.id, day) : [],
    listOfficials(unit.id),
    authorizeUnit(session, unit.code, "assignment.edit"),
  ]);
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {set ? (
          <AssignmentScreen
            unit={{ code: unit.code, label: unit.label }}
            set={{ code: set.code, shortTitle: set.shortTitle }}
            criteria={criteria}
            officials={officials}
            canEdit={editable !== null}
            today={day}
          />
        ) : (
          <EmptyState as="h1" title="Chưa theo bộ tiêu chí nào">
            <p>Xã chưa đăng ký bộ tiêu chí nên chưa có gì để phân công.</p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
