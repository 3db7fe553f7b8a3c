import type { CriterionState, ReviewKind } from "@/lib/submissions/criterion-state";
import type { SubmissionStatus } from "@/lib/submissions/entry-types";
import type { QueueView, Reader } from "./types";

/** Where a criterion stands, in words. */
export const STATE_WORDS: Readonly<Record<CriterionState, string>> = {
  waiting: "chờ ý kiến",
  agreed: "đã đồng ý",
  returned: "đã trả lại",
  asked: "đang hỏi xã",
  answered: "xã đã trả lời",
};

/** What a remark did, after a name. */
export const KIND_WORDS: Readonly<Record<ReviewKind, string>> = {
  agreed: "đồng ý",
  returned: "trả lại",
  question: "hỏi",
  answer: "trả lời",
};

/** Filters of the queue as each reader calls them. */
export const VIEW_WORDS: Readonly<Record<Exclude<Reader, "commune">, Record<QueueView, string>>> = {
  department: { pending: "Chờ xử lý", returned: "Đã trả", agreed: "Đã đồng ý" },
  committee: { pending: "Chờ xử lý", returned: "Đã trả", agreed: "Đã duyệt" },
};

/** Where a sheet stands, in the head of the page. */
export const SHEET_WORDS: Readonly<Record<Exclude<SubmissionStatus, "draft">, string>> = {
  submitted: "chờ thẩm định",
  returned: "đã trả lại",
  verified: "đã thẩm định, chờ duyệt",
  approved: "đã duyệt",
};
