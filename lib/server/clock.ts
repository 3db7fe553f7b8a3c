import { env } from "@/lib/server/env";

const vietnamDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The real moment, for time stamps, sessions and the audit trail; the demo's assumed day does not move it. */
export function now(): Date {
  return new Date();
}

/** Day in Vietnam at a given moment, as an ISO date. */
export function dayInVietnam(moment: Date): string {
  return vietnamDay.format(moment);
}

/** Today in Vietnam as an ISO date, for deadlines and "overdue"; the demo's assumed day when there is one. */
export function today(): string {
  return env.NTM_TODAY ?? dayInVietnam(now());
}
