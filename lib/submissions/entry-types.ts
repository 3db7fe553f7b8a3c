/**
 * What the entry page, the check-your-answers page and the save and send actions pass to each other.
 * Plain JSON only: every shape here crosses from server to browser. Instants are ISO texts in UTC,
 * days are "2024-12-25", periods "2024-Q4", decimals canonical text (see lib/scoring/types).
 */

import type { PlausibilityGround } from "@/lib/plausibility/types";
import type {
  CriterionScore,
  DecimalText,
  ExemptionMap,
  FigureInput,
  ResolvedSet,
  Totals,
  UnitScore,
} from "@/lib/scoring/types";

export type SubmissionStatus = "draft" | "submitted" | "returned" | "verified" | "approved";

/** A stored figure with what a writer must know to change it. */
export interface EntryFigure extends FigureInput {
  indicatorId: number;
  note: string | null;
  /** Name it as `expectedVersion` when saving; 0 stands for "no figure yet". */
  version: number;
  enteredByName: string | null;
  enteredAt: string;
}

/** Indicator (or limb) id → stored figure. */
export type EntryFigureMap = Record<number, EntryFigure | undefined>;

/** Why the sheet cannot be changed; a closed list. */
export type LockReason =
  | "submitted"
  | "verified"
  | "approved"
  | "recorded"
  | "not-permitted"
  | "not-enrolled";

export interface SheetLock {
  reason: LockReason;
  /** Vietnamese sentence: "Phiếu đã gửi lúc 16:10 ngày 20/12/2024, đang chờ thẩm định." */
  message: string;
}

export interface EntryTarget {
  /** As printed or planned: "80 %", "tối thiểu 56,1 triệu đồng/người/năm". */
  text: string;
  value: DecimalText | null;
  isIllustrative: boolean;
}

export interface EntryMilestone {
  /** "đạt tiêu chí 8 trong quý IV/2024" as the document puts it. */
  text: string;
  duePeriod: string;
  dueOn: string;
  /** Set when the milestone is a count of the whole set ("13/19"). */
  targetMet: number | null;
  isIllustrative: boolean;
}

/** Text of a criterion beyond what scoring needs. */
export interface EntryCriterionText {
  shortTitle: string;
  groupTitle: string | null;
  milestones: EntryMilestone[];
}

export interface EntrySubmission {
  id: number;
  status: SubmissionStatus;
  submittedAt: string | null;
  submittedByName: string | null;
  returnReason: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
}

/** Last quarter beside this one. */
export interface PreviousSheet {
  period: string;
  /** Only what is shown beside an input: the value itself, no notes, no versions. */
  figures: Record<number, FigureInput | undefined>;
  totals: Totals | null;
  status: SubmissionStatus | null;
}

export interface EntrySheet {
  unit: { code: string; label: string; parentLabel: string | null; isIllustrative: boolean };
  set: {
    code: string;
    title: string;
    shortTitle: string;
    /** Stands under a threshold: "QĐ 318". */
    citation: string;
    isComplete: boolean;
    incompleteNote: string | null;
    isIllustrative: boolean;
  };
  period: string;
  /** "Số liệu minh họa" applies to the figures of this sheet. */
  isIllustrative: boolean;
  /** Thresholds already chosen for this unit and year; only chosen rows, no others. */
  resolved: ResolvedSet;
  /** Criterion id → words and milestones. */
  criterionTexts: Record<number, EntryCriterionText>;
  exemptions: ExemptionMap;
  figures: EntryFigureMap;
  previous: PreviousSheet;
  /** The same quarter of last year. */
  lastYear: Pick<PreviousSheet, "period" | "figures">;
  /** Indicator id → target of this year or quarter. */
  targets: Record<number, EntryTarget | undefined>;
  /** Milestones of the set as a whole ("13/19 by the end of 2024"). */
  milestones: EntryMilestone[];
  /** Rules across figures, and what they need beside the sheet. */
  plausibility: PlausibilityGround;
  /** Null while nothing was ever saved for this period. */
  submission: EntrySubmission | null;
  /** Score of `figures` at load; the browser recomputes with the same module. */
  score: UnitScore;
  /** Indicator id → pieces of evidence behind its figure; indicators without any are left out. */
  evidenceCounts?: Readonly<Record<number, number>>;
  /** Day by which the sheet is due, or null when nobody set one. */
  deadline: string | null;
  /** The day the product takes for today (a demonstration may assume one). */
  today: string;
  canEdit: boolean;
  canSend: boolean;
  /** Null exactly when `canEdit`. */
  lock: SheetLock | null;
}

/** What the user typed; texts are parsed on the server with lib/numbers. */
export type FigureEntry =
  | { kind: "value"; text: string }
  | { kind: "ratio"; numerator: string; denominator: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "grade"; value: string }
  /** Empties the figure; a note may stay and say why there is none. */
  | { kind: "clear" }
  /** Changes the note alone. */
  | { kind: "keep" };

export interface SaveFigureInput {
  unit: string;
  set: string;
  period: string;
  indicatorId: number;
  entry: FigureEntry;
  /** Left out: the note stays as it is. Empty text: the note is removed. */
  note?: string;
  /** Version the writer saw; 0 when there was no figure. */
  expectedVersion: number;
}

export interface SavedFigure {
  submissionId: number;
  figure: EntryFigure;
  /** Score of the criterion the indicator belongs to, with its indicators and limbs. */
  criterion: CriterionScore;
  totals: Totals;
  enteredCount: number;
  indicatorCount: number;
  savedAt: string;
}

export type SaveFigureReason =
  | "signed-out"
  | "invalid"
  | "not-found"
  | "unknown-set"
  | "unknown-period"
  | "unknown-indicator"
  | "not-a-number"
  | "ambiguous"
  | "out-of-range"
  | "bad-ratio"
  | "wrong-kind"
  | "locked"
  | "conflict"
  | "unexpected";

/** Why one cell was not saved, with what helps to mend it. */
export interface CellRefusal {
  ok: false;
  reason: SaveFigureReason;
  message: string;
  /** With "conflict": what stands in the database now (null when there is none any more). */
  current?: EntryFigure | null;
  /** With "ambiguous": the two readings, canonical decimals, most likely first. */
  candidates?: DecimalText[];
  /** Which of two inputs is meant, when the entry is a ratio. */
  field?: "value" | "numerator" | "denominator";
}

export type SaveFigureResult = { ok: true; value: SavedFigure } | CellRefusal;

/** Several cells of one sheet in one transaction. */
export interface SaveFiguresInput {
  unit: string;
  set: string;
  period: string;
  cells: Omit<SaveFigureInput, "unit" | "set" | "period">[];
  /** How they came to the sheet; left out for typing. */
  via?: "paste" | "carry" | "retry";
}

export interface SavedFigures {
  /** In the order asked; a refused cell does not hold up the others. */
  cells: { indicatorId: number; outcome: { ok: true; figure: EntryFigure } | CellRefusal }[];
  /** Null when nothing was ever saved in this sheet. */
  totals: Totals | null;
  savedAt: string;
}

/** Refused as a whole: signed out, unknown address, locked. */
export type SaveFiguresResult =
  | { ok: true; value: SavedFigures }
  | { ok: false; reason: SaveFigureReason; message: string };

export interface SendSubmissionInput {
  unit: string;
  set: string;
  period: string;
  /** "Tôi đã kiểm tra số liệu" */
  confirmed: boolean;
  /** Required when indicators are still empty. */
  acknowledgeMissing: boolean;
}

export interface SentSubmission {
  submissionId: number;
  status: SubmissionStatus;
  submittedAt: string;
  submittedByName: string | null;
  totals: Totals;
  /** True when it had been sent before this call (double click, retry). */
  wasAlreadySent: boolean;
}

/** One thing to mend before sending, addressed to a field of the sheet. */
export interface SendProblem {
  indicatorId: number;
  code: string;
  message: string;
}

export type SendSubmissionReason =
  | "signed-out"
  | "invalid"
  | "not-found"
  | "unknown-set"
  | "unknown-period"
  | "not-confirmed"
  | "missing-figures"
  | "has-errors"
  | "nothing-entered"
  | "locked"
  | "unexpected";

export type SendSubmissionResult =
  | { ok: true; value: SentSubmission }
  | { ok: false; reason: SendSubmissionReason; message: string; problems?: SendProblem[] };
