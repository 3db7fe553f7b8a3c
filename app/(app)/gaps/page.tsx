import type { Metadata } from "next";
import { GapScreen } from "@/components/gaps/gap-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { loadGaps } from "@/lib/gaps/queries";
import { gapFilterSchema } from "@/lib/gaps/schema";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Khoảng cách" };

export default async function GapsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const query = await searchParams;
  const { unit, set, period, contextBar } = await loadPageContext(session, query, {
    levels: ["province", "district", "commune"],
    act: "unit.view",
  });
  const filter = gapFilterSchema.parse(query);
  const day = today();
  const list = set ? await loadGaps({ unitId: unit.id, set, period, today: day }, filter) : null;
  return (
    <>
      <ContextBar model={contextBar} />
      <Main className="print-landscape">
        {set && list ? (
          <GapScreen
            unit={unit}
            set={set}
            period={period}
            today={day}
            list={list}
            filter={filter}
            units={contextBar.unit.options}
          />
        ) : (
          <EmptyState as="h1" title={`${unit.label} chưa theo bộ tiêu chí nào`}>
            <p>Chưa có bộ tiêu chí thì chưa có mức để so, nên chưa có khoảng cách.</p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
