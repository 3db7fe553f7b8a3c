import { comparePeriods, type Period, periodOfDate, periodYear, previousPeriod } from "@/lib/numbers/periods";

/** A set with the periods that hold data in the unit's subtree, newest first. */
export interface SetChoice {
  periodFrom: number;
  periodTo: number | null;
  periods: readonly Period[];
}

/** Whether a set is in force in a period. */
export function coversPeriod(set: Pick<SetChoice, "periodFrom" | "periodTo">, period: Period): boolean {
  const year = periodYear(period);
  return year >= set.periodFrom && (set.periodTo === null || year <= set.periodTo);
}

/**
 * Period a page opens with: the current quarter while the unit is reporting (it has data of this quarter or the
 * last), else the newest period that has data, so that a unit known only from a document shows what it says.
 */
export function chooseDefaultPeriod(set: SetChoice | null, today: string): Period {
  const current = periodOfDate(today);
  const newest = set?.periods[0];
  if (!set || !newest) return current;
  const isReporting = comparePeriods(newest, previousPeriod(current)) >= 0;
  return isReporting && coversPeriod(set, current) ? current : newest;
}

/** Periods to choose from, newest first: those with data, the current one, and the one in view. */
export function listPeriodChoices(set: SetChoice | null, today: string, chosen: Period): Period[] {
  const current = periodOfDate(today);
  const periods = new Set<Period>(set?.periods ?? []);
  if (!set || coversPeriod(set, current)) periods.add(current);
  periods.add(chosen);
  return [...periods].sort((a, b) => comparePeriods(b, a));
}
