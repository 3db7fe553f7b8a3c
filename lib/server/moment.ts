import { formatDate } from "@/lib/numbers/dates";

const ZONE = "Asia/Ho_Chi_Minh";
const TIME = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

/** "16:10", in Vietnam's time whatever the machine's. */
export function formatClock(at: Date): string {
  return TIME.format(at);
}

/** "16:10 ngày 20/12/2024", in Vietnam's time whatever the machine's. */
export function formatMoment(at: Date): string {
  return `${TIME.format(at)} ngày ${formatDate(DAY.format(at))}`;
}
