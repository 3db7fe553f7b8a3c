import {
  describeThreshold,
  describeUnit,
  describeValue,
  nameThresholdSource,
} from "@/lib/gaps/threshold-text";
import { formatChange, formatShortfall } from "@/lib/numbers/format";
import { subtractDecimals } from "@/lib/scoring/decimal";
import { displayState } from "@/lib/scoring/display";
import type { Direction, DisplayState } from "@/lib/scoring/types";
import type {
  CommuneCriterion,
  CommuneIndicator,
  CommunePage,
  CriterionRow,
  IndicatorRow,
  MilestoneRow,
  SheetRow,
  TaskRow,
} from "./types";

function senseOf(direction: Direction): "at-least" | "at-most" | "other" {
  if (direction === "lte" || direction === "lt") return "at-most";
  return direction === "gte" || direction === "gt" || direction === "n_of_m" || direction === "level"
    ? "at-least"
    : "other";
}

export function prepareIndicator(row: IndicatorRow): CommuneIndicator {
  const threshold = row.hasLimbs
    ? null
    : describeThreshold(
        {
          direction: row.direction,
          value: row.threshold,
          valueMax: row.thresholdMax,
          outOf: row.thresholdOutOf,
          gradeValue: row.thresholdGrade,
        },
        row.decimals,
      );
  const isKnown = row.thresholdProvenance !== null && threshold !== null;
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    isLimb: row.parentId !== null,
    isParent: row.hasLimbs,
    unit: describeUnit(row.direction, row.unit),
    state: displayState(row, row.previousVerdict),
    value: describeValue(row, row.decimals, row.threshold),
    threshold: isKnown ? threshold : null,
    thresholdSource: row.hasLimbs
      ? null
      : nameThresholdSource(isKnown ? row.thresholdProvenance : null, row.delegated),
    thresholdText: row.thresholdSource,
    gapWords:
      row.gap === null ? null : formatShortfall(row.gap, row.unit, row.decimals, senseOf(row.direction)),
    change:
      row.value === null || row.previousValue === null
        ? null
        : formatChange(subtractDecimals(row.value, row.previousValue), row.decimals),
    note: row.note,
  };
}

/** A criterion without a stored verdict: told only as a count by a document, or not entered. */
function stateOf(row: CriterionRow, sheet: SheetRow | null): DisplayState {
  if (row.verdict !== null) {
    return displayState({ verdict: row.verdict, isNear: row.isNear ?? false }, row.previousVerdict);
  }
  return sheet?.basis === "recorded" ? "unnamed" : "missing";
}

export function prepareCriteria(
  rows: CriterionRow[],
  sheet: SheetRow | null,
  indicators: IndicatorRow[],
  tasks: TaskRow[],
  milestones: MilestoneRow[],
): CommuneCriterion[] {
  const measured = new Map<number, CommuneIndicator[]>();
  for (const row of indicators) {
    const own = measured.get(row.criterionId) ?? [];
    own.push(prepareIndicator(row));
    measured.set(row.criterionId, own);
  }
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    shortTitle: row.shortTitle,
    groupTitle: row.groupTitle,
    state: stateOf(row, sheet),
    basis: row.basis ?? sheet?.basis ?? "scored",
    isDerived: row.isDerived ?? false,
    counts: row.totalIndicators ? `${row.metIndicators ?? 0}/${row.totalIndicators} chỉ tiêu đạt` : null,
    indicators: measured.get(row.id) ?? [],
    tasks: tasks.filter((task) => task.number === row.number),
    milestones: milestones.filter((milestone) => milestone.number === row.number),
  }));
}

/** The unit as one strip: counted criteria, or as many unnamed cells as the document counts. */
export function prepareStrip(
  rows: CriterionRow[],
  criteria: CommuneCriterion[],
  sheet: SheetRow | null,
): CommunePage["strip"] {
  const counted = new Set(rows.filter((row) => row.isCounted).map((row) => row.id));
  const cells = criteria
    .filter((criterion) => counted.has(criterion.id))
    .map((criterion) => ({
      number: criterion.number,
      title: criterion.title,
      state: criterion.state,
      ...(criterion.counts ? { note: criterion.counts } : {}),
    }));
  if (cells.length > 0 || !sheet) return cells;
  return Array.from({ length: sheet.total }, () => ({
    number: null,
    title: "Chỉ tiêu không được kể tên",
    state: "unnamed" as const,
  }));
}
