import { CopyTableButton } from "@/components/ui/copy-table-button";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { AuthorizedUnit } from "@/lib/auth/types";
import type { ContextSet } from "@/lib/context/types";
import { formatPeriod, periodQuarter, previousPeriod } from "@/lib/numbers/periods";
import { describeOverview } from "@/lib/overview/describe-overview";
import type { Overview } from "@/lib/overview/types";
import { ChangePanel } from "./change-panel";
import { HeatGrid } from "./heat-grid";
import { makeHeatGridModel } from "./heat-grid-html";
import { HEAT_TABLE_ID } from "./heat-table-id";
import { OverduePanel } from "./overdue-panel";
import { OverviewEmpty } from "./overview-empty";
import { OverviewTiles } from "./overview-tiles";
import { RegressionPanel } from "./regression-panel";
import { SendingPanel } from "./sending-panel";
import { TrendPanel } from "./trend-panel";
import { VerdictLegend } from "./verdict-legend";

interface OverviewScreenProps {
  unit: AuthorizedUnit;
  set: ContextSet;
  period: string;
  overview: Overview;
  /** A waiting sheet opens in the reader's review queue. */
  canReview: boolean;
  /** One workbook for all communes may be imported by whoever looks. */
  canImport: boolean;
}

/** "quý III". */
function nameQuarter(period: string): string {
  return formatPeriod(period, "quarter").replace(/^Q/, "q");
}

export function OverviewScreen({ unit, set, period, overview, canImport, canReview }: OverviewScreenProps) {
  const query = `set=${encodeURIComponent(set.code)}&period=${period}`;
  const before = previousPeriod(period);
  // Across new year the quarter alone would be read as this year's.
  const previous = periodQuarter(before) === 4 ? formatPeriod(before) : nameQuarter(before);
  const span = `${previous} → ${formatPeriod(period, "quarter").replace("Quý ", "")}`;
  const hasUnnamed = overview.units.some((row) => row.states.includes("unnamed"));
  return (
    <>
      <PageHead
        title={`Tổng quan ${unit.label}`}
        badge={overview.isIllustrative ? <IllustrativeBadge /> : null}
        lead={describeOverview(overview)}
        actions={
          overview.units.length > 0 ? (
            <>
              {canImport ? (
                <LinkButton href={`/import?unit=${unit.code}&${query}`}>Nhập từ Excel</LinkButton>
              ) : null}
              <CopyTableButton tableId={HEAT_TABLE_ID} />
              <LinkButton href={`/gaps?unit=${unit.code}&${query}`} variant="primary">
                Mở danh sách khoảng cách
              </LinkButton>
            </>
          ) : null
        }
      />
      {overview.hasFigures ? <OverviewTiles overview={overview} previous={previous} /> : null}
      <OverviewEmpty unit={unit} set={set} period={period} overview={overview} />
      {overview.units.length > 0 ? (
        <Panel
          id="danh-sach-xa"
          className="mt-6"
          title={`${overview.units.length} ${overview.unitNoun}, ${overview.countedTotal} tiêu chí`}
          meta={<VerdictLegend withUnnamed={hasUnnamed} />}
          flush
          footer={
            <>
              <span>▲ sát ngưỡng tính là đạt, ▼ suy giảm tính là chưa đạt. Bấm một ô để xem tiêu chí.</span>
              {overview.units.some((row) => row.flag === "draft") ? (
                <span>
                  Phiếu chưa gửi hiện theo số đang nhập, không tính vào bình quân, xã đạt đủ và thay đổi.
                </span>
              ) : null}
            </>
          }
        >
          <a
            href="#sau-bang"
            className="sr-only focus:not-sr-only focus:block focus:px-4.5 focus:py-2 focus:text-15"
          >
            Bỏ qua bảng
          </a>
          <HeatGrid model={makeHeatGridModel(overview, query, `so ${previous}`)} />
        </Panel>
      ) : null}
      {overview.hasFigures || overview.overdue.length > 0 ? (
        // Two stacks on a desk; one list on a phone, where what asks for action comes first.
        <div
          id="sau-bang"
          className="mt-6 grid grid-cols-1 items-start gap-6 max-desk:gap-4 desk:grid-cols-2"
        >
          <div className="grid gap-6 max-desk:contents">
            <RegressionPanel
              regressions={overview.regressions}
              isCompared={overview.average.comparedUnits > 0 || overview.regressed.criteria > 0}
              query={query}
            />
            <div className="max-desk:order-3">
              <TrendPanel
                trend={overview.trend}
                unitNoun={overview.unitNoun}
                countedTotal={overview.countedTotal}
              />
            </div>
            <div className="max-desk:order-5">
              <SendingPanel
                sending={overview.sending}
                unitNoun={overview.unitNoun}
                quarter={nameQuarter(period)}
                query={query}
                reviewUnit={canReview ? unit.code : null}
              />
            </div>
          </div>
          <div className="grid gap-6 max-desk:contents">
            <div className="max-desk:order-2">
              <OverduePanel
                items={overview.overdue}
                taskTotal={overview.overdueTotal}
                query={query}
                unitCode={unit.code}
              />
            </div>
            <div className="max-desk:order-4">
              <ChangePanel overview={overview} previous={previous} span={span} query={query} />
            </div>
          </div>
        </div>
      ) : null}
    </>
  );
}
