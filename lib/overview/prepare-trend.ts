import { formatPeriod } from "@/lib/numbers/periods";
import type { TrendPoint, TrendRow } from "./types";

/** Average of counts with one digit after the comma, exact at the half. */
export function averageTenths(sum: number, count: number): number {
  return Math.round((sum * 10) / count) / 10;
}

/**
 * Average criteria met per unit and period, oldest first, never past `period`. Only sheets that were sent or
 * recorded are in the rows, so a half-typed draft cannot drag the line down.
 */
export function prepareTrend(rows: TrendRow[], period: string, limit = 8): TrendPoint[] {
  return rows
    .filter((row) => row.period <= period && row.sheets > 0)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-limit)
    .map((row) => ({
      period: row.period,
      axisLabel: formatPeriod(row.period, "short"),
      average: averageTenths(row.sum, row.sheets),
      lower: row.lower,
      upper: row.upper,
      sheets: row.sheets,
      verified: row.verified,
      isSettled: row.verified === row.sheets,
    }));
}
