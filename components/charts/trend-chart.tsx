import { ChartTable } from "./chart-table";
import { TrendChartLazy } from "./trend-chart-lazy";
import type { ChartTable as ChartTableData, TrendChartPoint } from "./types";

export interface TrendChartProps {
  points: readonly TrendChartPoint[];
  /** What the chart says, for screen readers: "Tiêu chí đạt bình quân, từ 10,9 lên 14,5 trong 8 quý". */
  label: string;
  /** Top of the axis; the bottom is zero unless `yMin` says otherwise. */
  yMax: number;
  yMin?: number;
  /** Dotted line: what was promised. */
  plan?: { value: number; label: string };
  /** Dashed line: the threshold of a single indicator. */
  threshold?: { value: number; label: string };
  /** Name of the band, e.g. "một nửa số xã ở giữa". */
  bandLabel?: string;
  table: ChartTableData;
  height?: number;
}

/** A line over quarters, with its table. The drawing loads after the page; the table is there at once. */
export function TrendChart({ table, label, ...plot }: TrendChartProps) {
  return (
    <figure aria-label={label}>
      <div className="px-4 pt-3 pb-1 desk:px-4.5">
        <TrendChartLazy {...plot} />
      </div>
      <ChartTable caption={label} table={table} />
    </figure>
  );
}
