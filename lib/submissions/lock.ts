import { formatClock, formatMoment } from "@/lib/server/moment";
import type { LockReason, SheetLock, SubmissionStatus } from "./entry-types";
import { isEditable } from "./transitions";

/** What decides whether figures of a sheet may change. */
export interface LockFacts {
  status: SubmissionStatus;
  basis: "scored" | "recorded";
  submittedAt: Date | null;
  decidedAt: Date | null;
}

export { formatMoment };

/** "10:40" for a moment of today, else with its day. */
export function formatTime(at: Date, isToday: boolean): string {
  return isToday ? formatClock(at) : formatMoment(at);
}

function lockAs(reason: LockReason, message: string): SheetLock {
  return { reason, message };
}

/** Why the figures of a sheet cannot be changed now, or null when they can. */
export function describeLock(sheet: LockFacts | null): SheetLock | null {
  if (!sheet) return null;
  if (sheet.basis === "recorded") {
    return lockAs(
      "recorded",
      "Kết quả kỳ này ghi từ văn bản nên không nhập số liệu từng chỉ tiêu. Chọn một kỳ khác để nhập.",
    );
  }
  if (isEditable(sheet.status)) return null;
  const sentAt = sheet.submittedAt ? ` lúc ${formatMoment(sheet.submittedAt)}` : "";
  const decidedAt = sheet.decidedAt ? ` lúc ${formatMoment(sheet.decidedAt)}` : "";
  switch (sheet.status) {
    case "verified":
      return lockAs(
        "verified",
        `Phiếu đã thẩm định${decidedAt}, đang chờ duyệt. Muốn sửa, nhờ cấp trên trả lại phiếu.`,
      );
    case "approved":
      return lockAs("approved", `Phiếu đã duyệt${decidedAt}. Muốn sửa, nhờ cấp trên mở lại phiếu.`);
    default:
      return lockAs(
        "submitted",
        `Phiếu đã gửi${sentAt}, đang chờ thẩm định. Muốn sửa, nhờ cấp trên trả lại phiếu.`,
      );
  }
}
