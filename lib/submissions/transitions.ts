import type { Act } from "@/lib/auth/policy";
import type { SubmissionStatus } from "./entry-types";

/** What may happen to a sheet. The one table of its life; the database sees only conditional updates along it. */
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

/** Whether a sheet in this status can take this step. */
export function canTransition(status: SubmissionStatus, transition: Transition): boolean {
  return TRANSITIONS[transition].from.includes(status);
}

/** Figures may change only while the sheet is with the commune. */
export function isEditable(status: SubmissionStatus): boolean {
  return canTransition(status, "send");
}
