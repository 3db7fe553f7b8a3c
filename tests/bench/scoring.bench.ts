import { scoreUnit } from "@/lib/scoring/score";
import { resolveSet } from "@/lib/scoring/thresholds";
import type {
  CriterionDefinition,
  Direction,
  FigureInput,
  FigureMap,
  IndicatorDefinition,
  ResolvedSet,
} from "@/lib/scoring/types";
import type { Bench } from "@/tests/support/bench";

const CRITERIA = 15;
const INDICATORS_EACH = 5;
const COMMUNES = 10_000;

/** One commune-quarter of 75 indicators, and ten thousand of them in one thread. */
const bench: Bench = async () => {
  const set = buildSet();
  const communes = Array.from({ length: 200 }, (_, seed) => buildFigures(set, seed));
  for (let round = 0; round < 10; round += 1) for (const figures of communes) scoreUnit(set, figures);

  const one = medianOf(communes.map((figures) => timed(() => scoreUnit(set, figures).totals.met)));
  const oneFloor = medianOf(communes.map((figures) => timed(() => readAll(set, figures))));
  const country = timed(() => {
    let met = 0;
    for (let index = 0; index < COMMUNES; index += 1) {
      met += scoreUnit(set, communes[index % communes.length] ?? {}).totals.met;
    }
    return met;
  });
  const countryFloor = timed(() => {
    let read = 0;
    for (let index = 0; index < COMMUNES; index += 1) {
      read += readAll(set, communes[index % communes.length] ?? {});
    }
    return read;
  });
  return [
    {
      name: "score one commune-quarter, 75 indicators",
      value: one,
      unit: "ms",
      goal: 0.2,
      floor: oneFloor,
    },
    {
      name: "score 10,000 communes, one thread",
      value: country,
      unit: "ms",
      goal: 2000,
      floor: countryFloor,
      note: `floor: reading the same figures and doing nothing with them; ${sink} verdicts met in all.`,
    },
  ];
};

export default bench;

/** The mix of a real commune set: half shares, a third yes or no, the rest amounts and counts. */
function buildSet(): ResolvedSet {
  const kinds: [IndicatorDefinition["kind"], Direction, string | null][] = [
    ["percent", "gte", "95"],
    ["boolean", "pass", null],
    ["percent", "lte", "5"],
    ["number", "gte", "51.5"],
    ["percent", "gte", "80"],
  ];
  const criteria: CriterionDefinition[] = Array.from({ length: CRITERIA }, (_, position) => ({
    id: position + 1,
    number: position + 1,
    title: "",
    rule: { kind: "all" },
    isCounted: true,
    indicators: kinds.map(([kind, direction, value], index) => ({
      id: position * INDICATORS_EACH + index + 1,
      code: `${position + 1}.${index + 1}`,
      title: "",
      unit: "",
      kind,
      direction,
      decimals: 2,
      minValue: kind === "percent" ? "0" : null,
      maxValue: kind === "percent" ? "100" : null,
      gradeScale: [],
      hasRatio: index === 4,
      numeratorLabel: null,
      denominatorLabel: null,
      points: null,
      delegatedToProvince: false,
      limbs: [],
      thresholds: [
        {
          id: position * INDICATORS_EACH + index + 1,
          province: null,
          stratum: null,
          communeType: null,
          year: null,
          value,
          valueMax: null,
          outOf: null,
          gradeValue: value === null ? "Đạt" : null,
          provenance: "illustrative",
          source: "",
          note: null,
        },
      ],
    })),
  }));
  const context = { province: null, stratum: null, communeType: null, year: 2024 };
  return resolveSet({ id: 1, code: "BENCH", title: "", criteria }, context);
}

/** Figures around the thresholds, from a fixed seed. */
function buildFigures(set: ResolvedSet, seed: number): FigureMap {
  let state = seed * 7919 + 17;
  const next = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const figures: Record<number, FigureInput> = {};
  for (const indicator of set.criteria.flatMap((criterion) => criterion.indicators)) {
    const isRatio = indicator.hasRatio;
    const isBoolean = indicator.kind === "boolean";
    figures[indicator.id] = {
      value: isRatio || isBoolean ? null : `${next(100)}.${10 + next(90)}`,
      numerator: isRatio ? String(900 + next(300)) : null,
      denominator: isRatio ? "1200" : null,
      booleanValue: isBoolean ? next(5) > 0 : null,
      gradeValue: null,
    };
  }
  return figures;
}

function readAll(set: ResolvedSet, figures: FigureMap): number {
  let read = 0;
  for (const criterion of set.criteria) {
    for (const indicator of criterion.indicators) {
      const figure = figures[indicator.id];
      if (figure !== undefined && (figure.value !== null || figure.booleanValue !== null)) read += 1;
    }
  }
  return read;
}

let sink = 0;

function timed(run: () => number): number {
  const start = performance.now();
  sink += run();
  return performance.now() - start;
}

function medianOf(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
