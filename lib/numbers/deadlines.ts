import { countDaysBetween } from "./dates";

export type DeadlineState = "overdue" | "today" | "soon" | "later";

export interface Deadline {
  state: DeadlineState;
  /** Days left; negative when overdue. */
  days: number;
  /** "còn 5 ngày", "quá 3 ngày", "hôm nay". */
  text: string;
}

/** A deadline this many days away or fewer asks for attention. One working week. */
export const SOON_DAYS = 7;

/**
 * Deadline seen from a day, in words.
 * @param dueOn ISO date
 * @param today ISO date; the caller's clock, never read here
 */
export function describeDeadline(dueOn: string, today: string): Deadline {
  const days = countDaysBetween(today, dueOn);
  const state = days < 0 ? "overdue" : days === 0 ? "today" : days <= SOON_DAYS ? "soon" : "later";
  const text = days < 0 ? `quá ${-days} ngày` : days === 0 ? "hôm nay" : `còn ${days} ngày`;
  return { state, days, text };
}

/** Just the words of describeDeadline. */
export function formatDeadline(dueOn: string, today: string): string {
  return describeDeadline(dueOn, today).text;
}

/** Whether the day has passed. A deadline on today is not overdue. */
export function isOverdue(dueOn: string, today: string): boolean {
  return countDaysBetween(today, dueOn) < 0;
}
