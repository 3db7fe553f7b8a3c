import type { IndicatorScore, UnitScore, Verdict } from "./types";

/** Verdicts by id, of criteria or of indicators. */
export type VerdictMap = Readonly<Record<number, Verdict | undefined>>;

export interface VerdictChanges {
  /** Met before, unmet now (suy giảm). A figure that is merely missing now has not slipped back. */
  regressed: number[];
  /** Met now and not before, where there was a verdict before. */
  improved: number[];
}

/** What changed between two periods, ids in the order of `current`. Something without an earlier verdict did not change. */
export function compareVerdicts(previous: VerdictMap, current: VerdictMap): VerdictChanges {
  const changes: VerdictChanges = { regressed: [], improved: [] };
  for (const [key, verdict] of Object.entries(current)) {
    const before = previous[Number(key)];
    if (before === undefined || before === verdict) continue;
    if (before === "met" && verdict === "unmet") changes.regressed.push(Number(key));
    if (verdict === "met") changes.improved.push(Number(key));
  }
  return changes;
}

/** Changes of criteria and of indicators (limbs included) between two scores of one unit under one set. */
export function findRegressions(
  previous: UnitScore,
  current: UnitScore,
): { criteria: VerdictChanges; indicators: VerdictChanges } {
  return {
    criteria: compareVerdicts(mapCriterionVerdicts(previous), mapCriterionVerdicts(current)),
    indicators: compareVerdicts(mapIndicatorVerdicts(previous), mapIndicatorVerdicts(current)),
  };
}

/** Criterion id → verdict. */
export function mapCriterionVerdicts(score: UnitScore): Record<number, Verdict> {
  return Object.fromEntries(score.criteria.map(({ criterionId, verdict }) => [criterionId, verdict]));
}

/** Indicator id → verdict, limbs included. */
export function mapIndicatorVerdicts(score: UnitScore): Record<number, Verdict> {
  const verdicts: Record<number, Verdict> = {};
  const collect = (indicator: IndicatorScore) => {
    verdicts[indicator.indicatorId] = indicator.verdict;
    indicator.limbs.forEach(collect);
  };
  for (const criterion of score.criteria) criterion.indicators.forEach(collect);
  return verdicts;
}
