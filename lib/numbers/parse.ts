import { compareDecimalText, type DecimalText, splitDecimal, trimDecimal } from "./decimal-text";
import { formatDecimal } from "./format";
import { acceptsUnit } from "./units";

export interface ParseOptions {
  /** Unit of the field; a unit typed after the number must agree with it. */
  unit?: string;
  /** Begins the sentence about limits; "Tỷ lệ" for percentages and "Giá trị" otherwise. */
  label?: string;
  min?: DecimalText | null;
  max?: DecimalText | null;
  /** Most digits taken after the comma (0: whole numbers only). Default and ceiling: MAX_FRACTION_DIGITS. */
  decimals?: number;
  /** Default true. */
  allowNegative?: boolean;
}

export type ParseFailure =
  | "empty"
  | "too-long"
  | "not-a-number"
  | "ambiguous"
  | "wrong-unit"
  | "negative"
  | "out-of-range"
  | "too-many-decimals"
  | "too-large";

/** One reading of an ambiguous number: its value, and how to print it on the button that chooses it. */
export interface NumberCandidate {
  value: DecimalText;
  label: string;
}

export type ParsedNumber =
  | { ok: true; value: DecimalText; understood: string }
  | { ok: false; reason: ParseFailure; message: string; candidates?: NumberCandidate[] };

/** Longer texts are refused unread. */
export const MAX_NUMBER_LENGTH = 40;
/** What the database keeps: 18 digits before the comma, 6 after. */
export const MAX_INTEGER_DIGITS = 18;
export const MAX_FRACTION_DIGITS = 6;

const HOW_TO = "Ghi bằng chữ số, dấu phẩy cho phần thập phân, ví dụ 45,18.";

/**
 * Reads a number as Vietnamese officials type or paste it: "1,65", "1.65 %", "45,18 triệu", "1.234.567,89",
 * "1 234,5", "−3". A single group of three after a dot ("62.400") can be read two ways and is never
 * guessed: both readings come back as `candidates`.
 *
 * @returns canonical decimal text and how it was understood ("50,6"), or a reason with a Vietnamese
 *   sentence that says what to do. Never throws on any text.
 */
export function parseVietnameseNumber(text: string, options: ParseOptions = {}): ParsedNumber {
  const typed = cleanText(text);
  if (typed === "") return refuse("empty", "Chưa ghi số.");
  if (typed.length > MAX_NUMBER_LENGTH) {
    return refuse("too-long", `Số dài quá ${MAX_NUMBER_LENGTH} ký tự. Kiểm tra lại, có thể đã dán nhầm ô.`);
  }
  const found = /^([+-]?)\s*([\d.,](?:[\d., ]*[\d.,])?)\s*([^\d.,\s+-][^+-]*)?$/u.exec(typed);
  if (!found) return refuse("not-a-number", `“${typed}” không phải là số. ${HOW_TO}`);
  const [, sign, core = "", suffix = ""] = found;
  const readings = readCore(core, options.decimals);
  if (readings.length === 0) {
    return refuse("not-a-number", `“${typed}” không phải là số viết đúng cách. ${HOW_TO}`);
  }
  if (!acceptsUnit(suffix, options.unit)) return refuseUnit(typed, suffix.trim(), options.unit);
  const values = readings.map((reading) => trimDecimal((sign === "-" ? "-" : "") + reading));
  const [value, other] = values;
  if (value === undefined) return refuse("not-a-number", `“${typed}” không phải là số. ${HOW_TO}`);
  if (other !== undefined) return askWhich(typed, [value, other]);
  return checkLimits(value, options);
}

/** Spaces, minus signs and full-width forms of other keyboards and of copied web text to their plain form. */
function cleanText(text: string): string {
  return text
    .slice(0, 1000)
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\uFF05\uFF0B-\uFF0E\uFF10-\uFF19]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * All readings of digits and separators, as untrimmed decimal text: none when they are misplaced, two when
 * ambiguous. The decimal reading comes first.
 */
function readCore(core: string, decimals: number | undefined): string[] {
  const grouped = (body: string) => body.replace(/[., ]/g, "");
  if (/^\d+$/.test(core)) return [core];

  if (core.includes(" ")) {
    const found = /^([1-9]\d{0,2}(?: \d{3})+)(?:([.,])(\d+))?$/.exec(core);
    if (!found) return [];
    const [, body = "", separator, fraction] = found;
    if (fraction === undefined) return [grouped(body)];
    const decimal = `${grouped(body)}.${fraction}`;
    // "1 234.567": two separators of different kinds, and the last may be one more group.
    return separator === "." && fraction.length === 3 ? [decimal, grouped(body) + fraction] : [decimal];
  }

  if (core.includes(".") && core.includes(",")) {
    const vietnamese = /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/.exec(core);
    const english = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/.exec(core);
    const found = vietnamese ?? english;
    return found ? [`${grouped(found[1] ?? "")}.${found[2]}`] : [];
  }

  // Two or more groups can only be thousands, whichever mark divides them.
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(core) || /^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(core)) {
    return [grouped(core)];
  }
  const found = /^(\d*)([.,])(\d+)$/.exec(core);
  if (!found) return [];
  const [, integer = "", separator, fraction = ""] = found;
  const decimal = `${integer === "" ? "0" : integer}.${fraction}`;
  const looksGrouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(integer);
  // The comma is the decimal mark, so "1,234" is read as such, unless the field takes fewer digits:
  // then it may be thousands pasted from an English sheet.
  const isAmbiguous = looksGrouped && (separator === "." || (decimals !== undefined && decimals < 3));
  return isAmbiguous ? [decimal, integer + fraction] : [decimal];
}

function checkLimits(value: DecimalText, options: ParseOptions): ParsedNumber {
  const { integer, fraction, negative } = splitDecimal(value);
  const understood = formatDecimal(value);
  const { min = null, max = null } = options;
  const label = options.label ?? (options.unit === "%" ? "Tỷ lệ" : "Giá trị");
  const isBelow = min !== null && compareDecimalText(value, min) < 0;
  const isAbove = max !== null && compareDecimalText(value, max) > 0;
  if (isBelow || isAbove) {
    const limits =
      min !== null && max !== null
        ? `từ ${formatDecimal(min)} đến ${formatDecimal(max)}`
        : min !== null
          ? `từ ${formatDecimal(min)} trở lên`
          : `không quá ${formatDecimal(max ?? "0")}`;
    return refuse("out-of-range", `${label} phải ${limits}. Anh/chị ghi ${understood}.`);
  }
  if (negative && options.allowNegative === false) {
    return refuse("negative", `${label} không được âm. Anh/chị ghi ${understood}.`);
  }
  if (integer.length > MAX_INTEGER_DIGITS) {
    return refuse("too-large", `${label} có quá ${MAX_INTEGER_DIGITS} chữ số. Kiểm tra lại đơn vị tính.`);
  }
  const most = Math.min(options.decimals ?? MAX_FRACTION_DIGITS, MAX_FRACTION_DIGITS);
  if (fraction.length > most) {
    const rule = most === 0 ? "phải là số nguyên" : `chỉ nhận tối đa ${most} chữ số sau dấu phẩy`;
    return refuse("too-many-decimals", `${label} ${rule}. Anh/chị ghi ${understood}.`);
  }
  return { ok: true, value, understood };
}

function askWhich(typed: string, values: readonly [DecimalText, DecimalText]): ParsedNumber {
  const candidates = values.map((value) => ({ value, label: formatDecimal(value) }));
  const [first, second] = candidates.map((candidate) => candidate.label);
  const digits = /[\d.,][\d., ]*[\d.,]/.exec(typed)?.[0] ?? typed;
  return {
    ok: false,
    reason: "ambiguous",
    message: `“${digits}” hiểu được hai cách. Chọn ${first} hay ${second}.`,
    candidates,
  };
}

function refuseUnit(typed: string, suffix: string, fieldUnit: string | undefined): ParsedNumber {
  if (!fieldUnit) return refuse("not-a-number", `“${typed}” không phải là số. ${HOW_TO}`);
  return refuse(
    "wrong-unit",
    `Ô này tính bằng ${fieldUnit}, không đọc được “${suffix}”. Đổi ra ${fieldUnit} rồi chỉ ghi số.`,
  );
}

function refuse(reason: ParseFailure, message: string): ParsedNumber {
  return { ok: false, reason, message };
}
