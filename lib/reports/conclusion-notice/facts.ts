import type { ThresholdSense } from "@/lib/numbers/format";
import type { DecimalText } from "@/lib/scoring/types";

export interface TaskFacts {
  title: string;
  responsible: string[];
  coordinating: string[];
  /** As the source prints it; takes the place of `deadline` on paper. */
  deadlineText: string | null;
  /** ISO date. */
  deadline: string | null;
}

export interface UnmetIndicatorFacts {
  code: string;
  title: string;
  unit: string;
  decimals: number;
  /** Distance to the threshold in the indicator's own unit; null when it cannot be measured. */
  gap: DecimalText | null;
  sense: ThresholdSense;
}

export interface CriterionName {
  number: number;
  title: string;
}

export interface UnmetCriterionFacts extends CriterionName {
  tasks: TaskFacts[];
  /** Empty when the result is recorded from a document. */
  unmetIndicators: UnmetIndicatorFacts[];
  /** Indicators of the criterion; 0 when the result is recorded. */
  indicatorTotal: number;
}

/** The result: every counted criterion is in exactly one of the five counts. */
export interface AssessmentFacts {
  basis: "recorded" | "scored";
  /** Mid-sentence words for what the result rests on: "số liệu quý IV/2024 đã thẩm định". Null when recorded. */
  sourceText: string | null;
  /** "cơ bản đạt", "đạt". */
  phrase: string;
  met: number;
  unmet: number;
  missing: number;
  exempt: number;
  undefinedThreshold: number;
  total: number;
  /** Counted criteria of the set as loaded. */
  setTotal: number;
  unmetCriteria: UnmetCriterionFacts[];
  missingCriteria: CriterionName[];
  exemptCriteria: CriterionName[];
  undefinedCriteria: CriterionName[];
}

export interface IssuerFacts {
  /** "Huyện ủy". */
  committee: string;
  /** "huyện": the word for the level in running text. */
  levelWord: string;
  abbreviation: string;
  /** Null when no document or sure relation names it. */
  name: string | null;
  /** Shown on screen as a hint, never printed: "Tam Đường (suy ra)". */
  nameHint: string | null;
  parent: { organisation: string; levelWord: string; name: string | null; nameHint: string | null } | null;
}

export interface MeetingFacts {
  /** "chương trình công tác tháng 3 năm 2023". */
  programme: string | null;
  /** ISO date. */
  date: string | null;
  counterparts: string[];
  attendingBodies: string[];
}

/** What the unit is to reach: all criteria, or a count of them. */
export interface GoalFacts {
  /** "đến hết năm 2024". */
  dueText: string;
  /** "cơ bản đạt", "đạt". */
  phrase: string;
  targetMet: number | null;
}

export interface SignatureFacts {
  authorityLines: string[];
  position: string;
  name: string | null;
}

/**
 * Everything a conclusion notice about one commune is written from. Null and empty mean "not known":
 * the paper then shows the slot, and nobody guesses.
 */
export interface ConclusionNoticeFacts {
  unit: { code: string /** "xã Bản Bo" */; label: string; name: string };
  /** "nông thôn mới nâng cao". */
  standard: string;
  setTitle: string;
  isIllustrative: boolean;
  /** Subject as the source notice prints it, from "về" on. */
  subject: string | null;
  assessment: AssessmentFacts;
  issuer: IssuerFacts;
  /** Number without symbol: "12". */
  number: string | null;
  place: string | null;
  /** ISO date of issue. */
  issuedOn: string | null;
  /** Year to print when only the year is sure. */
  issueYear: number | null;
  meeting: MeetingFacts | null;
  limitations: string[];
  causes: string[];
  goal: GoalFacts | null;
  /** Tasks of the same document that belong to no single criterion. */
  generalTasks: TaskFacts[];
  closing: string | null;
  signature: SignatureFacts;
  recipients: string[];
  /** The notice in the archive the facts were read from, if any. */
  sourceDocumentCode: string | null;
}
