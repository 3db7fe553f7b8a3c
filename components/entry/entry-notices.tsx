"use client";

import { Notice } from "@/components/ui/notice";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { KeptNotice } from "./kept-notice";
import { LineNotice } from "./line-notice";

/** What concerns the whole sheet: locked, sent back, incomplete set, saving no longer possible. */
export function EntryNotices() {
  const { sheet } = useEntryStore();
  const stopped = useSheetPart((view) => view.state.stopped);
  const { lock, submission, set } = sheet;
  const isReturned = submission?.status === "returned";
  return (
    <div className="grid gap-3 not-empty:mb-4">
      {lock ? (
        <Notice tone="done">
          {lock.message}
          {lock.reason === "submitted" && submission?.submittedByName
            ? ` Người gửi: ${submission.submittedByName}.`
            : ""}
          {(lock.reason === "verified" || lock.reason === "approved") && submission?.decidedByName
            ? ` Người quyết định: ${submission.decidedByName}.`
            : ""}
        </Notice>
      ) : null}
      {isReturned ? (
        <Notice tone="warn" title="Phiếu bị trả lại.">
          {submission.decidedByName ? `${submission.decidedByName}: ` : ""}
          {submission.returnReason ?? "Không ghi lý do."}
        </Notice>
      ) : null}
      {set.isComplete ? null : (
        <Notice tone="warn" title="Bộ tiêu chí chưa đủ.">
          {set.incompleteNote}
        </Notice>
      )}
      <LineNotice />
      <KeptNotice />
      {stopped ? (
        <Notice tone="error" title="Chưa lưu tiếp được.">
          {stopped.message} Số đã gõ vẫn còn trên trang này.
        </Notice>
      ) : null}
    </div>
  );
}
