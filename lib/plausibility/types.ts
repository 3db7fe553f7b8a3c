import type { DecimalText, FigureInput } from "@/lib/scoring/types";

/** error: blocks sending. warning: asks for a note beside the figure, and is content with it. */
export type Severity = "error" | "warning";

export type FigurePart = "value" | "numerator" | "denominator";

/** A number of the sheet, by the printed code of its indicator (or limb). */
export interface Operand {
  indicator: string;
  part: FigurePart;
}

/** Which indicators a rule is for: by name, or all of a kind. */
export interface Selection {
  indicators?: readonly string[] | undefined;
  kinds?: readonly ("percent" | "number" | "count" | "boolean" | "grade" | "level")[] | undefined;
}

export type RuleBody =
  /** One number against another: "có chứng chỉ ≤ qua đào tạo". */
  | { kind: "compare"; left: Operand; op: "lte" | "lt" | "eq"; right: Operand }
  /** Parts against their whole. */
  | { kind: "sum"; parts: readonly Operand[]; op: "lte" | "eq"; whole: Operand; tolerance: DecimalText }
  /** Against the unit's own last period: in the indicator's unit, or in percent of the last value. */
  | { kind: "jump"; select: Selection; mode: "points" | "relative"; limit: DecimalText }
  /** Against the other communes of the same stratum: further from their median than k spreads (MAD). */
  | {
      kind: "outlier";
      select: Selection;
      k: DecimalText;
      /** The spread is taken for at least this much, so that communes that are all alike raise no alarm. */
      minSpread: DecimalText;
      /** With fewer communes there is nothing to compare with. */
      minPeers: number;
    }
  /** Yes became no, or a grade fell, since last period. */
  | { kind: "note"; select: Selection; when: "dropped" };

export type PlausibilityRule = RuleBody & { code: string; severity: Severity; message: string };

/** What the other communes of the stratum wrote. */
export interface PeerFacts {
  median: DecimalText;
  /** Median of the distances from the median. */
  spread: DecimalText;
  count: number;
}

/** What rules need beside the sheet; plain JSON, it crosses to the browser. */
export interface PlausibilityGround {
  rules: PlausibilityRule[];
  /** Indicator id → the others. */
  peers: Record<number, PeerFacts | undefined>;
  /** "quý III/2024": the period of `previous`. */
  previousLabel: string;
}

/** One thing that looks wrong, addressed to a field of the sheet. */
export interface Finding {
  rule: string;
  severity: Severity;
  indicatorId: number;
  /** Printed code of the indicator. */
  code: string;
  /** Vietnamese sentence that says what to do. */
  message: string;
  /** A warning whose figure has a note. */
  isExplained: boolean;
}

export interface SheetFigures {
  figures: Readonly<Record<number, FigureInput | undefined>>;
  previous: Readonly<Record<number, FigureInput | undefined>>;
  /** Indicator id → note. */
  notes: Readonly<Record<number, string | null | undefined>>;
}
