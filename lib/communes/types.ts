import type { ProvenanceName } from "@/lib/gaps/threshold-text";
import type { DataProvenance, DecimalText, Direction, DisplayState, Verdict } from "@/lib/scoring/types";

/** `…Row` is what SQL hands over; the others are what the page draws. Days are "2024-12-25". */

export type SheetStatus = "draft" | "submitted" | "returned" | "verified" | "approved";

export interface UnitHeadRow {
  label: string;
  kind: string;
  level: "province" | "district" | "commune" | "village";
  basis: "stated" | "implied" | "inferred" | "illustrative";
  basisNote: string | null;
  parentCode: string | null;
  parentLabel: string | null;
  parentBasis: UnitHeadRow["basis"] | null;
  parentBasisNote: string | null;
}

export interface SheetRow {
  id: number;
  setId: number;
  setCode: string;
  setTitle: string;
  period: string;
  status: SheetStatus;
  provenance: "self_assessed" | "verified" | "recognised";
  basis: "scored" | "recorded";
  asOf: string | null;
  metPhrase: string | null;
  derivedNote: string | null;
  met: number;
  unmet: number;
  missing: number;
  exempt: number;
  undefinedCount: number;
  total: number;
  entered: number;
  indicators: number;
  returnReason: string | null;
  isIllustrative: boolean;
  documentCode: string | null;
  documentTitle: string | null;
}

export interface CriterionRow {
  id: number;
  number: number;
  title: string;
  shortTitle: string;
  groupTitle: string | null;
  isCounted: boolean;
  verdict: Verdict | null;
  isNear: boolean | null;
  isDerived: boolean | null;
  basis: "scored" | "recorded" | null;
  metIndicators: number | null;
  totalIndicators: number | null;
  previousVerdict: Verdict | null;
}

export interface IndicatorRow {
  id: number;
  parentId: number | null;
  criterionId: number;
  code: string;
  title: string;
  unit: string;
  decimals: number;
  direction: Direction;
  delegated: boolean;
  hasLimbs: boolean;
  verdict: Verdict;
  isNear: boolean;
  gap: DecimalText | null;
  progress: DecimalText | null;
  value: DecimalText | null;
  booleanValue: boolean | null;
  gradeValue: string | null;
  note: string | null;
  threshold: DecimalText | null;
  thresholdMax: DecimalText | null;
  thresholdOutOf: number | null;
  thresholdGrade: string | null;
  thresholdProvenance: DataProvenance | null;
  thresholdSource: string | null;
  previousVerdict: Verdict | null;
  previousValue: DecimalText | null;
}

export interface TaskRow {
  id: number;
  title: string;
  number: number | null;
  setId: number | null;
  deadline: string | null;
  deadlineText: string | null;
  recurrence: string | null;
  status: "open" | "in_progress" | "done" | "cancelled";
  reference: string | null;
  note: string | null;
  responsible: string | null;
  coordinating: string | null;
  documentCode: string | null;
  isIllustrative: boolean;
}

export interface TargetRow {
  id: number;
  label: string;
  scopeLabel: string | null;
  number: number | null;
  code: string | null;
  groupTitle: string | null;
  setCode: string | null;
  year: number | null;
  quarter: number | null;
  periodText: string | null;
  printed: string;
  unitOfMeasure: string;
  dueOn: string | null;
  note: string | null;
  documentCode: string | null;
  isIllustrative: boolean;
}

export interface MilestoneRow {
  id: number;
  title: string;
  number: number | null;
  targetMet: number | null;
  duePeriod: string;
  dueOn: string;
  dueText: string;
  documentCode: string | null;
  isIllustrative: boolean;
}

export interface VillageRow {
  id: number;
  label: string | null;
  standard: string;
  status: "met" | "maintained" | "target";
  countMet: number | null;
  countTotal: number | null;
  asOfText: string;
  dueOn: string | null;
  note: string | null;
  isIllustrative: boolean;
}

export interface DocumentRow {
  code: string;
  type: "resolution" | "conclusion_notice" | "directive" | "plan" | "report";
  subject: string;
  numberText: string | null;
  dateText: string | null;
  signer: string | null;
}

export interface FactRow {
  documentCode: string;
  key: string;
  label: string;
  printed: string;
  periodText: string | null;
  note: string | null;
  printedPercent: DecimalText | null;
  computedPercent: DecimalText | null;
  isInconsistent: boolean;
}

export interface CommuneRows {
  head: UnitHeadRow;
  sheets: SheetRow[];
  criteria: CriterionRow[];
  indicators: IndicatorRow[];
  tasks: TaskRow[];
  targets: TargetRow[];
  milestones: MilestoneRow[];
  villages: VillageRow[];
  /** Villages of the commune that are units of their own. */
  villageNames: string[];
  documents: DocumentRow[];
  facts: FactRow[];
}

export interface CommuneIndicator {
  id: number;
  code: string;
  title: string;
  isLimb: boolean;
  /** An indicator that only sums up its limbs. */
  isParent: boolean;
  unit: string;
  state: DisplayState;
  value: string | null;
  threshold: string | null;
  thresholdSource: ProvenanceName | null;
  thresholdText: string | null;
  gapWords: string | null;
  change: string | null;
  note: string | null;
}

export interface CommuneCriterion {
  id: number;
  number: number;
  title: string;
  shortTitle: string;
  groupTitle: string | null;
  state: DisplayState;
  basis: "scored" | "recorded";
  isDerived: boolean;
  /** "3/5 chỉ tiêu đạt"; null when nothing was measured. */
  counts: string | null;
  indicators: CommuneIndicator[];
  tasks: TaskRow[];
  milestones: MilestoneRow[];
}

export interface HistoryPoint {
  period: string;
  axisLabel: string;
  met: number;
  total: number;
  /** Null when the period before has no result. */
  change: number | null;
  statusWords: string;
  isSettled: boolean;
}

export interface TargetGroup {
  title: string | null;
  targets: TargetRow[];
}

export interface VillageSummary {
  standard: string;
  /** Known by name: one cell each. */
  named: VillageRow[];
  /** "5/7" as a document prints it. */
  count: { met: number; total: number; asOfText: string; note: string | null } | null;
}

export interface CommunePage {
  head: UnitHeadRow;
  sheet: SheetRow | null;
  /** "cơ bản đạt, 10/3/2023". */
  sheetWords: string;
  change: number | null;
  previousPeriod: string;
  criteria: CommuneCriterion[];
  /** One state per counted criterion, or one unnamed cell each where the list is not known. */
  strip: { number: number | null; title: string; state: DisplayState; note?: string }[];
  history: HistoryPoint[];
  /** Newest result under every other set. */
  otherSets: SheetRow[];
  /** Latest period of this set with a result when this one has none. */
  latestPeriod: string | null;
  /** The next promise about the whole set: from x/n to y/n. */
  promise: { title: string; from: number | null; to: number | null; total: number; dueText: string } | null;
  targets: TargetGroup[];
  targetCount: number;
  milestones: MilestoneRow[];
  villages: VillageSummary[];
  villageNames: string[];
  tasks: TaskRow[];
  documents: DocumentRow[];
  facts: FactRow[];
  isIllustrative: boolean;
}
