import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNeeded, listGaps, rankGapsByDeadline, rankGapsByEffort } from "@/lib/scoring/gaps";
import { scoreIndicator, scoreUnit } from "@/lib/scoring/score";
import type { Direction, Verdict } from "@/lib/scoring/types";
import { makeCriterion, makeFigure, makeIndicator, makeResolved, makeRow, resolve } from "./builders";

describe("listGaps", () => {
  const set = resolve([
    makeCriterion({
      id: 1,
      number: 1,
      indicators: [
        makeIndicator({ id: 1, code: "1.1", hasRatio: true, thresholds: [makeRow({ value: "95" })] }),
        makeIndicator({ id: 2, code: "1.2", thresholds: [makeRow({ value: "95" })] }),
        makeIndicator({ id: 3, code: "1.3" }),
        makeIndicator({ id: 4, code: "1.4", thresholds: [makeRow({ value: "95" })] }),
        makeIndicator({
          id: 5,
          code: "1.5",
          limbs: [
            makeIndicator({ id: 6, code: "1.5a", thresholds: [makeRow({ value: "1" })] }),
            makeIndicator({
              id: 7,
              code: "1.5b",
              direction: "pass",
              thresholds: [makeRow({ gradeValue: "Đạt" })],
            }),
          ],
        }),
      ],
    }),
  ]);
  const figures = {
    1: makeFigure({ numerator: "1099", denominator: "1200" }),
    2: makeFigure({ value: "96" }),
    3: makeFigure({ value: "5" }),
    6: makeFigure({ value: "2" }),
    7: makeFigure({ booleanValue: false }),
  };

  it("lists what is unmet, missing or without threshold, limbs in place of their indicator", () => {
    const gaps = listGaps(set, scoreUnit(set, figures), figures, { 1: "met" });
    expect(gaps.map(({ code, verdict, state }) => [code, verdict, state])).toEqual([
      ["1.1", "unmet", "regressed"],
      ["1.3", "undefined-threshold", "undefined-threshold"],
      ["1.4", "missing", "missing"],
      ["1.5b", "unmet", "unmet"],
    ]);
    expect(gaps[0]).toMatchObject({
      gap: "3.416667",
      gapKind: "points",
      countNeeded: "41",
      criterionNumber: 1,
    });
    expect(gaps[3]).toMatchObject({ parentId: 5, gap: null, gapKind: null, progress: null });
  });

  it("refuses the score of another set", () => {
    expect(() => listGaps(set, scoreUnit(resolve([]), {}), {})).toThrow(RangeError);
  });
});

describe("countNeeded", () => {
  const needed = (direction: Direction, value: string, numerator: string, denominator: string) =>
    countNeeded(makeResolved({ direction, hasRatio: true, unit: "%" }, { value }), {
      1: makeFigure({ numerator, denominator }),
    });

  it.each<[Direction, string, string, string, string | null]>([
    ["gte", "95", "1099", "1200", "41"],
    ["gte", "95", "1140", "1200", null],
    ["gt", "50", "50", "100", "1"],
    ["lte", "5", "70", "1200", "10"],
    ["lt", "5", "60", "1200", "1"],
    ["gte", "95", "93.5", "100", "1.5"],
  ])("%s %s with %s of %s lacks %s", (direction, value, numerator, denominator, expected) => {
    expect(needed(direction, value, numerator, denominator)).toBe(expected);
  });

  it("is the least count that brings the verdict", () => {
    const count = fc.integer({ min: 0, max: 3000 });
    const direction = fc.constantFrom<Direction>("gte", "gt", "lte", "lt");
    fc.assert(
      fc.property(
        direction,
        count,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 99 }),
        (way, n, m, t) => {
          const indicator = makeResolved({ direction: way, hasRatio: true }, { value: String(t) });
          const verdictAt = (numerator: number) =>
            scoreIndicator(indicator, {
              1: makeFigure({ numerator: String(numerator), denominator: String(m) }),
            }).verdict;
          const lacking = needed(way, String(t), String(n), String(m));
          if (verdictAt(n) === "met") {
            expect(lacking).toBeNull();
            return;
          }
          const step = way === "gte" || way === "gt" ? 1 : -1;
          expect(verdictAt(n + step * Number(lacking))).toBe("met");
          expect(verdictAt(n + step * (Number(lacking) - 1))).toBe("unmet");
        },
      ),
    );
  });
});

describe("ranking", () => {
  const gap = (
    code: string,
    verdict: "unmet" | "missing" | "undefined-threshold",
    progress: string | null,
  ) => ({
    code,
    verdict,
    progress,
  });
  const gaps = [
    gap("chưa có mức", "undefined-threshold", null),
    gap("xa", "unmet", "0.2"),
    gap("chưa có số", "missing", null),
    gap("có hay không", "unmet", null),
    gap("gần", "unmet", "0.98"),
  ] satisfies { code: string; verdict: Verdict; progress: string | null }[];

  it("puts the least effort first", () => {
    expect(rankGapsByEffort(gaps).map(({ code }) => code)).toEqual([
      "gần",
      "xa",
      "có hay không",
      "chưa có số",
      "chưa có mức",
    ]);
  });

  it("puts the earliest deadline first and none last", () => {
    const due: Record<string, string> = { xa: "2024-12-01", "chưa có số": "2024-01-31", gần: "2024-12-01" };
    expect(rankGapsByDeadline(gaps, ({ code }) => due[code] ?? null).map(({ code }) => code)).toEqual([
      "chưa có số",
      "gần",
      "xa",
      "có hay không",
      "chưa có mức",
    ]);
  });
});
