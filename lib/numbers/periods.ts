/**
 * Reporting periods. A period is a quarter written "2024-Q4"; half year, nine months and year are
 * views over quarters. Text sorts as time does.
 */

/** Quarter text "2024-Q4". Plain text so that rows and addresses need no wrapping; check outside input with parsePeriod. */
export type Period = string;

export type Quarter = 1 | 2 | 3 | 4;

/** A longer stretch of one year, seen as the quarters it consists of. */
export type PeriodView =
  | { kind: "quarter"; period: Period }
  | { kind: "first-half"; year: number }
  | { kind: "second-half"; year: number }
  | { kind: "nine-months"; year: number }
  | { kind: "year"; year: number };

const ROMAN: Record<Quarter, string> = { 1: "I", 2: "II", 3: "III", 4: "IV" };
const PATTERN = /^(\d{4})-Q([1-4])$/;

/** Period from outside text (address, form, file), or null when it is not one. Years 2000 to 2099. */
export function parsePeriod(text: string | null | undefined): Period | null {
  const found = typeof text === "string" ? PATTERN.exec(text) : null;
  if (!found) return null;
  const year = Number(found[1]);
  return year >= 2000 && year <= 2099 ? found[0] : null;
}

/** Whether the text is a period. */
export function isPeriod(text: unknown): text is Period {
  return typeof text === "string" && parsePeriod(text) !== null;
}

/** Period of a year and quarter. @throws RangeError on an impossible quarter */
export function makePeriod(year: number, quarter: number): Period {
  const text = `${String(year).padStart(4, "0")}-Q${quarter}`;
  splitPeriod(text);
  return text;
}

/** Year of the period. */
export function periodYear(period: Period): number {
  return splitPeriod(period).year;
}

/** Quarter of the period, 1 to 4. */
export function periodQuarter(period: Period): Quarter {
  return splitPeriod(period).quarter;
}

/** The quarter before. */
export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

/** The quarter after. */
export function nextPeriod(period: Period): Period {
  return shiftPeriod(period, 1);
}

/** The same quarter one year before. */
export function sameQuarterLastYear(period: Period): Period {
  return shiftPeriod(period, -4);
}

/** Moves by a number of quarters, negative for the past. */
export function shiftPeriod(period: Period, quarters: number): Period {
  const index = periodIndex(period) + quarters;
  return makePeriod(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
}

/** Negative, zero or positive as `a` lies before, at or after `b`. */
export function comparePeriods(a: Period, b: Period): number {
  return periodIndex(a) - periodIndex(b);
}

/** Number of quarters from `from` to `to` (0 when equal). */
export function countQuartersBetween(from: Period, to: Period): number {
  return periodIndex(to) - periodIndex(from);
}

/** All quarters from first to last, both included; empty when last lies before first. */
export function listPeriods(first: Period, last: Period): Period[] {
  const count = countQuartersBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => shiftPeriod(first, step));
}

/** The `count` quarters that end with `last`, oldest first. */
export function listPeriodsEndingAt(last: Period, count: number): Period[] {
  return count < 1 ? [] : listPeriods(shiftPeriod(last, 1 - count), last);
}

/** First day, ISO: "2024-10-01". */
export function periodStart(period: Period): string {
  const { year, quarter } = splitPeriod(period);
  return `${padYear(year)}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
}

/** Last day, ISO: "2024-12-31". */
export function periodEnd(period: Period): string {
  const { year, quarter } = splitPeriod(period);
  return `${padYear(year)}-${["03-31", "06-30", "09-30", "12-31"][quarter - 1]}`;
}

/** The quarter an ISO date lies in. @throws RangeError when it is not an ISO date */
export function periodOfDate(isoDate: string): Period {
  const found = /^(\d{4})-(\d{2})-\d{2}/.exec(isoDate);
  const month = Number(found?.[2]);
  if (!found || month < 1 || month > 12) throw new RangeError(`Not an ISO date: ${isoDate}`);
  return makePeriod(Number(found[1]), Math.floor((month - 1) / 3) + 1);
}

/**
 * How a period reads. "text" → "quý IV/2024" (inside a sentence), "start" → "Quý IV/2024" (at its start),
 * "short" → "IV/24" (chart axes), "quarter" → "Quý IV".
 */
export function formatPeriod(period: Period, form: "text" | "start" | "short" | "quarter" = "text"): string {
  const { year, quarter } = splitPeriod(period);
  const roman = ROMAN[quarter];
  if (form === "short") return `${roman}/${String(year % 100).padStart(2, "0")}`;
  if (form === "quarter") return `Quý ${roman}`;
  return `${form === "start" ? "Quý" : "quý"} ${roman}/${year}`;
}

/** Quarters of a view, oldest first. */
export function listViewPeriods(view: PeriodView): Period[] {
  if (view.kind === "quarter") return [view.period];
  const quarters = {
    "first-half": [1, 2],
    "second-half": [3, 4],
    "nine-months": [1, 2, 3],
    year: [1, 2, 3, 4],
  };
  return quarters[view.kind].map((quarter) => makePeriod(view.year, quarter));
}

/** "6 tháng đầu năm 2024", "6 tháng cuối năm 2024", "9 tháng đầu năm 2024", "năm 2024", "quý IV/2024". */
export function formatPeriodView(view: PeriodView): string {
  switch (view.kind) {
    case "quarter":
      return formatPeriod(view.period);
    case "first-half":
      return `6 tháng đầu năm ${view.year}`;
    case "second-half":
      return `6 tháng cuối năm ${view.year}`;
    case "nine-months":
      return `9 tháng đầu năm ${view.year}`;
    case "year":
      return `năm ${view.year}`;
  }
}

function splitPeriod(period: Period): { year: number; quarter: Quarter } {
  const found = PATTERN.exec(period);
  if (!found) throw new RangeError(`Not a period: ${JSON.stringify(period)}`);
  return { year: Number(found[1]), quarter: Number(found[2]) as Quarter };
}

function periodIndex(period: Period): number {
  const { year, quarter } = splitPeriod(period);
  return year * 4 + quarter - 1;
}

function padYear(year: number): string {
  return String(year).padStart(4, "0");
}
