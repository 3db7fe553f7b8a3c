import type { CriterionScore, IndicatorScore, Totals, UnitScore } from "@/lib/scoring/types";

/** A unit's score with its parts at hand by id. */
export interface ScoreIndex {
  totals: Totals;
  enteredCount: number;
  indicatorCount: number;
  criteria: readonly CriterionScore[];
  criterionById: ReadonlyMap<number, CriterionScore>;
  /** Indicators and limbs. */
  indicatorById: ReadonlyMap<number, IndicatorScore>;
}

function isSameShallow(a: object, b: object): boolean {
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.is(value, (b as Record<string, unknown>)[key]))
  );
}

function reuse<T extends object>(before: T | undefined, now: T): T {
  return before !== undefined && isSameShallow(before, now) ? before : now;
}

function reuseList<T>(before: readonly T[] | undefined, now: T[]): T[] {
  return before !== undefined && before.length === now.length && now.every((item, i) => item === before[i])
    ? (before as T[])
    : now;
}

/**
 * Indexes a fresh score, keeping the identity of every part that says the same as before: a row whose
 * score object is the same object need not be drawn again.
 */
export function keepUnchangedScore(before: ScoreIndex | null, now: UnitScore): ScoreIndex {
  const criterionById = new Map<number, CriterionScore>();
  const indicatorById = new Map<number, IndicatorScore>();

  const keepIndicator = (score: IndicatorScore): IndicatorScore => {
    const old = before?.indicatorById.get(score.indicatorId);
    const limbs = reuseList(old?.limbs, score.limbs.map(keepIndicator));
    const kept = reuse(old, { ...score, limbs });
    indicatorById.set(kept.indicatorId, kept);
    return kept;
  };

  const criteria = now.criteria.map((score) => {
    const old = before?.criterionById.get(score.criterionId);
    const indicators = reuseList(old?.indicators, score.indicators.map(keepIndicator));
    const kept = reuse(old, { ...score, indicators });
    criterionById.set(kept.criterionId, kept);
    return kept;
  });

  return {
    totals: reuse(before?.totals, now.totals),
    enteredCount: now.enteredCount,
    indicatorCount: now.indicatorCount,
    criteria: reuseList(before?.criteria, criteria),
    criterionById,
    indicatorById,
  };
}
