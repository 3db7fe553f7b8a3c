import { minDecimal } from "./decimal";
import { readFigure } from "./figures";
import { combineVerdicts } from "./rules";
import type {
  CriterionScore,
  DecimalText,
  ExemptionMap,
  FigureMap,
  IndicatorScore,
  ResolvedCriterion,
  ResolvedIndicator,
  ResolvedSet,
  Totals,
  UnitScore,
  Verdict,
} from "./types";
import { judgeFigure } from "./verdicts";

const NO_EXEMPTIONS: ExemptionMap = {};
const NO_LIMBS: IndicatorScore[] = [];

/**
 * Scores one unit for one period: every indicator, every criterion, the totals.
 * Totals run over the counted criteria only; the scores list all. The same set, figures and exemptions
 * always give the same result.
 */
export function scoreUnit(
  set: ResolvedSet,
  figures: FigureMap,
  exemptions: ExemptionMap = NO_EXEMPTIONS,
): UnitScore {
  const criteria: CriterionScore[] = [];
  const totals = emptyTotals();
  let enteredCount = 0;
  let indicatorCount = 0;
  for (const criterion of set.criteria) {
    const score = scoreCriterion(criterion, figures, exemptions);
    criteria.push(score);
    if (criterion.isCounted) countVerdict(totals, score.verdict);
    for (const indicator of score.indicators) {
      indicatorCount += 1;
      if (isEntered(indicator)) enteredCount += 1;
    }
  }
  return { totals, criteria, enteredCount, indicatorCount };
}

/** Scores one criterion by its rule. */
export function scoreCriterion(
  criterion: ResolvedCriterion,
  figures: FigureMap,
  exemptions: ExemptionMap = NO_EXEMPTIONS,
): CriterionScore {
  const indicators = criterion.indicators.map((indicator) => scoreIndicator(indicator, figures, exemptions));
  const { verdict, isNear } = combineVerdicts(
    criterion.rule,
    indicators.map((score, index) => ({
      verdict: score.verdict,
      isNear: score.isNear,
      points: criterion.indicators[index]?.points ?? null,
    })),
  );
  let metIndicators = 0;
  for (const score of indicators) if (score.verdict === "met") metIndicators += 1;
  return {
    criterionId: criterion.id,
    number: criterion.number,
    verdict,
    isNear,
    metIndicators,
    totalIndicators: indicators.length,
    indicators,
  };
}

/**
 * Scores one indicator: exempt if it is exempted, missing without a usable figure (whether or not its
 * threshold is known), undefined-threshold without a threshold, else met or unmet.
 * An indicator with limbs is met when all of them are; its own figure is not read. Its progress is that
 * of its least advanced limb, where every unmet limb can be measured.
 */
export function scoreIndicator(
  indicator: ResolvedIndicator,
  figures: FigureMap,
  exemptions: ExemptionMap = NO_EXEMPTIONS,
): IndicatorScore {
  const isExempt = exemptions[indicator.id] !== undefined;
  if (indicator.limbs.length > 0) return scoreLimbs(indicator, figures, exemptions, isExempt);
  if (isExempt) return bareScore(indicator, "exempt");
  const figure = readFigure(indicator, figures[indicator.id]);
  if (figure === null) return bareScore(indicator, "missing");
  const { verdict, gap, margin, progress, isNear } = judgeFigure(indicator, figure);
  return {
    indicatorId: indicator.id,
    code: indicator.code,
    verdict,
    value: figure.kind === "number" ? figure.value : null,
    thresholdId: verdict === "undefined-threshold" ? null : (indicator.threshold.row?.id ?? null),
    gap,
    margin,
    progress,
    isNear,
    limbs: NO_LIMBS,
  };
}

/** Totals of a list of verdicts. met + unmet + missing + exempt + undefinedThreshold = total. */
export function countVerdicts(verdicts: Iterable<Verdict>): Totals {
  const totals = emptyTotals();
  for (const verdict of verdicts) countVerdict(totals, verdict);
  return totals;
}

/** Whether nothing more has to be entered: a usable figure or an exemption, for every limb if it has limbs. */
export function isEntered(score: IndicatorScore): boolean {
  if (score.verdict === "exempt") return true;
  return score.limbs.length > 0 ? score.limbs.every(isEntered) : score.verdict !== "missing";
}

function scoreLimbs(
  indicator: ResolvedIndicator,
  figures: FigureMap,
  exemptions: ExemptionMap,
  isExempt: boolean,
): IndicatorScore {
  const limbs = indicator.limbs.map((limb) =>
    isExempt ? bareScore(limb, "exempt") : scoreIndicator(limb, figures, exemptions),
  );
  const { verdict, isNear } = combineVerdicts(
    { kind: "all" },
    limbs.map((limb) => ({ verdict: limb.verdict, isNear: limb.isNear, points: null })),
  );
  return {
    ...bareScore(indicator, verdict),
    progress: verdict === "met" ? "1" : verdict === "unmet" ? leastProgress(limbs) : null,
    isNear,
    limbs,
  };
}

function leastProgress(limbs: readonly IndicatorScore[]): DecimalText | null {
  let least: DecimalText | null = "1";
  for (const limb of limbs) {
    if (limb.verdict !== "unmet") continue;
    least = limb.progress === null || least === null ? null : minDecimal(least, limb.progress);
  }
  return least;
}

function bareScore(indicator: ResolvedIndicator, verdict: Verdict): IndicatorScore {
  return {
    indicatorId: indicator.id,
    code: indicator.code,
    verdict,
    value: null,
    thresholdId: null,
    gap: null,
    margin: null,
    progress: null,
    isNear: false,
    limbs: NO_LIMBS,
  };
}

function emptyTotals(): Totals {
  return { met: 0, unmet: 0, missing: 0, exempt: 0, undefinedThreshold: 0, total: 0 };
}

function countVerdict(totals: Totals, verdict: Verdict): void {
  totals.total += 1;
  if (verdict === "undefined-threshold") totals.undefinedThreshold += 1;
  else totals[verdict] += 1;
}
