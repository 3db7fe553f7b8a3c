import {
  compareDecimalText,
  type DecimalParts,
  type DecimalText,
  roundDigits,
  splitDecimal,
} from "./decimal-text";

/** U+2212: the minus sign of print, as wide as "+". Input accepts it back. */
const MINUS = "−";

/**
 * Number as Vietnamese offices print it: decimal comma, thousands dot, "−" for negatives.
 * Exact at any length.
 * @param value canonical decimal text
 * @param decimals fixed number of digits after the comma (rounded half up); omitted: as many as the value has
 * @example formatDecimal("1234567.891", 2) → "1.234.567,89"
 */
export function formatDecimal(value: DecimalText, decimals?: number): string {
  return printParts(toParts(value, decimals), ".");
}

/**
 * The same number for an input field: no thousands dot, so that reading it back is never ambiguous.
 * @example formatDecimalInput("62400") → "62400"; formatDecimalInput("-1.50") → "-1,5"
 */
export function formatDecimalInput(value: DecimalText): string {
  return printParts(toParts(value), "").replace(MINUS, "-");
}

/**
 * Decimal places enough for `value` not to look equal to (or beyond) `other` when it is not:
 * 94.96 beside the threshold 95 is shown "94,96", never "95,0".
 * @param decimals the digits wanted where they suffice
 */
export function formatDecimalBeside(value: DecimalText, other: DecimalText, decimals: number): string {
  const truth = compareDecimalText(value, other);
  const most = Math.max(splitDecimal(value).fraction.length, decimals);
  for (let digits = decimals; digits < most; digits += 1) {
    const shown = roundDigits(value, digits);
    const text = `${shown.negative ? "-" : ""}${shown.integer}${digits > 0 ? `.${shown.fraction}` : ""}`;
    if (compareDecimalText(text, other) === truth) return formatDecimal(value, digits);
  }
  return formatDecimal(value, most);
}

/** Percentage for the screen: "1,65 %". */
export function formatPercent(value: DecimalText, decimals?: number): string {
  return `${formatDecimal(value, decimals)} %`;
}

/** Percentage inside a document, where offices leave no space: "1,65%". */
export function formatPercentInText(value: DecimalText, decimals?: number): string {
  return `${formatDecimal(value, decimals)}%`;
}

/** Value with its unit as the screen shows it: "95 %", "50,60 triệu đồng/người/năm"; the unit is left out when empty. */
export function formatMeasure(value: DecimalText, unit: string, decimals?: number): string {
  const number = formatDecimal(value, decimals);
  return unit === "" ? number : `${number} ${printUnit(unit)}`;
}

/**
 * A distance in the indicator's own unit: differences of percentages are "điểm %", long units are cut
 * to what is counted ("triệu đồng/người/năm" → "triệu"). The sign is dropped; a distance that is not
 * zero never shows as zero, more digits are shown instead.
 * @example formatGap("1.4", "%", 1) → "1,4 điểm %"
 */
export function formatGap(value: DecimalText, unit: string, decimals?: number): string {
  const { integer, fraction } = splitDecimal(value);
  const size = fraction === "" ? integer : `${integer}.${fraction}`;
  const firstDigit = integer === "0" ? fraction.search(/[1-9]/) : -1;
  const digits = decimals === undefined || firstDigit < decimals ? decimals : firstDigit + 1;
  const word = printGapUnit(unit);
  const shown = formatDecimal(size, digits);
  return word === "" ? shown : `${shown} ${word}`;
}

/** Which way a threshold points, for the words around a distance. */
export type ThresholdSense = "at-least" | "at-most" | "other";

/** "còn thiếu 1,4 điểm %"; for at-most thresholds "còn cao hơn mức 1,4 điểm %"; otherwise "còn lệch …". */
export function formatShortfall(
  gap: DecimalText,
  unit: string,
  decimals?: number,
  sense: ThresholdSense = "at-least",
): string {
  const lead = sense === "at-least" ? "còn thiếu" : sense === "at-most" ? "còn cao hơn mức" : "còn lệch";
  return `${lead} ${formatGap(gap, unit, decimals)}`;
}

/** "vượt 4,20 triệu"; for at-most thresholds "thấp hơn mức 4,20 triệu"; a zero margin is "vừa đúng mức". */
export function formatSurplus(
  margin: DecimalText,
  unit: string,
  decimals?: number,
  sense: ThresholdSense = "at-least",
): string {
  if (compareDecimalText(margin, "0") === 0) return "vừa đúng mức";
  const lead = sense === "at-least" ? "vượt" : sense === "at-most" ? "thấp hơn mức" : "cách mức";
  return `${lead} ${formatGap(margin, unit, decimals)}`;
}

/** Count in official text: two digits under ten ("03 xã"), thousands dot above. */
export function formatCount2(count: number): string {
  assertCount(count);
  return count < 10 ? `0${count}` : formatDecimal(String(count));
}

/** Count on the screen: "3", "1.234". */
export function formatCount(count: number): string {
  assertCount(count);
  return formatDecimal(String(count));
}

/** "9/19": ratios stay plain, also in official text. */
export function formatRatio(part: number, whole: number): string {
  assertCount(part);
  assertCount(whole);
  return `${part}/${whole}`;
}

/** A change with its sign: "+3", "−2", "0". */
export function formatChange(value: DecimalText | number, decimals?: number): string {
  const text = typeof value === "number" ? numberToText(value) : value;
  const parts = toParts(text, decimals);
  const isZero = /^0*$/.test(parts.integer + parts.fraction);
  return isZero || parts.negative ? printParts(parts, ".") : `+${printParts(parts, ".")}`;
}

/** Unit as printed after a value: "m2/người" → "m²/người". */
export function printUnit(unit: string): string {
  return unit
    .trim()
    .replace(/\bm2\b/g, "m²")
    .replace(/\bm3\b/g, "m³")
    .replace(/\bkm2\b/g, "km²");
}

/** Unit as printed after a distance: "%" → "điểm %", "triệu đồng/người/năm" → "triệu", "m2/người" → "m²". */
export function printGapUnit(unit: string): string {
  const trimmed = unit.trim();
  if (trimmed === "%") return "điểm %";
  const counted = printUnit(trimmed.split("/")[0] ?? "").trim();
  return counted.replace(/^(triệu|tỷ|tỉ|nghìn|ngàn) đồng$/i, "$1");
}

function toParts(value: DecimalText, decimals?: number): DecimalParts {
  if (decimals !== undefined) return roundDigits(value, decimals);
  const parts = splitDecimal(value);
  return { ...parts, fraction: parts.fraction.replace(/0+$/, "") };
}

function printParts(parts: DecimalParts, separator: string): string {
  const integer = separator === "" ? parts.integer : parts.integer.replace(/\B(?=(\d{3})+$)/g, separator);
  const sign = parts.negative ? MINUS : "";
  return parts.fraction === "" ? sign + integer : `${sign}${integer},${parts.fraction}`;
}

function assertCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
}

function numberToText(value: number): DecimalText {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Pass fractions as decimal text, got ${value}`);
  return String(value);
}
