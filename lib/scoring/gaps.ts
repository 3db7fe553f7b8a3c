import {
  addDecimals,
  ceilDecimal,
  compareDecimals,
  floorDecimal,
  isWholeDecimal,
  multiplyDecimals,
  signOfDecimal,
  subtractDecimals,
} from "./decimal";
import { displayState } from "./display";
import { type Ratio, readFigure } from "./figures";
import { isDecided } from "./thresholds";
import type {
  DecimalText,
  Direction,
  DisplayState,
  FigureMap,
  IndicatorScore,
  ResolvedIndicator,
  ResolvedSet,
  ThresholdRow,
  UnitScore,
  Verdict,
} from "./types";

/** One thing that stands between a unit and its criterion: an indicator (or limb) that is unmet, missing or without threshold. */
export interface GapItem {
  criterionId: number;
  criterionNumber: number;
  criterionVerdict: Verdict;
  indicatorId: number;
  /** The indicator this is a limb of. */
  parentId: number | null;
  code: string;
  title: string;
  verdict: "unmet" | "missing" | "undefined-threshold";
  state: DisplayState;
  /** In the indicator's own unit: percentage points for a percentage, steps for a grade; null when not measurable. */
  gap: DecimalText | null;
  gapKind: "points" | "amount" | "steps" | null;
  unit: string;
  decimals: number;
  direction: Direction;
  /** 0..1; null when not measurable. */
  progress: DecimalText | null;
  /** For a ratio: how many of what the denominator counts are lacking (households, schools …). */
  countNeeded: DecimalText | null;
}

/** Verdicts of an earlier period by indicator id. */
export type PreviousVerdicts = Readonly<Record<number, Verdict | undefined>>;

/**
 * Every gap of a unit in the order of the set. Indicators of a criterion that is met all the same (k of n)
 * are listed too; `criterionVerdict` tells them apart. Exempt and met ones are not.
 * @param previous verdicts to compare with, for what slipped back
 */
export function listGaps(
  set: ResolvedSet,
  score: UnitScore,
  figures: FigureMap,
  previous: PreviousVerdicts = {},
): GapItem[] {
  const gaps: GapItem[] = [];
  set.criteria.forEach((criterion, position) => {
    const criterionScore = score.criteria[position];
    if (criterionScore === undefined || criterionScore.criterionId !== criterion.id) {
      throw new RangeError(`The score does not belong to set ${set.code}`);
    }
    const collect = (indicator: ResolvedIndicator, result: IndicatorScore, parentId: number | null) => {
      if (indicator.limbs.length > 0) {
        indicator.limbs.forEach((limb, index) => {
          const limbScore = result.limbs[index];
          if (limbScore !== undefined) collect(limb, limbScore, indicator.id);
        });
        return;
      }
      if (result.verdict === "met" || result.verdict === "exempt") return;
      gaps.push({
        criterionId: criterion.id,
        criterionNumber: criterion.number,
        criterionVerdict: criterionScore.verdict,
        indicatorId: indicator.id,
        parentId,
        code: indicator.code,
        title: indicator.title,
        verdict: result.verdict,
        state: displayState(result, previous[indicator.id]),
        gap: result.gap,
        gapKind: gapKindOf(indicator, result),
        unit: indicator.unit,
        decimals: indicator.decimals,
        direction: indicator.direction,
        progress: result.progress,
        countNeeded: result.verdict === "unmet" ? countNeeded(indicator, figures) : null,
      });
    };
    criterion.indicators.forEach((indicator, index) => {
      const result = criterionScore.indicators[index];
      if (result !== undefined) collect(indicator, result, null);
    });
  });
  return gaps;
}

/**
 * How many units of the denominator an unmet ratio lacks: "95 % of 1,200 households, 1,099 now" → "41".
 * For an at-most threshold, how many must leave the numerator. Whole counts give a whole number; measured
 * parts (hectares) give the exact distance. Null when the figure is no ratio or the threshold not known.
 */
export function countNeeded(indicator: ResolvedIndicator, figures: FigureMap): DecimalText | null {
  const { row, reason } = indicator.threshold;
  const figure = readFigure(indicator, figures[indicator.id]);
  if (row === null || !isDecided(reason) || figure?.kind !== "number" || figure.ratio === null) return null;
  const needed = countLacking(indicator.direction, row, figure.ratio);
  return needed !== null && signOfDecimal(needed) > 0 ? needed : null;
}

function countLacking(direction: Direction, row: ThresholdRow, ratio: Ratio): DecimalText | null {
  if (row.value === null) return null;
  const isCounted = isWholeDecimal(ratio.numerator) && isWholeDecimal(ratio.denominator);
  const wanted = (bound: DecimalText) => {
    const product = multiplyDecimals(bound, ratio.denominator);
    return ratio.factor === "100" ? multiplyDecimals(product, "0.01") : product;
  };
  const up = (bound: DecimalText) => (isCounted ? ceilDecimal(wanted(bound)) : wanted(bound));
  const down = (bound: DecimalText) => (isCounted ? floorDecimal(wanted(bound)) : wanted(bound));
  const { numerator } = ratio;
  switch (direction) {
    case "gte":
    case "level":
      return subtractDecimals(up(row.value), numerator);
    case "gt":
      return isCounted
        ? subtractDecimals(addDecimals(down(row.value), "1"), numerator)
        : subtractDecimals(wanted(row.value), numerator);
    case "lte":
      return subtractDecimals(numerator, down(row.value));
    case "lt":
      return isCounted
        ? subtractDecimals(numerator, subtractDecimals(up(row.value), "1"))
        : subtractDecimals(numerator, wanted(row.value));
    case "range": {
      const lacking = subtractDecimals(up(row.value), numerator);
      if (signOfDecimal(lacking) > 0 || row.valueMax === null) return lacking;
      return subtractDecimals(numerator, down(row.valueMax));
    }
    default:
      return null;
  }
}

/**
 * Least effort first: measured gaps by progress (closest first), then those that cannot be measured
 * (yes or no), then figures still to be entered, then what waits for a threshold. Ties keep the set's order.
 */
export function rankGapsByEffort<T extends Pick<GapItem, "verdict" | "progress">>(gaps: readonly T[]): T[] {
  return [...gaps].sort(compareEffort);
}

/**
 * Earliest deadline first, overdue ones therefore at the top; without a deadline last; ties by effort.
 * @param dueOf ISO date of a gap's deadline, or null
 */
export function rankGapsByDeadline<T extends Pick<GapItem, "verdict" | "progress">>(
  gaps: readonly T[],
  dueOf: (gap: T) => string | null,
): T[] {
  return gaps
    .map((gap) => ({ gap, due: dueOf(gap) }))
    .sort((a, b) => compareDue(a.due, b.due) || compareEffort(a.gap, b.gap))
    .map(({ gap }) => gap);
}

function compareDue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function compareEffort(
  a: Pick<GapItem, "verdict" | "progress">,
  b: Pick<GapItem, "verdict" | "progress">,
): number {
  const byGroup = effortGroup(a) - effortGroup(b);
  if (byGroup !== 0 || a.progress === null || b.progress === null) return byGroup;
  return compareDecimals(b.progress, a.progress);
}

function effortGroup({ verdict, progress }: Pick<GapItem, "verdict" | "progress">): number {
  if (verdict === "unmet") return progress === null ? 1 : 0;
  return verdict === "missing" ? 2 : 3;
}

function gapKindOf(indicator: ResolvedIndicator, score: IndicatorScore): GapItem["gapKind"] {
  if (score.gap === null) return null;
  if (score.value === null) return "steps";
  return indicator.kind === "percent" ? "points" : "amount";
}
