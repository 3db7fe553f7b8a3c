import type { DecimalText } from "./types";

/**
 * Exact arithmetic on canonical decimal text. Short values travel as scaled safe integers, which are
 * exact and quick; anything longer goes through BigInt. No result is ever rounded except where a
 * function says so.
 */

/** value = units / 10^scale */
interface Scaled {
  units: number | bigint;
  scale: number;
}

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
/** Up to this many characters every digit string fits a safe integer. */
const SAFE_LENGTH = 15;
const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
const CANONICAL = /^-?\d+(?:\.\d+)?$/;

/** Whether the text is canonical decimal text. */
export function isDecimal(text: string | null | undefined): text is DecimalText {
  return typeof text === "string" && readScaled(text) !== null;
}

/** −1, 0 or 1. @throws RangeError when either text is not canonical */
export function compareDecimals(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  return compareScaled(parseScaled(a), parseScaled(b));
}

/** a + b */
export function addDecimals(a: DecimalText, b: DecimalText): DecimalText {
  return printScaled(addScaled(parseScaled(a), parseScaled(b)));
}

/** a − b */
export function subtractDecimals(a: DecimalText, b: DecimalText): DecimalText {
  return printScaled(addScaled(parseScaled(a), negateScaled(parseScaled(b))));
}

/** a × b */
export function multiplyDecimals(a: DecimalText, b: DecimalText): DecimalText {
  return printScaled(multiplyScaled(parseScaled(a), parseScaled(b)));
}

/**
 * a ÷ b rounded half away from zero to `digits` places, superfluous zeros dropped.
 * @throws RangeError when b is zero
 */
export function divideDecimals(a: DecimalText, b: DecimalText, digits: number): DecimalText {
  return printScaled(divideScaled(parseScaled(a), parseScaled(b), digits));
}

/** Rounds half away from zero to `digits` places. */
export function roundDecimal(value: DecimalText, digits: number): DecimalText {
  return divideDecimals(value, "1", digits);
}

/** Smallest whole number not below the value. */
export function ceilDecimal(value: DecimalText): DecimalText {
  return floorOrCeil(value, 1n);
}

/** Largest whole number not above the value. */
export function floorDecimal(value: DecimalText): DecimalText {
  return floorOrCeil(value, -1n);
}

/** Canonical text without superfluous zeros: "095.500" → "95.5", "-0" → "0". */
export function normalizeDecimal(value: DecimalText): DecimalText {
  const scaled = parseScaled(value);
  return isNormal(value, scaled) ? value : printScaled(scaled);
}

/** −1, 0 or 1 as the value is negative, zero or positive. */
export function signOfDecimal(value: DecimalText): -1 | 0 | 1 {
  const { units } = parseScaled(value);
  return units < 0 ? -1 : units > 0 ? 1 : 0;
}

/** Value without its sign. */
export function absDecimal(value: DecimalText): DecimalText {
  return signOfDecimal(value) < 0 ? subtractDecimals("0", value) : normalizeDecimal(value);
}

/** The smaller of two. */
export function minDecimal(a: DecimalText, b: DecimalText): DecimalText {
  return compareDecimals(a, b) <= 0 ? a : b;
}

/** The larger of two. */
export function maxDecimal(a: DecimalText, b: DecimalText): DecimalText {
  return compareDecimals(a, b) >= 0 ? a : b;
}

/** Whether the value has no fraction ("3", "3.00"). */
export function isWholeDecimal(value: DecimalText): boolean {
  const { units, scale } = parseScaled(value);
  if (scale === 0) return true;
  return typeof units === "number" ? units % (POWERS[scale] ?? 1) === 0 : units % 10n ** BigInt(scale) === 0n;
}

/** Whether text that has been read is already without superfluous zeros: nearly every figure is. */
function isNormal(text: DecimalText, { scale }: Scaled): boolean {
  const first = text.charCodeAt(0);
  if (first === 45) return false;
  if (first === 48 && text.length - scale > (scale === 0 ? 1 : 2)) return false;
  return scale === 0 || text.charCodeAt(text.length - 1) !== 48;
}

function parseScaled(text: DecimalText): Scaled {
  const scaled = readScaled(text);
  if (scaled === null) throw new RangeError(`Not a canonical decimal: ${JSON.stringify(text)}`);
  return scaled;
}

function readScaled(text: string): Scaled | null {
  const length = text.length;
  if (length > SAFE_LENGTH) return readLong(text);
  const negative = text.charCodeAt(0) === 45;
  let units = 0;
  let point = -1;
  const start = negative ? 1 : 0;
  for (let index = start; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      units = units * 10 + (code - 48);
    } else if (code === 46 && point < 0 && index > start) {
      point = index;
    } else {
      return null;
    }
  }
  if (length === start || point === length - 1) return null;
  return { units: negative ? 0 - units : units, scale: point < 0 ? 0 : length - 1 - point };
}

function readLong(text: string): Scaled | null {
  if (!CANONICAL.test(text)) return null;
  const point = text.indexOf(".");
  return point < 0
    ? { units: BigInt(text), scale: 0 }
    : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - 1 - point };
}

/** Both values' units at the larger scale; numbers only when both stay safe. */
function alignUnits(a: Scaled, b: Scaled): [number, number] | [bigint, bigint] {
  if (typeof a.units === "number" && typeof b.units === "number") {
    const shift = a.scale - b.scale;
    const x = shift < 0 ? a.units * (POWERS[-shift] ?? Number.POSITIVE_INFINITY) : a.units;
    const y = shift > 0 ? b.units * (POWERS[shift] ?? Number.POSITIVE_INFINITY) : b.units;
    if (Math.abs(x) <= MAX_SAFE && Math.abs(y) <= MAX_SAFE) return [x, y];
  }
  const scale = Math.max(a.scale, b.scale);
  return [BigInt(a.units) * 10n ** BigInt(scale - a.scale), BigInt(b.units) * 10n ** BigInt(scale - b.scale)];
}

function compareScaled(a: Scaled, b: Scaled): -1 | 0 | 1 {
  const [x, y] = alignUnits(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

function addScaled(a: Scaled, b: Scaled): Scaled {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = alignUnits(a, b);
  if (typeof x === "number" && typeof y === "number") {
    const sum = x + y;
    if (Math.abs(sum) <= MAX_SAFE) return { units: sum, scale };
  }
  return { units: BigInt(x) + BigInt(y), scale };
}

function negateScaled(a: Scaled): Scaled {
  return { units: typeof a.units === "number" ? 0 - a.units : -a.units, scale: a.scale };
}

function multiplyScaled(a: Scaled, b: Scaled): Scaled {
  const scale = a.scale + b.scale;
  if (typeof a.units === "number" && typeof b.units === "number") {
    const product = a.units * b.units;
    if (Math.abs(product) <= MAX_SAFE) return { units: product, scale };
  }
  return { units: BigInt(a.units) * BigInt(b.units), scale };
}

function divideScaled(a: Scaled, b: Scaled, digits: number): Scaled {
  if (b.units === 0 || b.units === 0n) throw new RangeError("Division by zero");
  // a/b = (a.units × 10^(b.scale + digits)) / (b.units × 10^a.scale), in units of 10^-digits
  if (typeof a.units === "number" && typeof b.units === "number") {
    const above = a.units * (POWERS[b.scale + digits] ?? Number.POSITIVE_INFINITY);
    const below = b.units * (POWERS[a.scale] ?? Number.POSITIVE_INFINITY);
    if (Math.abs(above) <= MAX_SAFE && Math.abs(below) <= MAX_SAFE) {
      const x = Math.abs(above);
      const y = Math.abs(below);
      const rest = x % y;
      // x − rest is a multiple of y, so this division is exact in a float.
      const quotient = (x - rest) / y + (rest >= y - rest ? 1 : 0);
      return { units: above < 0 === below < 0 ? quotient : 0 - quotient, scale: digits };
    }
  }
  const above = BigInt(a.units) * 10n ** BigInt(b.scale + digits);
  const below = BigInt(b.units) * 10n ** BigInt(a.scale);
  const x = above < 0n ? -above : above;
  const y = below < 0n ? -below : below;
  const quotient = x / y + ((x % y) * 2n >= y ? 1n : 0n);
  return { units: above < 0n === below < 0n ? quotient : -quotient, scale: digits };
}

function floorOrCeil(value: DecimalText, direction: 1n | -1n): DecimalText {
  const { units, scale } = parseScaled(value);
  const power = 10n ** BigInt(scale);
  const whole = BigInt(units) / power;
  const rest = BigInt(units) % power;
  const isPast = direction === 1n ? rest > 0n : rest < 0n;
  return (isPast ? whole + direction : whole).toString();
}

function printScaled({ units, scale }: Scaled): DecimalText {
  const negative = units < 0;
  let digits = (negative ? -units : units).toString();
  // -0 prints "0" by itself.
  if (scale === 0) return negative ? `-${digits}` : digits;
  if (digits.length <= scale) digits = digits.padStart(scale + 1, "0");
  let end = digits.length;
  const point = end - scale;
  while (end > point && digits.charCodeAt(end - 1) === 48) end -= 1;
  const integer = digits.slice(0, point);
  const text = end === point ? integer : `${integer}.${digits.slice(point, end)}`;
  return negative ? `-${text}` : text;
}
