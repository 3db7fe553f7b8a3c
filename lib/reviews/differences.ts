import { subtractDecimals } from "@/lib/scoring/decimal";
import type { DecimalText, Verdict } from "@/lib/scoring/types";
import type { SnapshotContent, SnapshotFigure } from "@/lib/submissions/snapshot-types";

/**
 * same: nothing differs. note: only the note does. verdict: the figure is the same and is judged otherwise (the
 * threshold moved). entered, emptied: there was none, there is none now. changed: another value.
 */
export type FigureChange = "same" | "note" | "verdict" | "entered" | "emptied" | "changed";

export interface IndicatorDifference {
  indicatorId: number;
  before: SnapshotFigure | null;
  after: SnapshotFigure | null;
  /** Null when there is nothing to compare with. */
  change: FigureChange | null;
  /** After minus before, where both are numbers that differ. */
  delta: DecimalText | null;
}

export interface CriterionDifference {
  criterionId: number;
  before: Verdict | null;
  after: Verdict | null;
  /** Indicators and limbs that differ in more than a note; null when there is nothing to compare with. */
  changedCount: number | null;
  indicators: IndicatorDifference[];
}

/** The part of a criteria set that a comparison walks: criteria with the ids of indicators and limbs. */
export interface ComparedCriterion {
  id: number;
  indicatorIds: readonly number[];
}

function hasFigure(figure: SnapshotFigure | null): figure is SnapshotFigure {
  return figure !== null && (figure.value ?? figure.booleanValue ?? figure.gradeValue) !== null;
}

function findChange(before: SnapshotFigure | null, after: SnapshotFigure | null): FigureChange {
  const [was, is] = [hasFigure(before), hasFigure(after)];
  if (!was && is) return "entered";
  if (was && !is) return "emptied";
  const isSame =
    before?.value === after?.value &&
    before?.numerator === after?.numerator &&
    before?.denominator === after?.denominator &&
    before?.booleanValue === after?.booleanValue &&
    before?.gradeValue === after?.gradeValue;
  if (was && is && !isSame) return "changed";
  if ((before?.verdict ?? null) !== (after?.verdict ?? null)) return "verdict";
  return (before?.note ?? null) === (after?.note ?? null) ? "same" : "note";
}

function compareFigures(
  indicatorId: number,
  before: SnapshotFigure | null,
  after: SnapshotFigure | null,
  isCompared: boolean,
): IndicatorDifference {
  const isMoved =
    before !== null &&
    after !== null &&
    before.value !== null &&
    after.value !== null &&
    before.value !== after.value;
  return {
    indicatorId,
    before,
    after,
    change: isCompared ? findChange(before, after) : null,
    delta: isMoved ? subtractDecimals(after.value as string, before.value as string) : null,
  };
}

/**
 * What differs between two hand-overs, criterion by criterion, old and new side by side. Pure, and the same for "since
 * the last sending" and "since the last approval": only `before` differs.
 * @param before null when there is no earlier hand-over: then nothing is called changed
 */
export function compareHandovers(
  before: SnapshotContent | null,
  after: SnapshotContent,
  criteria: readonly ComparedCriterion[],
): CriterionDifference[] {
  return criteria.map(({ id, indicatorIds }) => {
    const indicators = indicatorIds.map((indicatorId) =>
      compareFigures(
        indicatorId,
        before?.figures[indicatorId] ?? null,
        after.figures[indicatorId] ?? null,
        before !== null,
      ),
    );
    const moved = indicators.filter(({ change }) => change !== "same" && change !== "note");
    return {
      criterionId: id,
      before: before?.verdicts[id] ?? null,
      after: after.verdicts[id] ?? null,
      changedCount: before === null ? null : moved.length,
      indicators,
    };
  });
}
