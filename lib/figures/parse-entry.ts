import { compareDecimalText, type DecimalText } from "@/lib/numbers/decimal-text";
import { formatDecimal } from "@/lib/numbers/format";
import { type ParseOptions, parseVietnameseNumber } from "@/lib/numbers/parse";
import { divideDecimals, multiplyDecimals } from "@/lib/scoring/decimal";
import type { FigureInput, IndicatorDefinition } from "@/lib/scoring/types";
import type { FigureEntry, SaveFigureReason } from "@/lib/submissions/entry-types";

type Field = "value" | "numerator" | "denominator";

/** What an indicator (or limb) says about the figures it takes. */
export type FigureRules = Pick<
  IndicatorDefinition,
  "kind" | "unit" | "minValue" | "maxValue" | "gradeScale" | "hasRatio"
>;

export type ParsedEntry =
  | { ok: true; figure: FigureInput }
  | {
      ok: false;
      reason: Extract<
        SaveFigureReason,
        "not-a-number" | "ambiguous" | "out-of-range" | "bad-ratio" | "wrong-kind"
      >;
      message: string;
      field?: Field;
      candidates?: DecimalText[];
    };

export const NO_FIGURE: FigureInput = {
  value: null,
  numerator: null,
  denominator: null,
  booleanValue: null,
  gradeValue: null,
};

/** Digits the database keeps after the comma. */
const STORED_DIGITS = 6;

/**
 * Reads what was typed for one indicator into the figure to store: numbers as Vietnamese officials write them,
 * inside the indicator's limits; a ratio with its quotient (in percent where the indicator is one).
 * The browser checks the same before sending; here it is checked because a browser can be bypassed.
 */
export function parseEntry(rules: FigureRules, entry: Exclude<FigureEntry, { kind: "keep" }>): ParsedEntry {
  const expected = expectedKinds(rules);
  if (entry.kind !== "clear" && !expected.includes(entry.kind)) {
    return { ok: false, reason: "wrong-kind", message: describeExpected(rules) };
  }
  switch (entry.kind) {
    case "clear":
      return { ok: true, figure: NO_FIGURE };
    case "boolean":
      return { ok: true, figure: { ...NO_FIGURE, booleanValue: entry.value } };
    case "grade":
      return rules.gradeScale.includes(entry.value)
        ? { ok: true, figure: { ...NO_FIGURE, gradeValue: entry.value } }
        : { ok: false, reason: "wrong-kind", message: describeExpected(rules), field: "value" };
    case "value":
      return parseValue(rules, entry.text);
    case "ratio":
      return parseRatio(rules, entry.numerator, entry.denominator);
  }
}

function isWordKind(rules: FigureRules): boolean {
  return rules.kind === "grade" || (rules.kind === "level" && rules.gradeScale.length > 0);
}

function expectedKinds(rules: FigureRules): FigureEntry["kind"][] {
  if (rules.kind === "boolean") return ["boolean"];
  if (isWordKind(rules)) return ["grade"];
  return rules.hasRatio ? ["value", "ratio"] : ["value"];
}

function describeExpected(rules: FigureRules): string {
  if (rules.kind === "boolean") return "Chỉ tiêu này chỉ nhận “Đạt” hoặc “Chưa đạt”. Chọn một trong hai.";
  if (isWordKind(rules))
    return `Chỉ tiêu này nhận một trong các mức: ${rules.gradeScale.join(", ")}. Chọn một mức.`;
  return rules.hasRatio
    ? "Chỉ tiêu này nhận một số, hoặc tử số và mẫu số."
    : "Chỉ tiêu này nhận một số. Ghi bằng chữ số.";
}

function readNumber(text: string, options: ParseOptions, field: Field): ParsedEntry | DecimalText {
  const parsed = parseVietnameseNumber(text, options);
  if (parsed.ok) return parsed.value;
  const { message } = parsed;
  if (parsed.reason === "ambiguous") {
    const candidates = parsed.candidates?.map((candidate) => candidate.value) ?? [];
    return { ok: false, reason: "ambiguous", message, field, candidates };
  }
  const isLimit = ["negative", "out-of-range", "too-many-decimals", "too-large"].includes(parsed.reason);
  return { ok: false, reason: isLimit ? "out-of-range" : "not-a-number", message, field };
}

function valueOptions(rules: FigureRules): ParseOptions {
  return {
    unit: rules.unit,
    min: rules.minValue ?? (rules.kind === "count" ? "0" : null),
    max: rules.maxValue,
    ...(rules.kind === "count" ? { decimals: 0 } : {}),
  };
}

function parseValue(rules: FigureRules, text: string): ParsedEntry {
  const value = readNumber(text, valueOptions(rules), "value");
  if (typeof value !== "string") return value;
  return { ok: true, figure: { ...NO_FIGURE, value } };
}

/** A share of a whole: its part cannot exceed the whole. Only data that allows more than 100 % lifts this. */
function isShare(rules: FigureRules): boolean {
  if (rules.kind !== "percent") return false;
  return rules.maxValue === null || compareDecimalText(rules.maxValue, "100") <= 0;
}

function parseRatio(rules: FigureRules, numeratorText: string, denominatorText: string): ParsedEntry {
  const numerator = readNumber(numeratorText, { label: "Tử số", min: "0" }, "numerator");
  if (typeof numerator !== "string") return numerator;
  const denominator = readNumber(denominatorText, { label: "Mẫu số", min: "0" }, "denominator");
  if (typeof denominator !== "string") return denominator;
  const shown = { numerator: formatDecimal(numerator), denominator: formatDecimal(denominator) };
  if (compareDecimalText(denominator, "0") === 0) {
    return refuseRatio(`Mẫu số phải lớn hơn 0. Anh/chị ghi ${shown.denominator}.`, "denominator");
  }
  if (isShare(rules) && compareDecimalText(numerator, denominator) > 0) {
    return refuseRatio(
      `Tử số ${shown.numerator} lớn hơn mẫu số ${shown.denominator}. Kiểm tra lại hai số.`,
      "numerator",
    );
  }
  const dividend = rules.kind === "percent" ? multiplyDecimals(numerator, "100") : numerator;
  const value = divideDecimals(dividend, denominator, STORED_DIGITS);
  const { minValue, maxValue } = rules;
  if (
    (minValue !== null && compareDecimalText(value, minValue) < 0) ||
    (maxValue !== null && compareDecimalText(value, maxValue) > 0)
  ) {
    return refuseRatio(
      `${shown.numerator} trên ${shown.denominator} cho ${formatDecimal(value, 2)}, ngoài khoảng chỉ tiêu này nhận. Kiểm tra lại hai số.`,
      "numerator",
    );
  }
  return { ok: true, figure: { ...NO_FIGURE, value, numerator, denominator } };
}

function refuseRatio(message: string, field: Field): ParsedEntry {
  return { ok: false, reason: "bad-ratio", message, field };
}
