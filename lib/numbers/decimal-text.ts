/**
 * Exact digit work on canonical decimal text, for showing numbers. No number here passes through a
 * binary float. (Arithmetic for judging lives in scoring; the two modules share nothing on purpose.)
 */

/** Canonical decimal text: optional "-", digits, optional "." with digits; no exponent, no grouping. */
export type DecimalText = string;

export interface DecimalParts {
  negative: boolean;
  /** Without leading zeros; at least "0". */
  integer: string;
  /** As written, trailing zeros included. */
  fraction: string;
}

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Splits canonical decimal text into sign, integer and fraction digits.
 * @throws RangeError when the text is not canonical: that is a programming error, not user input.
 */
export function splitDecimal(value: DecimalText): DecimalParts {
  const found = CANONICAL.exec(value);
  if (!found) throw new RangeError(`Not a canonical decimal: ${JSON.stringify(value)}`);
  const integer = (found[2] ?? "0").replace(/^0+(?=\d)/, "");
  const fraction = found[3] ?? "";
  const isZero = integer === "0" && /^0*$/.test(fraction);
  return { negative: found[1] === "-" && !isZero, integer, fraction };
}

/** Whether the text is canonical decimal text ("-12.5"). */
export function isDecimalText(value: string): boolean {
  return CANONICAL.test(value);
}

/** Canonical text without superfluous zeros: "062.400" → "62.4", "-0.0" → "0". */
export function trimDecimal(value: DecimalText): DecimalText {
  return joinDecimal(splitDecimal(value));
}

/** Rounds half away from zero ("làm tròn" as offices do) to the given number of digits, keeping trailing zeros. */
export function roundDigits(value: DecimalText, digits: number): DecimalParts {
  const parts = splitDecimal(value);
  if (parts.fraction.length <= digits) {
    return { ...parts, fraction: parts.fraction.padEnd(digits, "0") };
  }
  const kept = BigInt(parts.integer + parts.fraction.slice(0, digits));
  const rounded = parts.fraction.charCodeAt(digits) >= 53 ? kept + 1n : kept;
  const text = rounded.toString().padStart(digits + 1, "0");
  return {
    negative: parts.negative && rounded !== 0n,
    integer: digits === 0 ? text : text.slice(0, -digits),
    fraction: digits === 0 ? "" : text.slice(-digits),
  };
}

/** Parts back to canonical text, trailing zeros of the fraction dropped. */
export function joinDecimal(parts: DecimalParts): DecimalText {
  const fraction = parts.fraction.replace(/0+$/, "");
  const integer = parts.integer.replace(/^0+(?=\d)/, "");
  const sign = parts.negative && (integer !== "0" || fraction !== "") ? "-" : "";
  return fraction === "" ? sign + integer : `${sign}${integer}.${fraction}`;
}

/** −1, 0 or 1, exactly. */
export function compareDecimalText(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  const left = splitDecimal(a);
  const right = splitDecimal(b);
  const width = Math.max(left.fraction.length, right.fraction.length);
  const x = BigInt(left.integer + left.fraction.padEnd(width, "0")) * (left.negative ? -1n : 1n);
  const y = BigInt(right.integer + right.fraction.padEnd(width, "0")) * (right.negative ? -1n : 1n);
  return x < y ? -1 : x > y ? 1 : 0;
}
