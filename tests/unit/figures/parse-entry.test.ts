import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FigureRules, parseEntry } from "@/lib/figures/parse-entry";

const share: FigureRules = {
  kind: "percent",
  unit: "%",
  minValue: "0",
  maxValue: "100",
  gradeScale: [],
  hasRatio: true,
};
const ratio = (numerator: string, denominator: string) =>
  ({ kind: "ratio", numerator, denominator }) as const;

describe("reading an entry", () => {
  it("takes numbers as they are written in Vietnam", () => {
    expect(parseEntry(share, { kind: "value", text: "1,65 %" })).toMatchObject({ figure: { value: "1.65" } });
    expect(parseEntry(share, { kind: "clear" })).toMatchObject({ figure: { value: null } });
  });

  it("lets a percentage pass the whole only where the set says so", () => {
    const open = { ...share, maxValue: "1000" };
    expect(parseEntry({ ...share, maxValue: null }, ratio("3", "2"))).toMatchObject({ reason: "bad-ratio" });
    expect(parseEntry(open, ratio("3", "2"))).toMatchObject({ figure: { value: "150" } });
  });

  it("names the input that is wrong", () => {
    expect(parseEntry(share, ratio("x", "2"))).toMatchObject({ field: "numerator", reason: "not-a-number" });
    expect(parseEntry(share, ratio("1", ""))).toMatchObject({ field: "denominator", reason: "not-a-number" });
    expect(parseEntry({ ...share, hasRatio: false }, ratio("1", "2"))).toMatchObject({
      reason: "wrong-kind",
    });
  });

  it("stores a quotient the database agrees with, for any counts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const [part, whole] = a <= b ? [a, b] : [b, a];
        const parsed = parseEntry(share, ratio(String(part), String(whole)));
        if (!parsed.ok || parsed.figure.value === null) throw new Error("refused");
        // |value × whole − 100 × part| ≤ half a millionth × whole, in whole numbers
        const [integer = "0", fraction = ""] = parsed.figure.value.split(".");
        const millionths = BigInt(integer + fraction.padEnd(6, "0"));
        const error = millionths * BigInt(whole) - 100_000_000n * BigInt(part);
        expect((error < 0n ? -error : error) * 2n <= BigInt(whole)).toBe(true);
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        for (const entry of [
          { kind: "value", text: a } as const,
          ratio(a, b),
          { kind: "grade", value: a } as const,
        ]) {
          const parsed = parseEntry(share, entry);
          if (!parsed.ok) expect(parsed.message).not.toBe("");
        }
      }),
    );
  });
});
