import { compareDecimals, divideDecimals, signOfDecimal, subtractDecimals } from "./decimal";
import { compareRatio, findGradeStep, type UsableFigure } from "./figures";
import { isNearBound } from "./near";
import { isDecided } from "./thresholds";
import type { DecimalText, Direction, ResolvedIndicator, ThresholdRow } from "./types";

/** What a usable figure comes to against the chosen threshold. Measures as in IndicatorScore. */
export interface Judgement {
  verdict: "met" | "unmet" | "undefined-threshold";
  gap: DecimalText | null;
  margin: DecimalText | null;
  progress: DecimalText | null;
  isNear: boolean;
}

/** Progress of the unmet stops here: 1 is told of the met alone. */
const ALMOST = "0.999999";
const SMALLEST_GAP = "0.000001";
const UNDEFINED: Judgement = {
  verdict: "undefined-threshold",
  gap: null,
  margin: null,
  progress: null,
  isNear: false,
};

/**
 * Judges a usable figure by the indicator's resolved threshold, exactly: 94.99 is not 95, and a ratio is
 * compared by its two counts, not by its rounded quotient.
 * Without a known threshold, or one that does not fit the direction, the verdict is "undefined-threshold".
 */
export function judgeFigure(indicator: Omit<ResolvedIndicator, "limbs">, figure: UsableFigure): Judgement {
  const { row, reason } = indicator.threshold;
  if (row === null || !isDecided(reason)) return UNDEFINED;
  if (figure.kind === "boolean") {
    // Nothing lies between yes and no: there is no gap to measure.
    return figure.isYes
      ? { verdict: "met", gap: null, margin: null, progress: "1", isNear: false }
      : { verdict: "unmet", gap: null, margin: null, progress: null, isNear: false };
  }
  if (figure.kind === "grade") return judgeGrade(indicator.gradeScale, row, figure.step);
  return judgeNumber(indicator, row, figure);
}

/** Gap and margin count steps of the scale. */
function judgeGrade(scale: readonly string[], row: ThresholdRow, step: number): Judgement {
  const required = row.gradeValue === null ? -1 : findGradeStep(scale, row.gradeValue);
  if (required < 0) return UNDEFINED;
  if (step >= required) {
    return { verdict: "met", gap: null, margin: String(step - required), progress: "1", isNear: false };
  }
  const progress = divideDecimals(String(step), String(required), 6);
  return { verdict: "unmet", gap: String(required - step), margin: null, progress, isNear: false };
}

function judgeNumber(
  indicator: Omit<ResolvedIndicator, "limbs">,
  row: ThresholdRow,
  figure: UsableFigure & { kind: "number" },
): Judgement {
  const { direction } = indicator;
  const lower = lowerBound(direction, row);
  const upper = upperBound(direction, row);
  if (lower === null && upper === null) return UNDEFINED;
  const isStrict = direction === "gt" || direction === "lt";
  const { value } = figure;

  if (lower !== null) {
    const order = compareFigure(figure, lower);
    if (order < 0 || (isStrict && order === 0)) return shortOf(value, lower, order);
  }
  if (upper !== null) {
    const order = compareFigure(figure, upper);
    if (order > 0 || (isStrict && order === 0)) return beyond(value, upper, order);
  }
  const above = lower === null ? null : atLeastZero(subtractDecimals(value, lower));
  const below = upper === null ? null : atLeastZero(subtractDecimals(upper, value));
  const isLowerNearest = below === null || (above !== null && compareDecimals(above, below) <= 0);
  const margin = (isLowerNearest ? above : below) ?? "0";
  const bound = (isLowerNearest ? lower : upper) ?? "0";
  return {
    verdict: "met",
    gap: null,
    margin,
    progress: "1",
    isNear: isNearBound(indicator, bound, margin),
  };
}

function lowerBound(direction: Direction, row: ThresholdRow): DecimalText | null {
  return direction === "lte" || direction === "lt" ? null : row.value;
}

function upperBound(direction: Direction, row: ThresholdRow): DecimalText | null {
  if (direction === "range") return row.valueMax;
  return direction === "lte" || direction === "lt" || direction === "eq" ? row.value : null;
}

function compareFigure(figure: UsableFigure & { kind: "number" }, bound: DecimalText): -1 | 0 | 1 {
  return figure.ratio === null ? compareDecimals(figure.value, bound) : compareRatio(figure.ratio, bound);
}

function shortOf(value: DecimalText, lower: DecimalText, order: number): Judgement {
  const progress =
    signOfDecimal(lower) <= 0 ? null : signOfDecimal(value) <= 0 ? "0" : divideDecimals(value, lower, 6);
  return unmet(subtractDecimals(lower, value), progress, order);
}

function beyond(value: DecimalText, upper: DecimalText, order: number): Judgement {
  const progress =
    signOfDecimal(upper) < 0 ? null : signOfDecimal(value) <= 0 ? "0" : divideDecimals(upper, value, 6);
  return unmet(subtractDecimals(value, upper), progress, order);
}

/** A rounded quotient may meet the bound which the counts themselves miss: the gap then is the least we can print. */
function unmet(gap: DecimalText, progress: DecimalText | null, order: number): Judgement {
  const isRoundedAway = order !== 0 && signOfDecimal(gap) <= 0;
  return {
    verdict: "unmet",
    gap: isRoundedAway ? SMALLEST_GAP : gap,
    margin: null,
    progress: progress !== null && compareDecimals(progress, ALMOST) > 0 ? ALMOST : progress,
    isNear: false,
  };
}

function atLeastZero(value: DecimalText): DecimalText {
  return signOfDecimal(value) < 0 ? "0" : value;
}
