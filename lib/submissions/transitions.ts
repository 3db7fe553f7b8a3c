import type { Act } from "@/lib/auth/policy";
import type { SubmissionStatus } from "./entry-types";

/** What may happen to a sheet. The one table of its life; the database refuses every other step as well. */
export type Transition = "send" | "return" | "verify" | "approve" | "reopen";

interface TransitionRule {
  from: readonly SubmissionStatus[];
  to: SubmissionStatus;
  act: Act;
}

export const TRANSITIONS: Readonly<Record<Transition, TransitionRule>> = {
  send: { from: ["draft", "returned"], to: "submitted", act: "submission.send" },
  return: { from: ["submitted", "verified"], to: "returned", act: "submission.review" },
  verify: { from: ["submitted"], to: "verified", act: "submission.review" },
  approve: { from: ["verified"], to: "approved", act: "submission.approve" },
  reopen: { from: ["approved"], to: "returned", act: "submission.approve" },
};

/** What somebody did, after "đã": the words of a message to whoever came second. */
export const ACT_WORDS: Readonly<Record<Transition, string>> = {
  send: "gửi phiếu",
  return: "trả lại phiếu",
  verify: "thẩm định xong phiếu",
  approve: "duyệt phiếu",
  reopen: "mở lại phiếu",
};

/** Where a sheet stands, after "phiếu". */
export const STATUS_WORDS: Readonly<Record<SubmissionStatus, string>> = {
  draft: "đang nhập, chưa gửi",
  submitted: "đã gửi, chờ thẩm định",
  returned: "đã trả lại, chờ xã sửa",
  verified: "đã thẩm định, chờ duyệt",
  approved: "đã duyệt",
};

/** Whether a sheet in this status can take this step. */
export function canTransition(status: SubmissionStatus, transition: Transition): boolean {
  return TRANSITIONS[transition].from.includes(status);
}

/** Figures may change only while the sheet is with the commune. */
export function isEditable(status: SubmissionStatus): boolean {
  return canTransition(status, "send");
}
