import type { Metadata } from "next";
import { NoticesPanel } from "@/components/notices/notices-panel";
import { ContextBar } from "@/components/shell/context-bar";
import { ReviewPanel } from "@/components/tasks/review-panel";
import { SheetPanel } from "@/components/tasks/sheet-panel";
import { TaskGroups } from "@/components/tasks/task-groups";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { Main } from "@/components/ui/main";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { loadNotices } from "@/lib/notices/queries";
import { formatPeriod, periodOfDate } from "@/lib/numbers/periods";
import { today } from "@/lib/server/clock";
import { loadCurrentSheet } from "@/lib/tasks/current-sheet";
import { loadDeskSheets } from "@/lib/tasks/desk-queries";
import { prepareReviewDesk } from "@/lib/tasks/prepare-review-desk";
import { prepareWorkList } from "@/lib/tasks/prepare-work-list";
import { loadWorkFacts } from "@/lib/tasks/queries";

export const metadata: Metadata = { title: "Việc của tôi" };

export default async function MyTasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const { unit, set, period, contextBar } = await loadPageContext(session, await searchParams, {
    levels: ["province", "district", "commune"],
    act: "task.view",
  });
  const isCommune = unit.level === "commune";
  const canEnter = isCommune && can(session.role, "figure.enter");
  const day = today();
  const [facts, sheet, desk, notices] = await Promise.all([
    loadWorkFacts(unit.id, day),
    isCommune && set ? loadCurrentSheet(unit.id, set.id, period) : null,
    !isCommune && set ? loadDeskSheets(unit.id, set, period) : null,
    loadNotices(session, day),
  ]);
  const work = prepareWorkList(facts, { today: day, entersFigures: canEnter, seesManyUnits: !isCommune });
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        <PageHead
          title="Việc của tôi"
          badge={work.isIllustrative ? <IllustrativeBadge text="Có việc từ số liệu minh họa" /> : null}
          lead={work.lead}
        />
        <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-6 print:block max-desk:flex max-desk:flex-col max-desk:items-stretch max-desk:gap-4 wide:grid-cols-[minmax(0,1fr)_372px]">
          <TaskGroups groups={work.groups} />
          <div className="flex flex-col gap-6 max-desk:order-first max-desk:gap-4 print:mt-4">
            {sheet && set ? (
              <SheetPanel
                sheet={sheet}
                unitCode={unit.code}
                setCode={set.code}
                canEnter={canEnter}
                currentPeriod={periodOfDate(day)}
              />
            ) : null}
            {desk ? (
              <ReviewPanel
                desk={prepareReviewDesk(desk, can(session.role, "submission.review") ? unit.code : null)}
                periodText={formatPeriod(period)}
              />
            ) : null}
            <NoticesPanel list={notices} />
          </div>
        </div>
      </Main>
    </>
  );
}
