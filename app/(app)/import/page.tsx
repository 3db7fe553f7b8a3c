import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StartScreen } from "@/components/imports/start-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { describeImport } from "@/lib/imports/queries";

export const metadata: Metadata = { title: "Nhập từ Excel" };

export default async function ImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const { unit, set, period, contextBar } = await loadPageContext(session, await searchParams, {
    levels: ["province", "district", "commune", "village"],
    act: "unit.view",
  });
  const start = set ? await describeImport(session, unit, set, period) : null;
  if (set && !start) notFound();
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {set && start ? (
          <StartScreen
            unitLabel={unit.label}
            setTitle={set.shortTitle}
            period={period}
            query={contextBar.query}
            isMany={start.isMany}
            refusal={start.refusal}
            isIllustrative={contextBar.isIllustrative}
            entryHref={start.isMany ? null : `/entry/${unit.code}/${set.code}/${period}`}
          />
        ) : (
          <EmptyState title="Chưa theo bộ tiêu chí nào" as="h1">
            <p>{unit.label} chưa đăng ký bộ tiêu chí nào, nên chưa có phiếu để nhập.</p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
