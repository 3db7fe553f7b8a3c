import type { DecimalText, Direction, DisplayState } from "@/lib/scoring/types";

/**
 * Two layers: `…Row` is what SQL hands over (small, flat, codes and counts), `Overview…` is the view model
 * that components draw. Days are "2024-12-25", periods "2024-Q4".
 */

export type SheetStatus = "draft" | "submitted" | "returned" | "verified" | "approved";

export interface CriterionHead {
  id: number;
  number: number;
  title: string;
  shortTitle: string;
  /** False for conditions that are tracked but do not count in x of y. */
  isCounted: boolean;
}

/** One unit of the scope with its sheet of this period and the counts of the one before. */
export interface UnitSheetRow {
  code: string;
  kind: string;
  name: string;
  basis: "stated" | "implied" | "inferred" | "illustrative";
  enrolled: boolean;
  recognition: "none" | "registered" | "recognised" | "revoked" | null;
  status: SheetStatus | null;
  provenance: "self_assessed" | "verified" | "recognised" | null;
  sheetBasis: "scored" | "recorded" | null;
  isIllustrative: boolean | null;
  met: number | null;
  total: number | null;
  entered: number | null;
  indicators: number | null;
  /** Day of sending, in Vietnam. */
  sentOn: string | null;
  dueOn: string | null;
  updatedAt: Date | null;
  metPhrase: string | null;
  documentCode: string | null;
  /** "1m 2u 3n": criterion number and verdict letter, see `readVerdicts`. */
  verdicts: string | null;
  previousStatus: SheetStatus | null;
  previousBasis: "scored" | "recorded" | null;
  previousMet: number | null;
  previousVerdicts: string | null;
}

export interface TrendRow {
  period: string;
  sheets: number;
  sum: number;
  lower: number;
  upper: number;
  verified: number;
  isIllustrative: boolean;
}

export interface RegressionRow {
  unitCode: string;
  kind: string;
  name: string;
  number: number;
  shortTitle: string;
  /** Null when only the criterion's result is known (recorded, not measured). */
  code: string | null;
  title: string | null;
  unit: string | null;
  decimals: number | null;
  direction: Direction | null;
  value: DecimalText | null;
  booleanValue: boolean | null;
  gradeValue: string | null;
  threshold: DecimalText | null;
  thresholdMax: DecimalText | null;
  thresholdGrade: string | null;
  previous: DecimalText | null;
}

export interface OverdueTaskRow {
  id: number;
  unitCode: string;
  kind: string;
  name: string;
  title: string;
  number: number | null;
  deadline: string;
  bodies: string | null;
  documentType: string | null;
  isIllustrative: boolean;
  total: number;
}

export interface OverviewRows {
  criteria: CriterionHead[];
  units: UnitSheetRow[];
  trend: TrendRow[];
  regressions: RegressionRow[];
  overdueTasks: OverdueTaskRow[];
}

/** How a sheet stands, in one word of a closed list. */
export type SheetFlag = "not-started" | "draft" | "returned" | "recorded" | null;

export interface OverviewUnit {
  code: string;
  label: string;
  flag: SheetFlag;
  /** Null when nothing is known. */
  met: number | null;
  total: number;
  /** Only when both periods were sent or recorded. */
  change: number | null;
  previousMet: number | null;
  /** One per criterion, in the order of the heads. */
  states: DisplayState[];
  /** "Chưa đạt: 15, 17. Suy giảm: 17", in words for phones and readers. */
  words: string;
  regressedNumbers: number[];
}

export type SendState = "on-time" | "late" | "sent" | "not-sent" | "recorded";

export interface SendGroup {
  key: "approved" | "verified" | "submitted" | "returned" | "draft" | "not-started" | "recorded";
  title: string;
  units: { code: string; label: string; note: string | null }[];
}

export interface OverviewRegression {
  unitCode: string;
  unitLabel: string;
  number: number;
  shortTitle: string;
  /** "17.3: còn 81,0 %, mức đạt từ 85 %"; null when nothing was measured. */
  measured: string | null;
}

export interface OverviewOverdue {
  key: string;
  unitCode: string | null;
  unitLabel: string;
  text: string;
  detail: string;
  days: number;
  href: "gaps" | "sheets";
}

export interface TrendPoint {
  period: string;
  /** "IV/24" for an axis. */
  axisLabel: string;
  average: number;
  lower: number;
  upper: number;
  sheets: number;
  verified: number;
  /** True when every sheet of the period was verified. */
  isSettled: boolean;
}

export interface Overview {
  unitNoun: string;
  criteria: CriterionHead[];
  countedTotal: number;
  units: OverviewUnit[];
  /** Units of the scope that do not follow this set: named, never scored. */
  outside: { code: string; label: string }[];
  /** Met per criterion over all visible units, in the order of the heads; null where no unit is told by name. */
  metPerCriterion: (number | null)[];
  hasFigures: boolean;
  isIllustrative: boolean;
  complete: {
    count: number;
    previous: number | null;
    /** Units recognised by decision, whatever they score today. */
    recognised: number;
  };
  average: { value: number | null; change: number | null; comparedUnits: number; countedUnits: number };
  regressed: { criteria: number; units: number };
  sending: {
    sent: number;
    onTime: number;
    late: number;
    notSent: number;
    recorded: number;
    verified: number;
    dueOn: string | null;
    groups: SendGroup[];
    days: { day: string; onTime: number; late: number }[];
  };
  regressions: OverviewRegression[];
  overdue: OverviewOverdue[];
  overdueTotal: number;
  trend: TrendPoint[];
  /** Latest period with figures when this one has none. */
  latestPeriod: string | null;
  ranking: { code: string; label: string; previous: number; current: number; change: number }[];
  changeCounts: { up: number; same: number; down: number };
  updatedAt: string | null;
}
