import type { Metadata } from "next";
import { NoSetScreen } from "@/components/overview/no-set-screen";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { loadNamedUnits, loadOverview } from "@/lib/overview/queries";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Tổng quan" };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const { unit, set, period, contextBar } = await loadPageContext(session, await searchParams, {
    levels: ["province", "district", "commune"],
    act: "unit.view",
  });
  const overview = set ? await loadOverview({ unitId: unit.id, set, period, today: today() }) : null;
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {set && overview ? (
          <OverviewScreen
            unit={unit}
            set={set}
            period={period}
            overview={overview}
            canReview={can(session.role, "submission.review")}
            canImport={can(session.role, "figure.import-many") && set.level !== unit.level}
          />
        ) : (
          <NoSetScreen unit={unit} named={await loadNamedUnits(unit.id)} />
        )}
      </Main>
    </>
  );
}
