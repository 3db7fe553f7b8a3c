import type { DataProvenance, DisplayState } from "@/lib/scoring/types";
import type { CriterionState, ReviewKind } from "@/lib/submissions/criterion-state";
import type { SubmissionStatus } from "@/lib/submissions/entry-types";

/** Who looks at the screen: a department its criteria, the committee whole sheets, a commune what was said of its own. */
export type Reader = "department" | "committee" | "commune";

/** Filters of the queue; in the address as `view`. */
export type QueueView = "pending" | "returned" | "agreed";

/** One sheet that was sent, as the queue needs it. */
export interface DeskSheet {
  submissionId: number;
  unitCode: string;
  unitLabel: string;
  status: Exclude<SubmissionStatus, "draft">;
  /** ISO instant. */
  submittedAt: string | null;
  round: number;
  metCount: number;
  totalCount: number;
  isIllustrative: boolean;
  /** Criterion id → where it stands in this round. */
  states: ReadonlyMap<number, CriterionState>;
  /** Criterion id → indicators that differ from what it is compared with; null without a comparison. */
  changes: ReadonlyMap<number, number> | null;
}

export interface DeskCriterion {
  id: number;
  number: number;
  title: string;
  shortTitle: string;
  indicatorCount: number;
}

/** Where the reader is: a sheet and a criterion of it. */
export interface Place {
  sheet: string;
  criterion: number;
}

export interface QueueItem {
  key: string;
  label: string;
  /** "5 chỉ tiêu · 2 thay đổi". */
  note: string;
  place: Place;
  isCurrent: boolean;
}

export interface QueueGroup {
  /** "Tiêu chí 17 Môi trường"; null where the list is of sheets. */
  title: string | null;
  items: QueueItem[];
}

export interface Queue {
  view: QueueView;
  counts: Record<QueueView, number>;
  groups: QueueGroup[];
  /** Items of all groups in order. */
  length: number;
  previous: Place | null;
  next: Place | null;
}

/** One line under "Trao đổi". */
export interface Remark {
  key: string;
  who: string;
  /** "16:10 ngày 20/12/2024". */
  when: string;
  /** "đồng ý", "trả lại", "hỏi", "trả lời", "gửi phiếu lần 2". */
  did: string;
  kind: ReviewKind | "step";
  about: string | null;
  text: string | null;
  round: number;
}

export interface ReviewEvidence {
  id: number;
  indicatorCode: string;
  kind: "file" | "link" | "document";
  title: string;
  url: string | null;
  documentText: string | null;
  addedText: string;
}

/** One indicator (or limb) of the criterion in view: old beside new. */
export interface ReviewRow {
  id: number;
  code: string;
  title: string;
  isLimb: boolean;
  /** Sums up its limbs and has no figure of its own. */
  isParent: boolean;
  threshold: string | null;
  thresholdProvenance: DataProvenance | null;
  /** As approved last. */
  approved: string | null;
  /** As sent the time before, when it differs from now. */
  sentBefore: string | null;
  now: string | null;
  /** "+3,1 điểm %", "không đổi", "mới có số", "mới đạt". */
  change: string | null;
  isChanged: boolean;
  state: DisplayState;
  distance: string | null;
  note: string | null;
  evidenceCount: number;
  /** Sentences behind "Giải thích". */
  explanation: string[];
}

/** The sheet and the criterion in view. */
export interface ReviewSheetView {
  submissionId: number;
  unitCode: string;
  unitLabel: string;
  status: Exclude<SubmissionStatus, "draft">;
  statusText: string;
  provenance: "self_assessed" | "verified" | "recognised";
  isIllustrative: boolean;
  round: number;
  sentText: string;
  comparedText: string;
  /** Column head of the old values: "Quý III/2024"; null when nothing was approved before. */
  approvedTitle: string | null;
  /** "tự đánh giá 13/19 · thẩm định 12/19". */
  resultTexts: { label: string; value: string; isCurrent: boolean }[];
  criterion: {
    id: number;
    number: number;
    title: string;
    state: DisplayState;
    reviewState: CriterionState;
    /** Newest remark of this round; what a decision is checked against. */
    seenId: number;
    indicators: { id: number; code: string }[];
  };
  rows: ReviewRow[];
  consequence: string;
  remarks: Remark[];
  evidence: ReviewEvidence[];
  cells: { number: number; title: string; state: DisplayState; reviewState: CriterionState }[];
  counts: Record<CriterionState, number>;
  /** Numbers of the criteria in each state, for the sentence of a confirmation. */
  numbers: Record<CriterionState, number[]>;
  /** Why this reader cannot decide on the criterion now; null when they can. */
  refusal: string | null;
}
