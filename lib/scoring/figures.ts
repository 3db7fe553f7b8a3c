import {
  compareDecimals,
  divideDecimals,
  isDecimal,
  isWholeDecimal,
  multiplyDecimals,
  normalizeDecimal,
  signOfDecimal,
} from "./decimal";
import type { DecimalText, FigureInput, ResolvedIndicator } from "./types";

/** Digits kept of a quotient. Only for showing and measuring: verdicts compare the two counts themselves. */
export const QUOTIENT_DIGITS = 6;

export interface Ratio {
  numerator: DecimalText;
  /** Above zero. */
  denominator: DecimalText;
  /** What the quotient is multiplied by: 100 for a percentage, otherwise 1. */
  factor: "1" | "100";
}

/** A figure of the right shape for its indicator. */
export type UsableFigure =
  | { kind: "number"; value: DecimalText; ratio: Ratio | null }
  | { kind: "boolean"; isYes: boolean }
  /** Position on the indicator's scale, 0 the worst. */
  | { kind: "grade"; step: number; word: string };

type FigureShape = Pick<
  ResolvedIndicator,
  "kind" | "direction" | "hasRatio" | "minValue" | "maxValue" | "gradeScale" | "threshold"
>;

/**
 * The figure as its indicator reads it, or null when there is none of the right shape: nothing entered,
 * the wrong kind of answer, one of two counts only, a denominator of zero, a word outside the scale, a
 * fraction where things are counted, a value outside the indicator's own limits. Null is "missing",
 * never a pass and never a fail.
 *
 * A ratio follows from its two counts when both are there; a share quoted without counts is taken as it is.
 */
export function readFigure(indicator: FigureShape, figure: FigureInput | undefined): UsableFigure | null {
  if (figure === undefined) return null;
  switch (indicator.direction) {
    case "pass":
      return figure.booleanValue === null || figure.booleanValue === undefined
        ? null
        : { kind: "boolean", isYes: figure.booleanValue };
    case "grade":
      return readGrade(indicator, figure);
    case "level":
      return readGrade(indicator, figure) ?? readNumber(indicator, figure);
    case "n_of_m":
      return readPart(indicator, figure);
    default:
      return readNumber(indicator, figure);
  }
}

/** Step of a word on an ordered scale (case and Unicode form ignored), or −1. */
export function findGradeStep(scale: readonly string[], word: string): number {
  const wanted = foldWord(word);
  return scale.findIndex((grade) => foldWord(grade) === wanted);
}

function readGrade(indicator: FigureShape, figure: FigureInput): UsableFigure | null {
  if (figure.gradeValue === null || figure.gradeValue === undefined) return null;
  const step = findGradeStep(indicator.gradeScale, figure.gradeValue);
  const word = indicator.gradeScale[step];
  return word === undefined ? null : { kind: "grade", step, word };
}

function readNumber(indicator: FigureShape, figure: FigureInput): UsableFigure | null {
  if (indicator.hasRatio && (hasText(figure.numerator) || hasText(figure.denominator))) {
    return readRatio(indicator, figure);
  }
  if (!isDecimal(figure.value)) return null;
  return withinLimits(indicator, { kind: "number", value: normalizeDecimal(figure.value), ratio: null });
}

function readRatio(indicator: FigureShape, figure: FigureInput): UsableFigure | null {
  const { numerator, denominator } = figure;
  if (!isDecimal(numerator) || !isDecimal(denominator)) return null;
  if (signOfDecimal(numerator) < 0 || signOfDecimal(denominator) <= 0) return null;
  const factor = indicator.kind === "percent" ? "100" : "1";
  const above = factor === "100" ? multiplyDecimals(numerator, factor) : numerator;
  const value = divideDecimals(above, denominator, QUOTIENT_DIGITS);
  const ratio: Ratio = { numerator, denominator, factor };
  if (indicator.minValue !== null && compareRatio(ratio, indicator.minValue) < 0) return null;
  if (indicator.maxValue !== null && compareRatio(ratio, indicator.maxValue) > 0) return null;
  return { kind: "number", value, ratio };
}

/**
 * How many of the m: the count itself, or the first of two counts. Counts of another whole than the
 * threshold's ("5 of 6" where the threshold says "of 7") are no figure for it.
 */
function readPart(indicator: FigureShape, figure: FigureInput): UsableFigure | null {
  const { numerator, denominator } = figure;
  const part = isDecimal(numerator) ? numerator : figure.value;
  if (!isDecimal(part) || signOfDecimal(part) < 0 || !isWholeDecimal(part)) return null;
  if (isDecimal(denominator) && compareDecimals(part, denominator) > 0) return null;
  const outOf = indicator.threshold.row?.outOf ?? null;
  if (outOf !== null) {
    if (isDecimal(denominator) && compareDecimals(denominator, String(outOf)) !== 0) return null;
    if (compareDecimals(part, String(outOf)) > 0) return null;
  }
  return withinLimits(indicator, { kind: "number", value: normalizeDecimal(part), ratio: null });
}

function withinLimits(
  indicator: FigureShape,
  figure: { kind: "number"; value: DecimalText; ratio: Ratio | null },
): UsableFigure | null {
  const { value } = figure;
  const isCounted = indicator.kind === "count" || indicator.kind === "level";
  if (isCounted && (signOfDecimal(value) < 0 || !isWholeDecimal(value))) return null;
  if (indicator.minValue !== null && compareDecimals(value, indicator.minValue) < 0) return null;
  if (indicator.maxValue !== null && compareDecimals(value, indicator.maxValue) > 0) return null;
  return figure;
}

/** Quotient against a number, exactly: numerator × factor against number × denominator. */
export function compareRatio(ratio: Ratio, number: DecimalText): -1 | 0 | 1 {
  const above = ratio.factor === "100" ? multiplyDecimals(ratio.numerator, "100") : ratio.numerator;
  return compareDecimals(above, multiplyDecimals(number, ratio.denominator));
}

function hasText(text: DecimalText | null | undefined): boolean {
  return text !== null && text !== undefined;
}

function foldWord(word: string): string {
  return word.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
