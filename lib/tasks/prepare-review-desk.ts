import { formatDate } from "@/lib/numbers/dates";
import type { SheetFact } from "./types";

export interface DeskEntry {
  key: string;
  label: string;
  href: string;
  note: string;
}

/** How one set and period stands across the units of a reviewer. */
export interface ReviewDesk {
  total: number;
  sent: number;
  waiting: DeskEntry[];
  unsent: DeskEntry[];
  isIllustrative: boolean;
}

/**
 * Sheets that wait for review (oldest first) and units that have not sent, all of one set and period.
 * @param reviewUnit unit whose queue a waiting sheet opens in; null for a reader who does not review
 */
export function prepareReviewDesk(ours: readonly SheetFact[], reviewUnit: string | null = null): ReviewDesk {
  const waiting = ours
    .filter((sheet) => sheet.status === "submitted")
    .sort((a, b) => (a.submittedOn ?? "").localeCompare(b.submittedOn ?? "") || compareUnits(a, b));
  const unsent = ours
    .filter((sheet) => sheet.status === "absent" || sheet.status === "draft" || sheet.status === "returned")
    .sort(compareUnits);
  return {
    total: ours.length,
    sent: ours.length - unsent.length,
    waiting: waiting.map((sheet) =>
      toEntry(sheet, sheet.submittedOn ? `gửi ${formatDate(sheet.submittedOn)}` : "đã gửi", reviewUnit),
    ),
    unsent: unsent.map((sheet) => toEntry(sheet, describeUnsent(sheet), null)),
    isIllustrative: ours.some((sheet) => sheet.isIllustrative),
  };
}

function describeUnsent(sheet: SheetFact): string {
  if (sheet.status === "absent") return "chưa bắt đầu";
  if (sheet.status === "returned") return "đang sửa phiếu bị trả lại";
  return `đã nhập ${sheet.enteredCount}/${sheet.indicatorCount}`;
}

function toEntry(sheet: SheetFact, note: string, reviewUnit: string | null): DeskEntry {
  const query = new URLSearchParams({ set: sheet.setCode, period: sheet.period });
  return {
    key: `${sheet.unitCode}-${sheet.setCode}`,
    label: sheet.unitLabel,
    href:
      reviewUnit === null
        ? `/communes/${sheet.unitCode}?${query}`
        : `/review?unit=${reviewUnit}&${query}&sheet=${sheet.unitCode}`,
    note,
  };
}

function compareUnits(a: SheetFact, b: SheetFact): number {
  return a.unitLabel.localeCompare(b.unitLabel, "vi", { numeric: true });
}
