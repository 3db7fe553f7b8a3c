import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayState } from "@/lib/scoring/display";
import { compareVerdicts, findRegressions } from "@/lib/scoring/regressions";
import { scoreIndicator, scoreUnit } from "@/lib/scoring/score";
import { resolveIndicator } from "@/lib/scoring/thresholds";
import type { CriterionDefinition, Direction, FigureInput, IndicatorDefinition } from "@/lib/scoring/types";
import { makeCriterion, makeFigure, makeIndicator, makeRow, NOWHERE, resolve } from "./builders";

const EXEMPT = { reason: "không có công trình", documentText: "Công văn số 01" };

/** One indicator "at least 50" per id. */
function atLeast50(...ids: number[]): IndicatorDefinition[] {
  return ids.map((id) => makeIndicator({ id, code: `1.${id}`, thresholds: [makeRow({ id, value: "50" })] }));
}

function figures(values: Record<number, string>): Record<number, FigureInput> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, makeFigure({ value })]));
}

describe("scoreUnit", () => {
  it("counts counted criteria only, and lists them all", () => {
    const set = resolve([
      makeCriterion({ id: 1, number: 1, indicators: atLeast50(1, 2) }),
      makeCriterion({ id: 2, number: 2, indicators: atLeast50(3) }),
      makeCriterion({ id: 3, number: 3, isCounted: false, indicators: atLeast50(4) }),
      makeCriterion({ id: 4, number: 4 }),
    ]);
    const score = scoreUnit(set, figures({ 1: "50", 2: "51", 3: "49", 4: "50" }));
    expect(score.totals).toEqual({
      met: 1,
      unmet: 1,
      missing: 1,
      exempt: 0,
      undefinedThreshold: 0,
      total: 3,
    });
    expect(score.criteria.map((criterion) => criterion.verdict)).toEqual(["met", "unmet", "met", "missing"]);
    expect(score.criteria[0]).toMatchObject({ metIndicators: 2, totalIndicators: 2 });
    expect([score.enteredCount, score.indicatorCount]).toEqual([4, 4]);
  });

  it("with nothing entered meets nothing and has entered nothing", () => {
    const set = resolve([
      makeCriterion({ indicators: atLeast50(1, 2) }),
      makeCriterion({ id: 2, number: 2 }),
    ]);
    const score = scoreUnit(set, {});
    expect(score.totals).toMatchObject({ missing: 2, total: 2 });
    expect(score.enteredCount).toBe(0);
  });

  it("counts a usable figure as entered even where no threshold is known", () => {
    const set = resolve([
      makeCriterion({ indicators: [makeIndicator({ id: 1 }), makeIndicator({ id: 2 })] }),
    ]);
    const score = scoreUnit(set, figures({ 1: "5" }));
    expect(score.enteredCount).toBe(1);
    expect(score.criteria[0]?.indicators.map((indicator) => indicator.verdict)).toEqual([
      "undefined-threshold",
      "missing",
    ]);
  });

  it("lets exemptions stand for figures", () => {
    const set = resolve([makeCriterion({ indicators: atLeast50(1, 2) })]);
    expect(scoreUnit(set, figures({ 1: "60" }), { 2: EXEMPT })).toMatchObject({
      totals: { met: 1 },
      enteredCount: 2,
    });
    expect(scoreUnit(set, figures({ 1: "10" }), { 1: EXEMPT, 2: EXEMPT }).totals.exempt).toBe(1);
  });

  it("keeps its totals, its counts and its answer on any set and any figures", () => {
    fc.assert(
      fc.property(
        anySet,
        anyFigures,
        fc.array(fc.integer({ min: 1, max: 24 })),
        (criteria, entered, exempted) => {
          const set = resolve(criteria);
          const exemptions = Object.fromEntries(exempted.map((id) => [id, EXEMPT]));
          const score = scoreUnit(set, entered, exemptions);
          const { met, unmet, missing, exempt, undefinedThreshold, total } = score.totals;
          expect(met + unmet + missing + exempt + undefinedThreshold).toBe(total);
          expect(total).toBe(criteria.filter((criterion) => criterion.isCounted).length);
          expect(score.enteredCount).toBeLessThanOrEqual(score.indicatorCount);
          for (const indicator of score.criteria.flatMap((criterion) => criterion.indicators)) {
            if (indicator.verdict === "met") expect(entered[indicator.indicatorId]).toBeDefined();
            expect(indicator.progress === "1").toBe(indicator.verdict === "met");
            if (indicator.isNear) expect(indicator.verdict).toBe("met");
          }
          expect(scoreUnit(set, entered, exemptions)).toEqual(score);
          expect(scoreUnit(set, {}).totals).toMatchObject({ met: 0, unmet: 0 });
        },
      ),
      { numRuns: 300 },
    );
  });
});

const anySet = fc
  .array(
    fc.record({
      rule: fc.constantFrom<CriterionDefinition["rule"]>(
        { kind: "all" },
        { kind: "k_of_n", k: 2 },
        { kind: "points", passMark: "3" },
      ),
      isCounted: fc.boolean(),
      indicators: fc.array(
        fc.record({
          direction: fc.constantFrom<Direction>(
            "gte",
            "lte",
            "gt",
            "lt",
            "eq",
            "range",
            "n_of_m",
            "pass",
            "grade",
            "level",
          ),
          kind: fc.constantFrom("percent" as const, "number" as const, "count" as const),
          hasRatio: fc.boolean(),
          row: fc.option(
            fc.record({
              value: fc.constantFrom(null, "0", "3", "50", "100"),
              valueMax: fc.constantFrom(null, "60"),
              gradeValue: fc.constantFrom(null, "Khá", "Giỏi"),
            }),
          ),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map((draft, position) =>
      makeCriterion({
        id: position + 1,
        number: position + 1,
        rule: draft.rule,
        isCounted: draft.isCounted,
        indicators: draft.indicators.map(({ row, ...parts }, index) =>
          makeIndicator({
            ...parts,
            id: position * 4 + index + 1,
            points: "1",
            gradeScale: ["Yếu", "Khá", "Tốt"],
            thresholds: row === null ? [] : [makeRow(row)],
          }),
        ),
      }),
    ),
  );

const anyFigures = fc.dictionary(
  fc.integer({ min: 1, max: 24 }).map(String),
  fc.record({
    value: fc.constantFrom(null, "0", "3", "49.99", "50", "100", "-1", "lạ"),
    numerator: fc.constantFrom(null, "1", "2"),
    denominator: fc.constantFrom(null, "0", "2", "3"),
    booleanValue: fc.constantFrom(null, true, false),
    gradeValue: fc.constantFrom(null, "Yếu", "Khá", "lạ"),
  }),
) as fc.Arbitrary<Record<number, FigureInput>>;

describe("limbs", () => {
  const indicator = makeIndicator({
    id: 10,
    code: "5.1",
    limbs: [
      makeIndicator({ id: 11, code: "5.1a", thresholds: [makeRow({ id: 1, value: "100" })] }),
      makeIndicator({ id: 12, code: "5.1b", kind: "count", thresholds: [makeRow({ id: 2, value: "2" })] }),
    ],
  });
  const resolved = resolveIndicator(indicator, NOWHERE);
  const judge = (values: Record<number, string>, exemptions = {}) =>
    scoreIndicator(resolved, figures(values), exemptions);

  it("must all hold", () => {
    expect(judge({ 11: "100", 12: "2" })).toMatchObject({ verdict: "met", progress: "1" });
    expect(judge({ 11: "100", 12: "1" })).toMatchObject({ verdict: "unmet", progress: "0.5", gap: null });
    expect(judge({ 11: "90" })).toMatchObject({ verdict: "unmet", progress: "0.9" });
    expect(judge({ 11: "100" })).toMatchObject({ verdict: "missing", progress: null });
    expect(judge({ 10: "100" }).verdict).toBe("missing");
  });

  it("can be exempt one by one or all with their indicator", () => {
    expect(judge({ 11: "100" }, { 12: EXEMPT }).verdict).toBe("met");
    const whole = judge({ 11: "1" }, { 10: EXEMPT });
    expect(whole.verdict).toBe("exempt");
    expect(whole.limbs.map((limb) => limb.verdict)).toEqual(["exempt", "exempt"]);
  });

  it("count as entered only when each is", () => {
    const set = resolve([makeCriterion({ indicators: [indicator] })]);
    expect(scoreUnit(set, figures({ 11: "90" })).enteredCount).toBe(0);
    expect(scoreUnit(set, figures({ 11: "90", 12: "0" })).enteredCount).toBe(1);
  });
});

describe("displayState", () => {
  it("shades met and unmet without changing them", () => {
    expect(displayState({ verdict: "unmet", isNear: false }, "met")).toBe("regressed");
    expect(displayState({ verdict: "unmet", isNear: false }, "unmet")).toBe("unmet");
    expect(displayState({ verdict: "unmet", isNear: false })).toBe("unmet");
    expect(displayState({ verdict: "met", isNear: true }, "met")).toBe("near");
    expect(displayState({ verdict: "missing", isNear: false }, "met")).toBe("missing");
  });
});

describe("regressions", () => {
  it("are met before and unmet now, criteria and indicators", () => {
    const set = resolve([
      makeCriterion({ id: 7, number: 1, indicators: atLeast50(1, 2) }),
      makeCriterion({ id: 8, number: 2, indicators: atLeast50(3) }),
    ]);
    const before = scoreUnit(set, figures({ 1: "50", 2: "50", 3: "1" }));
    const after = scoreUnit(set, figures({ 1: "49", 3: "50" }));
    expect(findRegressions(before, after)).toEqual({
      criteria: { regressed: [7], improved: [8] },
      indicators: { regressed: [1], improved: [3] },
    });
  });

  it("need an earlier verdict", () => {
    expect(compareVerdicts({}, { 1: "unmet", 2: "met" })).toEqual({ regressed: [], improved: [] });
  });
});
