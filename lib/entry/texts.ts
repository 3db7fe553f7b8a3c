import {
  formatDecimal,
  formatDecimalBeside,
  formatMeasure,
  formatShortfall,
  formatSurplus,
  printUnit,
  type ThresholdSense,
} from "@/lib/numbers/format";
import type {
  DecimalText,
  FigureInput,
  IndicatorScore,
  ResolvedIndicator,
  ThresholdRow,
} from "@/lib/scoring/types";

const PASS_WORD = "Đạt";
const FAIL_WORD = "Chưa đạt";

/** "Đạt", "Chưa đạt". */
export function sayChoice(choice: boolean): string {
  return choice ? PASS_WORD : FAIL_WORD;
}

/** Unit to stand beside an input: none for yes/no and grades. */
export function sayUnit(indicator: ResolvedIndicator): string {
  if (indicator.kind === "boolean" || indicator.kind === "grade") return "";
  // Long units may break after a slash.
  return printUnit(indicator.unit).replaceAll("/", "/\u200b");
}

function measure(indicator: ResolvedIndicator, value: DecimalText): string {
  // Long units stand beside the input; in the narrow columns only "%" is repeated.
  return indicator.unit.trim() === "%" ? formatMeasure(value, "%") : formatDecimal(value);
}

function sayThresholdRow(indicator: ResolvedIndicator, row: ThresholdRow): string | null {
  const { value, valueMax, outOf, gradeValue } = row;
  switch (indicator.direction) {
    case "pass":
      return gradeValue ?? PASS_WORD;
    case "grade":
    case "level":
      if (gradeValue !== null) return `từ ${gradeValue}`;
      return value === null ? null : `từ ${measure(indicator, value)}`;
    case "range":
      if (value === null || valueMax === null) return null;
      return `${formatDecimal(value)} – ${measure(indicator, valueMax)}`;
    case "n_of_m":
      if (value === null) return null;
      return outOf === null ? `≥ ${formatDecimal(value)}` : `${formatDecimal(value)}/${outOf}`;
    default: {
      const sign = { gte: "≥", lte: "≤", gt: ">", lt: "<", eq: "=" }[indicator.direction];
      return value === null ? null : `${sign} ${measure(indicator, value)}`;
    }
  }
}

/** "≥ 80 %", "từ Khá", "Đạt"; null when there is no number to judge by. */
export function sayThreshold(indicator: ResolvedIndicator): string | null {
  const { row } = indicator.threshold;
  return row === null ? null : sayThresholdRow(indicator, row);
}

/** A target in the narrow column: its number where it has one, else as printed. */
export function sayTarget(
  indicator: ResolvedIndicator,
  target: { text: string; value: DecimalText | null },
): string {
  return target.value === null ? target.text : measure(indicator, target.value);
}

/** A figure in one line: "77,1 %", "55,9", "Đạt", "Khá"; null when there is none. */
export function sayFigure(
  indicator: ResolvedIndicator,
  figure: FigureInput | null | undefined,
): string | null {
  if (!figure) return null;
  if (figure.booleanValue !== null) return sayChoice(figure.booleanValue);
  if (figure.gradeValue !== null) return figure.gradeValue;
  if (figure.value === null) return null;
  const shown = sayValue(indicator, figure.value);
  return indicator.unit.trim() === "%" ? `${shown} %` : shown;
}

/**
 * A value with the indicator's digits, or two where it has them; more where it would otherwise look like the
 * threshold when it is not. (A quotient can have any number of digits.)
 */
export function sayValue(indicator: ResolvedIndicator, value: DecimalText): string {
  const digits = Math.max(indicator.decimals, Math.min(value.split(".")[1]?.length ?? 0, 2));
  const threshold = indicator.threshold.row?.value ?? null;
  return threshold === null ? formatDecimal(value, digits) : formatDecimalBeside(value, threshold, digits);
}

function senseOf(indicator: ResolvedIndicator): ThresholdSense {
  if (indicator.direction === "gte" || indicator.direction === "gt") return "at-least";
  return indicator.direction === "lte" || indicator.direction === "lt" ? "at-most" : "other";
}

/** A quotient can have any number of digits; two are enough to know how far. */
function limitDigits(value: DecimalText): number | undefined {
  return (value.split(".")[1]?.length ?? 0) > 2 ? 2 : undefined;
}

/** "còn thiếu 1,4 điểm %", "vượt 4,2 triệu"; null when there is no distance to tell. */
export function sayDistance(indicator: ResolvedIndicator, score: IndicatorScore): string | null {
  if (indicator.kind === "boolean" || indicator.kind === "grade") return null;
  if (score.verdict === "unmet" && score.gap !== null) {
    return formatShortfall(score.gap, indicator.unit, limitDigits(score.gap), senseOf(indicator));
  }
  if (score.verdict === "met" && score.margin !== null) {
    return formatSurplus(score.margin, indicator.unit, limitDigits(score.margin), senseOf(indicator));
  }
  return null;
}

/** Hours and minutes in Vietnam of an instant: "10:42". */
export function sayTime(instant: string): string {
  return new Intl.DateTimeFormat("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(instant));
}

/** Cuts long wording at a word. Null when it is short enough to stand whole. */
export function cutWording(text: string, longest = 110): string | null {
  if (text.length <= longest + 12) return null;
  const end = text.lastIndexOf(" ", longest);
  return text.slice(0, end > 0 ? end : longest).replace(/[\s,;:(–-]+$/, "");
}
