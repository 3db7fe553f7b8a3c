/**
 * The vocabulary of scoring. Plain JSON shapes, so that the same objects serve browser, server,
 * importer and reports. Decimals are canonical text ("94.99", "-0.5"): no binary float meets a threshold.
 */

/** Canonical decimal text: optional "-", digits, optional "." with digits; no exponent, no grouping. */
export type DecimalText = string;

export type Verdict = "met" | "unmet" | "missing" | "exempt" | "undefined-threshold";

/** How a verdict shows: near counts as met, regressed counts as unmet, unnamed is told only as a count. */
export type DisplayState = Verdict | "near" | "regressed" | "unnamed";

export type IndicatorKind = "percent" | "number" | "count" | "boolean" | "grade" | "level";

export type Direction = "gte" | "lte" | "gt" | "lt" | "eq" | "range" | "n_of_m" | "pass" | "grade" | "level";

export type DataProvenance = "sourced" | "recalled" | "unknown" | "illustrative";

/** One row of thresholds; null selectors mean "any". Codes, not ids, so that rows are readable. */
export interface ThresholdRow {
  id: number;
  province: string | null;
  stratum: string | null;
  communeType: string | null;
  year: number | null;
  value: DecimalText | null;
  valueMax: DecimalText | null;
  outOf: number | null;
  gradeValue: string | null;
  provenance: DataProvenance;
  source: string;
  note: string | null;
}

/** What a unit brings to the choice of a threshold. */
export interface ThresholdContext {
  province: string | null;
  stratum: string | null;
  communeType: string | null;
  year: number;
}

export type ThresholdReason =
  | "province"
  | "stratum-and-year"
  | "stratum"
  | "year"
  | "default"
  /** The national text leaves the number to the province and the province has no row. */
  | "province-decides"
  /** A row applies but its number is not known. */
  | "unknown-number"
  | "no-row";

export interface ResolvedThreshold {
  /** The row that decides, or null when there is none to decide by. */
  row: ThresholdRow | null;
  reason: ThresholdReason;
}

interface IndicatorCore {
  id: number;
  code: string;
  title: string;
  unit: string;
  kind: IndicatorKind;
  direction: Direction;
  decimals: number;
  minValue: DecimalText | null;
  maxValue: DecimalText | null;
  /** Worst to best. */
  gradeScale: string[];
  hasRatio: boolean;
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  points: DecimalText | null;
  delegatedToProvince: boolean;
}

export interface IndicatorDefinition extends IndicatorCore {
  thresholds: ThresholdRow[];
  /** Conditions that must all hold; empty for a simple indicator. Figures belong to limbs then. */
  limbs: IndicatorDefinition[];
}

export type CriterionRule =
  | { kind: "all" }
  | { kind: "k_of_n"; k: number }
  | { kind: "points"; passMark: DecimalText };

export interface CriterionDefinition {
  id: number;
  number: number;
  title: string;
  rule: CriterionRule;
  isCounted: boolean;
  indicators: IndicatorDefinition[];
}

export interface SetDefinition {
  id: number;
  code: string;
  title: string;
  criteria: CriterionDefinition[];
}

/** A set with every threshold already chosen for one unit and year: what the browser is sent. */
export interface ResolvedIndicator extends IndicatorCore {
  threshold: ResolvedThreshold;
  limbs: ResolvedIndicator[];
}

export interface ResolvedCriterion extends Omit<CriterionDefinition, "indicators"> {
  indicators: ResolvedIndicator[];
}

export interface ResolvedSet extends Omit<SetDefinition, "criteria"> {
  criteria: ResolvedCriterion[];
}

export interface FigureInput {
  value: DecimalText | null;
  numerator: DecimalText | null;
  denominator: DecimalText | null;
  booleanValue: boolean | null;
  gradeValue: string | null;
}

/** Indicator (or limb) id → figure. */
export type FigureMap = Readonly<Record<number, FigureInput | undefined>>;

/** Indicator id → why it does not apply. */
export type ExemptionMap = Readonly<Record<number, { reason: string; documentText: string } | undefined>>;

export interface IndicatorScore {
  indicatorId: number;
  code: string;
  verdict: Verdict;
  /** The value that was judged; for a ratio, the quotient. Null when there is none. */
  value: DecimalText | null;
  thresholdId: number | null;
  /** How much is lacking, in the indicator's own unit (percentage points for percent); null unless unmet and measurable. */
  gap: DecimalText | null;
  /** How much above (or below, for at-most) the threshold; null unless met and measurable. */
  margin: DecimalText | null;
  /** 0..1 with six decimals; "1" when met; null when not measurable. */
  progress: DecimalText | null;
  isNear: boolean;
  limbs: IndicatorScore[];
}

export interface CriterionScore {
  criterionId: number;
  number: number;
  verdict: Verdict;
  isNear: boolean;
  metIndicators: number;
  totalIndicators: number;
  indicators: IndicatorScore[];
}

/** met + unmet + missing + exempt + undefinedThreshold = total, always. */
export interface Totals {
  met: number;
  unmet: number;
  missing: number;
  exempt: number;
  undefinedThreshold: number;
  total: number;
}

export interface UnitScore {
  totals: Totals;
  criteria: CriterionScore[];
  /** Indicators with a usable figure or an exemption. */
  enteredCount: number;
  indicatorCount: number;
}
