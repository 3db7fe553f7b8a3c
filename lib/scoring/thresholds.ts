import type {
  Direction,
  IndicatorDefinition,
  ResolvedIndicator,
  ResolvedSet,
  ResolvedThreshold,
  SetDefinition,
  ThresholdContext,
  ThresholdReason,
  ThresholdRow,
} from "./types";

/** Why a row was not taken. */
export type RowRefusal =
  | "other-province"
  | "other-commune-type"
  | "other-stratum"
  | "other-year"
  /** It applies, but a row that names more of the unit's circumstances applies too. */
  | "less-specific"
  /** Same selectors as the chosen row: the row loaded first stands. */
  | "duplicate";

export interface ThresholdCandidate {
  row: ThresholdRow;
  /** Null for the row that was chosen. */
  refusal: RowRefusal | null;
}

/** Weights of the selectors: a row that names a weightier one is more specific, whatever else it lacks. */
const PROVINCE_WEIGHT = 8;
const COMMUNE_TYPE_WEIGHT = 4;
const STRATUM_WEIGHT = 2;
const YEAR_WEIGHT = 1;

/**
 * Chooses the threshold of one indicator for one unit and year.
 *
 * A row applies when each of its selectors is null or equals the unit's. Among those the most specific
 * wins, in this order: province > commune type > stratum > year; so every provincial row beats every
 * national one, a commune-type row beats a region's (specially difficult communes keep their level
 * wherever they lie), "stratum and year" beats "stratum", which beats "year", which beats the default.
 * A year selector means exactly that year: income levels rise yearly, so no later year inherits one.
 * Rows with equal selectors do not occur in the database; should they, the lowest id stands.
 *
 * The chosen row's number may be unknown ("unknown-number"): it still stands, since a looser row is no
 * answer for circumstances that have their own. Where the national text leaves the number to the province
 * and no row gives one, the reason is "province-decides".
 */
export function resolveThreshold(
  indicator: Pick<IndicatorDefinition, "thresholds" | "direction" | "delegatedToProvince">,
  context: ThresholdContext,
): ResolvedThreshold {
  const row = chooseRow(indicator.thresholds, context);
  const isDelegated = indicator.delegatedToProvince && (row === null || row.province === null);
  if (row === null) return { row: null, reason: isDelegated ? "province-decides" : "no-row" };
  if (!isRowKnown(row, indicator.direction)) {
    return { row, reason: isDelegated ? "province-decides" : "unknown-number" };
  }
  return { row, reason: reasonOfRow(row) };
}

/** Whether the reason leaves a number (or word) to judge by. */
export function isDecided(reason: ThresholdReason): boolean {
  return reason !== "province-decides" && reason !== "unknown-number" && reason !== "no-row";
}

/** A whole set with every threshold, limbs included, chosen for one context. The result may be shared by all units of that context. */
export function resolveSet(set: SetDefinition, context: ThresholdContext): ResolvedSet {
  return {
    ...set,
    criteria: set.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((indicator) => resolveIndicator(indicator, context)),
    })),
  };
}

/** One indicator and its limbs with their thresholds chosen. */
export function resolveIndicator(
  indicator: IndicatorDefinition,
  context: ThresholdContext,
): ResolvedIndicator {
  const { thresholds: _, limbs, ...core } = indicator;
  return {
    ...core,
    threshold: resolveThreshold(indicator, context),
    limbs: limbs.map((limb) => resolveIndicator(limb, context)),
  };
}

/** Every row with the reason it was passed over, most specific first: the "why this threshold" list. */
export function listThresholdCandidates(
  rows: readonly ThresholdRow[],
  context: ThresholdContext,
): ThresholdCandidate[] {
  const chosen = chooseRow(rows, context);
  return [...rows]
    .sort((a, b) => rankRow(b) - rankRow(a) || a.id - b.id)
    .map((row) => ({ row, refusal: row === chosen ? null : refusalOfRow(row, context, chosen) }));
}

function chooseRow(rows: readonly ThresholdRow[], context: ThresholdContext): ThresholdRow | null {
  let best: ThresholdRow | null = null;
  let bestRank = -1;
  for (const row of rows) {
    if (mismatchOfRow(row, context) !== null) continue;
    const rank = rankRow(row);
    if (rank > bestRank || (rank === bestRank && best !== null && row.id < best.id)) {
      best = row;
      bestRank = rank;
    }
  }
  return best;
}

function rankRow(row: ThresholdRow): number {
  return (
    (row.province === null ? 0 : PROVINCE_WEIGHT) +
    (row.communeType === null ? 0 : COMMUNE_TYPE_WEIGHT) +
    (row.stratum === null ? 0 : STRATUM_WEIGHT) +
    (row.year === null ? 0 : YEAR_WEIGHT)
  );
}

function mismatchOfRow(row: ThresholdRow, context: ThresholdContext): RowRefusal | null {
  if (row.province !== null && row.province !== context.province) return "other-province";
  if (row.communeType !== null && row.communeType !== context.communeType) return "other-commune-type";
  if (row.stratum !== null && row.stratum !== context.stratum) return "other-stratum";
  if (row.year !== null && row.year !== context.year) return "other-year";
  return null;
}

function refusalOfRow(row: ThresholdRow, context: ThresholdContext, chosen: ThresholdRow | null): RowRefusal {
  const mismatch = mismatchOfRow(row, context);
  if (mismatch !== null) return mismatch;
  return chosen !== null && rankRow(chosen) === rankRow(row) ? "duplicate" : "less-specific";
}

function reasonOfRow(row: ThresholdRow): ThresholdReason {
  if (row.province !== null) return "province";
  if (row.stratum !== null || row.communeType !== null) {
    return row.year === null ? "stratum" : "stratum-and-year";
  }
  return row.year === null ? "default" : "year";
}

/** Whether the row holds all that its direction is judged by. */
function isRowKnown(row: ThresholdRow, direction: Direction): boolean {
  switch (direction) {
    case "grade":
      return row.gradeValue !== null;
    case "pass":
    case "level":
      return row.gradeValue !== null || row.value !== null;
    case "range":
      return row.value !== null && row.valueMax !== null;
    default:
      return row.value !== null;
  }
}
