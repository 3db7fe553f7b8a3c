import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absDecimal,
  addDecimals,
  ceilDecimal,
  compareDecimals,
  divideDecimals,
  floorDecimal,
  isDecimal,
  isWholeDecimal,
  multiplyDecimals,
  normalizeDecimal,
  roundDecimal,
  subtractDecimals,
} from "@/lib/scoring/decimal";

/** Small and huge values alike, so that both the quick and the long way are taken. */
const decimal = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -200n, max: 200n }),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    ),
    fc.integer({ min: 0, max: 12 }),
  )
  .map(([units, scale]) => ({ units, scale, text: print(units, scale) }));

function print(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

const SCALE = 12;
const at12 = ({ units, scale }: { units: bigint; scale: number }) => units * 10n ** BigInt(SCALE - scale);

describe("decimal", () => {
  it("compares exactly", () => {
    expect(compareDecimals("94.99", "95")).toBe(-1);
    expect(compareDecimals("95", "95.000000")).toBe(0);
    expect(compareDecimals("94.999999999999999999", "95")).toBe(-1);
    expect(compareDecimals("0.1", "0.10000000000000001")).toBe(-1);
    expect(compareDecimals("-0", "0")).toBe(0);
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const expected = at12(a) < at12(b) ? -1 : at12(a) > at12(b) ? 1 : 0;
        expect(compareDecimals(a.text, b.text)).toBe(expected);
      }),
    );
  });

  it("adds, subtracts and multiplies without loss", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3");
    expect(subtractDecimals("95", "93.6")).toBe("1.4");
    expect(subtractDecimals("1", "1.0")).toBe("0");
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(addDecimals(a.text, b.text)).toBe(normalizeDecimal(print(at12(a) + at12(b), SCALE)));
        expect(subtractDecimals(a.text, b.text)).toBe(normalizeDecimal(print(at12(a) - at12(b), SCALE)));
        expect(multiplyDecimals(a.text, b.text)).toBe(
          normalizeDecimal(print(a.units * b.units, a.scale + b.scale)),
        );
      }),
    );
  });

  it("divides rounding half away from zero", () => {
    expect(divideDecimals("2", "3", 2)).toBe("0.67");
    expect(divideDecimals("1", "8", 2)).toBe("0.13");
    expect(divideDecimals("-1", "8", 2)).toBe("-0.13");
    expect(divideDecimals("11.08", "0.0557", 1)).toBe("198.9");
    expect(roundDecimal("2.5", 0)).toBe("3");
    expect(() => divideDecimals("1", "0.00", 2)).toThrow(RangeError);
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 8 }), (a, b, digits) => {
        fc.pre(b.units !== 0n);
        const quotient = divideDecimals(a.text, b.text, digits);
        // |a − q·b| ≤ |b| / 2 · 10^-digits: the nearest multiple, exactly.
        const error = absDecimal(subtractDecimals(a.text, multiplyDecimals(quotient, b.text)));
        const half = multiplyDecimals(absDecimal(b.text), print(5n, digits + 1));
        expect(compareDecimals(error, half)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("finds whole neighbours", () => {
    expect([ceilDecimal("1.01"), ceilDecimal("-1.5"), ceilDecimal("2")]).toEqual(["2", "-1", "2"]);
    expect([floorDecimal("1.99"), floorDecimal("-1.5"), floorDecimal("2.0")]).toEqual(["1", "-2", "2"]);
    expect([isWholeDecimal("3.00"), isWholeDecimal("3.01"), isWholeDecimal(`3.${"0".repeat(30)}`)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("takes canonical text only", () => {
    const bad = [
      "",
      "-",
      ".",
      "1.",
      ".5",
      "1,5",
      "+1",
      "1e5",
      " 1",
      "1 ",
      "NaN",
      "--1",
      "1.2.3",
      `${"9".repeat(20)}.`,
    ];
    for (const text of bad) {
      expect(isDecimal(text)).toBe(false);
      expect(() => compareDecimals(text, "1")).toThrow(RangeError);
    }
    expect(isDecimal(null)).toBe(false);
  });

  it("drops superfluous zeros", () => {
    const table = {
      "-00.50": "-0.5",
      "007": "7",
      "0.50": "0.5",
      "00.5": "0.5",
      "-0": "0",
      "0.0": "0",
      "10": "10",
      "1.05": "1.05",
    };
    for (const [text, normal] of Object.entries(table)) expect(normalizeDecimal(text)).toBe(normal);
  });
});
