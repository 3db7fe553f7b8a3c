import Link from "next/link";
import { EvidencePanel } from "@/components/evidence/evidence-panel";
import { HistoryList } from "@/components/history/history-list";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { FigurePage } from "@/lib/explanations/types";
import { formatPeriod } from "@/lib/numbers/periods";
import { FigureValue } from "./figure-value";
import { PeoplePanel } from "./people-panel";
import { QuartersPanel } from "./quarters-panel";
import { ThresholdPanel } from "./threshold-panel";

/** One figure and everything it rests on. */
export function FigureScreen({ page }: { page: FigurePage }) {
  const { unit, set, period, criterion, indicator } = page;
  const query = new URLSearchParams({ unit: unit.code, set: set.code, period });
  return (
    <>
      <PageHead
        title={
          <>
            {indicator.code} {indicator.title}
          </>
        }
        badge={page.isIllustrative ? <IllustrativeBadge /> : null}
        lead={
          <>
            Giải thích ·{" "}
            <Link href={`/communes/${unit.code}?${query}#c${criterion.number}`}>{unit.label}</Link> ·{" "}
            {formatPeriod(period)} · tiêu chí {criterion.number} {criterion.title}
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)_372px] items-start gap-6 print:block max-desk:block">
        <div className="flex flex-col gap-6 max-desk:gap-4">
          <FigureValue page={page} />
          {indicator.isParent ? null : <ThresholdPanel page={page} />}
          {indicator.isParent ? null : <QuartersPanel page={page} />}
          <Panel
            title="Lịch sử số liệu"
            meta={page.history.length > 0 ? `${page.history.length} lần` : null}
            flush
          >
            <HistoryList entries={page.history} hasFigure={page.entered !== null} />
          </Panel>
        </div>
        <div className="flex flex-col gap-6 max-desk:mt-4 max-desk:gap-4">
          <PeoplePanel page={page} />
          <EvidencePanel
            list={page.evidence}
            place={{ unit: unit.code, set: set.code, period, indicatorId: indicator.id }}
            canEdit={page.canAddEvidence}
            lockMessage={page.lockMessage}
          />
        </div>
      </div>
    </>
  );
}
