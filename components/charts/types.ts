/** One point of a trend. Numbers only place the mark; every text arrives formatted. */
export interface TrendChartPoint {
  /** "2024-Q4". */
  key: string;
  /** Axis text: "IV/24". */
  tick: string;
  value: number | null;
  /** "14,5". */
  text: string;
  low?: number | null;
  high?: number | null;
  /** Not verified yet: drawn hollow and joined by dashes. */
  isProvisional?: boolean;
}

export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}
