import type { Metadata } from "next";
import { DeadlineScreen } from "@/components/deadlines/deadline-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Main } from "@/components/ui/main";
import { listUnitsInReach } from "@/lib/auth/authorize";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { listFollowers, loadDeadlines } from "@/lib/deadlines/queries";
import { periodOfDate } from "@/lib/numbers/periods";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Hạn gửi phiếu" };

export default async function DeadlinesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const { set, period, contextBar } = await loadPageContext(session, await searchParams, {
    levels: ["province", "district", "commune"],
    act: "unit.view",
  });
  const day = today();
  const canManage = can(session.role, "deadline.manage");
  const reach = await listUnitsInReach(session, "unit.view");
  const [deadlines, units] = await Promise.all([
    set ? loadDeadlines(set.id, periodOfDate(day), reach) : [],
    set && canManage ? listFollowers(set.id) : [],
  ]);
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {set ? (
          <DeadlineScreen
            set={{ code: set.code, shortTitle: set.shortTitle }}
            deadlines={deadlines}
            units={units}
            canManage={canManage}
            period={period}
            today={day}
          />
        ) : (
          <EmptyState as="h1" title="Chưa theo bộ tiêu chí nào">
            <p>Chọn một đơn vị có bộ tiêu chí ở thanh trên cùng để xem hạn gửi phiếu.</p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
