import { TrendChart } from "@/components/charts/trend-chart";
import { Panel } from "@/components/ui/panel";
import { formatDecimal } from "@/lib/numbers/format";
import { formatPeriod } from "@/lib/numbers/periods";
import type { TrendPoint } from "@/lib/overview/types";

interface TrendPanelProps {
  trend: TrendPoint[];
  unitNoun: string;
  countedTotal: number;
}

function printAverage(point: TrendPoint): string {
  return formatDecimal(point.average.toFixed(1), 1);
}

/** Average criteria met per unit over the last quarters, with the middle half of the units as a band. */
export function TrendPanel({ trend, unitNoun, countedTotal }: TrendPanelProps) {
  const first = trend[0];
  const last = trend.at(-1);
  return (
    <Panel
      id="xu-huong"
      title={`Tiêu chí đạt bình quân một ${unitNoun}`}
      meta={`${trend.length} quý`}
      flush
      footer={trend.some((point) => !point.isSettled) ? "Nét đứt: còn phiếu chưa thẩm định." : null}
    >
      {first && last && trend.length > 1 ? (
        <TrendChart
          points={trend.map((point) => ({
            key: point.period,
            tick: point.axisLabel,
            value: point.average,
            text: printAverage(point),
            low: point.lower,
            high: point.upper,
            isProvisional: !point.isSettled,
          }))}
          label={`Tiêu chí đạt bình quân, ${formatPeriod(first.period)} là ${printAverage(first)}, ${formatPeriod(last.period)} là ${printAverage(last)}`}
          yMax={countedTotal}
          bandLabel={`một nửa số ${unitNoun} ở giữa`}
          table={{
            head: ["Kỳ", "Bình quân", `Số ${unitNoun}`, "Đã thẩm định"],
            rows: trend.map((point) => [
              formatPeriod(point.period, "start"),
              printAverage(point),
              point.sheets.toString(),
              point.verified.toString(),
            ]),
          }}
        />
      ) : (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
          {first
            ? `Mới có số liệu ${formatPeriod(first.period)}: bình quân ${printAverage(first)} tiêu chí. Cần ít nhất hai kỳ để vẽ xu hướng.`
            : "Chưa có kỳ nào có số liệu."}
        </p>
      )}
    </Panel>
  );
}
