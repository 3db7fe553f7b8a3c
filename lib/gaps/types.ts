import type { ProvenanceName } from "@/lib/gaps/threshold-text";
import type {
  DataProvenance,
  DecimalText,
  Direction,
  DisplayState,
  ThresholdContext,
  Verdict,
} from "@/lib/scoring/types";

/** `…Row` is what SQL hands over; `Gap…` is what the page draws. Days are "2024-12-25". */

export interface GapUnitRow {
  id: number;
  code: string;
  kind: string;
  name: string;
  parentId: number | null;
  isIllustrative: boolean;
  status: string | null;
  basis: "scored" | "recorded" | null;
  entered: number;
  enrolled: boolean;
  dueOn: string | null;
  province: string | null;
  stratum: string | null;
  communeType: string | null;
}

/** A leaf indicator (limbs instead of the indicator they belong to) of a scored sheet that is not met. */
export interface IndicatorGapRow {
  unitId: number;
  criterionId: number;
  number: number;
  criterionTitle: string;
  indicatorId: number;
  code: string;
  title: string;
  unit: string;
  decimals: number;
  direction: Direction;
  delegated: boolean;
  verdict: "unmet" | "missing" | "undefined-threshold";
  gap: DecimalText | null;
  progress: DecimalText | null;
  value: DecimalText | null;
  booleanValue: boolean | null;
  gradeValue: string | null;
  threshold: DecimalText | null;
  thresholdMax: DecimalText | null;
  thresholdOutOf: number | null;
  thresholdGrade: string | null;
  thresholdProvenance: DataProvenance | null;
  thresholdSource: string | null;
  previousVerdict: Verdict | null;
  previousValue: DecimalText | null;
}

/** A criterion that a document records as not met, without figures. */
export interface CriterionGapRow {
  unitId: number;
  criterionId: number;
  number: number;
  criterionTitle: string;
  verdict: "unmet" | "missing" | "undefined-threshold";
  previousVerdict: Verdict | null;
  documentCode: string | null;
}

export interface GapTaskRow {
  id: number;
  unitId: number;
  criterionId: number;
  title: string;
  deadline: string | null;
  deadlineText: string | null;
  bodies: string | null;
  documentCode: string | null;
}

/** Who of the level above answers for a criterion. */
export interface VerifierRow {
  unitId: number;
  criterionId: number;
  position: string;
}

/** Who of the unit itself answers for a criterion today. */
export interface OfficialRow {
  unitId: number;
  criterionId: number;
  official: string;
}

export interface GapRows {
  units: GapUnitRow[];
  indicators: IndicatorGapRow[];
  criteria: CriterionGapRow[];
  tasks: GapTaskRow[];
  verifiers: VerifierRow[];
  officials: OfficialRow[];
  /** Leaf indicators of the set: what a sheet that nobody began lacks. */
  indicatorCount: number;
  heads: { id: number; number: number; title: string }[];
}

/** A threshold chosen for a row that has none stored (a missing figure is not judged, its threshold stands). */
export type ThresholdLookup = (
  indicatorId: number,
  context: ThresholdContext,
) => {
  value: DecimalText | null;
  valueMax: DecimalText | null;
  outOf: number | null;
  gradeValue: string | null;
  provenance: DataProvenance;
  source: string;
} | null;

export type GapGroup = "easy" | "soon" | "overdue" | "rest" | "unmeasured";

export interface GapItem {
  key: string;
  kind: "indicator" | "criterion" | "sheet";
  /** Indicators this row stands for: one, or all of a sheet that nobody began. */
  weight: number;
  unitCode: string;
  unitLabel: string;
  /** Null for a whole sheet. */
  number: number | null;
  criterionTitle: string | null;
  code: string | null;
  title: string;
  verdict: "unmet" | "missing" | "undefined-threshold";
  state: DisplayState;
  measureUnit: string;
  value: string | null;
  threshold: string | null;
  thresholdSource: ProvenanceName | null;
  thresholdText: string | null;
  /** "0,4", in the indicator's unit; the unit stands in its own column. */
  gap: string | null;
  /** "còn thiếu 0,4 điểm %", for readers and phones. */
  gapWords: string | null;
  progress: DecimalText | null;
  change: string | null;
  isWorse: boolean;
  taskTitle: string | null;
  taskDocument: string | null;
  otherTasks: number;
  owner: string;
  /** The official of the unit who answers for the criterion, when one is named. */
  official: string | null;
  deadline: string | null;
  /** As printed, when the document gives no day. */
  deadlineText: string | null;
  group: GapGroup;
}

export interface GapSection {
  key: string;
  title: string;
  /** Rows of the whole section, of which `items` may be a page. */
  count: number;
  items: (GapItem & { position: number })[];
}

export interface GapList {
  sections: GapSection[];
  /** Gaps before filters, after filters, and rows on this page. */
  total: number;
  filtered: number;
  filteredRows: number;
  shownRows: number;
  page: number;
  pages: number;
  counts: { unmet: number; missing: number; undefinedThreshold: number; regressed: number; overdue: number };
  bodies: string[];
  criteria: { number: number; title: string }[];
  isIllustrative: boolean;
  hasRecorded: boolean;
  unitCount: number;
}
