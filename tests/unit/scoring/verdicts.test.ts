import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals } from "@/lib/scoring/decimal";
import { scoreIndicator } from "@/lib/scoring/score";
import type {
  FigureInput,
  IndicatorDefinition,
  IndicatorScore,
  ThresholdRow,
  Verdict,
} from "@/lib/scoring/types";
import { makeFigure, makeResolved } from "./builders";

function score(
  parts: Partial<IndicatorDefinition>,
  row: Partial<ThresholdRow> | null,
  figure: Partial<FigureInput> | undefined,
): IndicatorScore {
  const figures = figure === undefined ? {} : { 1: makeFigure(figure) };
  return scoreIndicator(makeResolved(parts, row), figures);
}

const GRADES = ["Yếu", "Trung bình", "Khá", "Tốt"];

describe("numbers against thresholds", () => {
  it.each<
    [IndicatorDefinition["direction"], Partial<ThresholdRow>, string, Verdict, string | null, string | null]
  >([
    ["gte", { value: "95" }, "94.99", "unmet", "0.01", null],
    ["gte", { value: "95" }, "95", "met", null, "0"],
    ["gte", { value: "95" }, "95.000", "met", null, "0"],
    ["gte", { value: "95" }, "94.999999999999999999", "unmet", "0.000000000000000001", null],
    ["gt", { value: "95" }, "95", "unmet", "0", null],
    ["gt", { value: "95" }, "95.01", "met", null, "0.01"],
    ["lte", { value: "5" }, "5", "met", null, "0"],
    ["lte", { value: "5" }, "6.2", "unmet", "1.2", null],
    ["lt", { value: "5" }, "5", "unmet", "0", null],
    ["lt", { value: "5" }, "4.8", "met", null, "0.2"],
    ["eq", { value: "3" }, "3", "met", null, "0"],
    ["eq", { value: "3" }, "2", "unmet", "1", null],
    ["eq", { value: "3" }, "5", "unmet", "2", null],
    ["range", { value: "10", valueMax: "20" }, "9", "unmet", "1", null],
    ["range", { value: "10", valueMax: "20" }, "20", "met", null, "0"],
    ["range", { value: "10", valueMax: "20" }, "17", "met", null, "3"],
    ["range", { value: "10", valueMax: "20" }, "23.5", "unmet", "3.5", null],
    ["gte", { value: "-2" }, "-3", "unmet", "1", null],
  ])("%s %j with %s is %s", (direction, row, value, verdict, gap, margin) => {
    expect(score({ kind: "number", direction }, row, { value })).toMatchObject({ verdict, gap, margin });
  });

  it("gives progress short of one to the unmet only", () => {
    expect(score({}, { value: "95" }, { value: "47.5" }).progress).toBe("0.5");
    expect(score({}, { value: "95" }, { value: "94.9999999" }).progress).toBe("0.999999");
    expect(score({ direction: "gt" }, { value: "95" }, { value: "95" }).progress).toBe("0.999999");
    expect(score({ direction: "lte" }, { value: "5" }, { value: "10" }).progress).toBe("0.5");
    expect(score({ direction: "lte" }, { value: "0" }, { value: "1" }).progress).toBe("0");
    expect(score({}, { value: "95" }, { value: "0" }).progress).toBe("0");
    expect(score({}, { value: "95" }, { value: "96" }).progress).toBe("1");
  });

  it("raising a value never turns met into unmet under at-least, nor back under at-most", () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1000, max: 20_000 }), fc.integer({ min: 0, max: 9999 }))
      .map(([integer, fraction]) => `${integer}.${String(fraction).padStart(4, "0")}`)
      .filter((text) => !text.startsWith("-0"));
    fc.assert(
      fc.property(decimal, decimal, decimal, fc.boolean(), (a, b, value, isStrict) => {
        const [low, high] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a];
        const at = (direction: "gte" | "gt" | "lte" | "lt", figure: string) =>
          score({ kind: "number", direction }, { value }, { value: figure }).verdict;
        const up = isStrict ? "gt" : "gte";
        const down = isStrict ? "lt" : "lte";
        if (at(up, low) === "met") expect(at(up, high)).toBe("met");
        if (at(down, high) === "met") expect(at(down, low)).toBe("met");
        expect([at("gte", low), at("lt", low)].sort()).toEqual(["met", "unmet"]);
      }),
    );
  });
});

describe("ratios", () => {
  const ratio = { hasRatio: true, minValue: "0", maxValue: "100" };

  it("compares the counts, not the rounded quotient", () => {
    expect(score(ratio, { value: "66.67" }, { numerator: "2", denominator: "3" }).verdict).toBe("unmet");
    expect(score(ratio, { value: "66.666666" }, { numerator: "2", denominator: "3" }).verdict).toBe("met");
    expect(score(ratio, { value: "95" }, { numerator: "19", denominator: "20" })).toMatchObject({
      verdict: "met",
      value: "95",
      margin: "0",
    });
    // The quotient rounds to 95.000000, the counts do not reach it.
    expect(
      score(ratio, { value: "95" }, { numerator: "949999999999", denominator: "1000000000000" }),
    ).toMatchObject({ verdict: "unmet", gap: "0.000001", progress: "0.999999" });
  });

  it.each<[string, Partial<FigureInput>]>([
    ["a denominator of zero", { numerator: "0", denominator: "0" }],
    ["one count only", { numerator: "5" }],
    ["the other count only, beside a stale value", { denominator: "5", value: "99" }],
    ["a part above its whole", { numerator: "21", denominator: "20" }],
    ["negative counts", { numerator: "-1", denominator: "-1" }],
    ["a broken count", { numerator: "1,5", denominator: "2" }],
  ])("takes %s for no figure", (_, figure) => {
    expect(score(ratio, { value: "0" }, figure).verdict).toBe("missing");
  });

  it("takes a quoted share where no counts are given", () => {
    expect(score(ratio, { value: "95" }, { value: "96" })).toMatchObject({ verdict: "met", value: "96" });
  });

  it("agrees with whole-number arithmetic", () => {
    const count = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 100 }),
        (n, m, percent) => {
          const figure = { numerator: String(n), denominator: String(m) };
          const verdict = score({ hasRatio: true }, { value: String(percent) }, figure).verdict;
          expect(verdict).toBe(n * 100 >= percent * m ? "met" : "unmet");
        },
      ),
    );
  });
});

describe("answers that are not plain numbers", () => {
  it("judges yes and no", () => {
    const parts = { kind: "boolean", direction: "pass" } as const;
    const row = { gradeValue: "Đạt" };
    expect(score(parts, row, { booleanValue: true })).toMatchObject({ verdict: "met", progress: "1" });
    expect(score(parts, row, { booleanValue: false })).toMatchObject({
      verdict: "unmet",
      gap: null,
      progress: null,
    });
    expect(score(parts, row, { value: "1" }).verdict).toBe("missing");
    expect(score(parts, null, { booleanValue: true }).verdict).toBe("undefined-threshold");
  });

  it("judges grades by the order of the scale", () => {
    const parts = { kind: "grade", direction: "grade", gradeScale: GRADES } as const;
    const judge = (gradeValue: string) =>
      score({ ...parts, gradeScale: GRADES }, { gradeValue: "Khá" }, { gradeValue });
    expect(judge("Tốt")).toMatchObject({ verdict: "met", margin: "1" });
    expect(judge(" khá ")).toMatchObject({ verdict: "met", margin: "0", isNear: false });
    expect(judge("Khá".normalize("NFD")).verdict).toBe("met");
    expect(judge("Yếu")).toMatchObject({ verdict: "unmet", gap: "2", progress: "0" });
    expect(judge("Xuất sắc").verdict).toBe("missing");
    const foreign = score({ ...parts, gradeScale: GRADES }, { gradeValue: "Giỏi" }, { gradeValue: "Tốt" });
    expect(foreign.verdict).toBe("undefined-threshold");
  });

  it("judges levels by number or by word", () => {
    const parts = { kind: "level", direction: "level" } as const;
    expect(score(parts, { value: "2" }, { value: "3" }).verdict).toBe("met");
    expect(score(parts, { value: "2" }, { value: "1" })).toMatchObject({ verdict: "unmet", gap: "1" });
    expect(score(parts, { value: "2" }, { value: "1.5" }).verdict).toBe("missing");
    const scale = ["mức độ 1", "mức độ 2"];
    expect(
      score({ ...parts, gradeScale: scale }, { gradeValue: "mức độ 2" }, { gradeValue: "Mức độ 2" }).verdict,
    ).toBe("met");
  });

  it("judges n of m by the count, of the same whole", () => {
    const parts = { kind: "count", direction: "n_of_m", unit: "thôn" } as const;
    const row = { value: "5", outOf: 7 };
    expect(score(parts, row, { value: "5" }).verdict).toBe("met");
    expect(score(parts, row, { numerator: "4", denominator: "7" })).toMatchObject({
      verdict: "unmet",
      gap: "1",
      value: "4",
    });
    expect(score(parts, row, { numerator: "5", denominator: "6" }).verdict).toBe("missing");
    expect(score(parts, row, { value: "8" }).verdict).toBe("missing");
    expect(score(parts, row, { numerator: "7", denominator: "5" }).verdict).toBe("missing");
  });

  it("counts in whole numbers from zero up", () => {
    const parts = { kind: "count", unit: "mô hình" } as const;
    expect(score(parts, { value: "1" }, { value: "1.00" }).verdict).toBe("met");
    expect(score(parts, { value: "1" }, { value: "1.5" }).verdict).toBe("missing");
    expect(score({ ...parts, direction: "lte" }, { value: "1" }, { value: "-1" }).verdict).toBe("missing");
  });
});

describe("absence", () => {
  const directions = ["gte", "lte", "gt", "lt", "eq", "range", "n_of_m", "pass", "grade", "level"] as const;

  it.each(directions)("is never met under %s", (direction) => {
    const row = { value: "0", valueMax: "100", gradeValue: "Yếu" };
    const parts = { direction, gradeScale: GRADES };
    expect(score(parts, row, undefined).verdict).toBe("missing");
    expect(score(parts, row, {}).verdict).toBe("missing");
    expect(score(parts, null, {}).verdict).toBe("missing");
    expect(score(parts, row, { value: "không" }).verdict).toBe("missing");
  });

  it.each(directions)("of a threshold is never met nor unmet under %s", (direction) => {
    const figure =
      direction === "pass"
        ? { booleanValue: true }
        : direction === "grade"
          ? { gradeValue: "Tốt" }
          : { value: "5" };
    for (const row of [null, {}]) {
      const result = score({ direction, gradeScale: GRADES, kind: "number" }, row, figure);
      expect(result).toMatchObject({
        verdict: "undefined-threshold",
        thresholdId: null,
        gap: null,
        margin: null,
      });
    }
  });

  it("takes a value outside the indicator's limits for no figure", () => {
    const parts = { minValue: "0", maxValue: "100" };
    expect(score(parts, { value: "95" }, { value: "140" }).verdict).toBe("missing");
    expect(score({ ...parts, direction: "lte" }, { value: "5" }, { value: "-1" }).verdict).toBe("missing");
  });
});

describe("near the threshold", () => {
  it.each<[string, Partial<IndicatorDefinition>, Partial<ThresholdRow>, string, boolean]>([
    ["within 2 % of it", {}, { value: "95" }, "96.9", true],
    ["beyond 2 % of it", {}, { value: "95" }, "96.91", false],
    ["at most", { direction: "lte" }, { value: "5" }, "4.9", true],
    ["unmet", {}, { value: "95" }, "94.9", false],
    ["the best there is", { maxValue: "100" }, { value: "100" }, "100", false],
    ["none allowed, none there", { direction: "lte", minValue: "0" }, { value: "0" }, "0", false],
    ["a count", { kind: "count" }, { value: "1" }, "1", false],
    ["upper end of a range", { direction: "range" }, { value: "10", valueMax: "20" }, "19.8", true],
  ])("%s", (_, parts, row, value, isNear) => {
    expect(score(parts, row, { value }).isNear).toBe(isNear);
  });
});
