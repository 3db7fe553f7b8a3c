import type { ExemptionMap, ResolvedCriterion, ResolvedIndicator, ResolvedSet } from "@/lib/scoring/types";
import type { SheetView } from "./sheet-store";

export interface EntryRow {
  indicator: ResolvedIndicator;
  isLimb: boolean;
  /** "field" takes a figure; "group" has limbs that do; "exempt" takes none. */
  kind: "field" | "group" | "exempt";
}

/** The rows of a criterion in the order of the sheet: an indicator, then its limbs. */
export function listRows(criterion: ResolvedCriterion, exemptions: ExemptionMap): EntryRow[] {
  const listIndicator = (indicator: ResolvedIndicator, isLimb: boolean): EntryRow[] => {
    if (exemptions[indicator.id] !== undefined) return [{ indicator, isLimb, kind: "exempt" }];
    if (indicator.limbs.length === 0) return [{ indicator, isLimb, kind: "field" }];
    return [
      { indicator, isLimb, kind: "group" },
      ...indicator.limbs.flatMap((limb) => listIndicator(limb, true)),
    ];
  };
  return criterion.indicators.flatMap((indicator) => listIndicator(indicator, false));
}

export const ROW_FILTERS = ["all", "empty", "unmet"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A filter named in the address; anything else means all rows. */
export function parseRowFilter(text: unknown): RowFilter {
  return ROW_FILTERS.find((filter) => filter === text) ?? "all";
}

/**
 * Ids of the rows a filter shows as the sheet stands now, or null for all. Taken once when the filter is chosen:
 * a row must not vanish under the hand that fills it.
 */
export function filterRows(set: ResolvedSet, exemptions: ExemptionMap, view: SheetView, filter: RowFilter) {
  if (filter === "all") return null;
  const verdict = filter === "empty" ? "missing" : "unmet";
  const visible = new Set<number>();
  for (const criterion of set.criteria) {
    for (const { indicator } of listRows(criterion, exemptions)) {
      if (view.score.indicatorById.get(indicator.id)?.verdict === verdict) visible.add(indicator.id);
    }
    // A limb is not understood without its indicator.
    for (const indicator of criterion.indicators) {
      if (indicator.limbs.some((limb) => visible.has(limb.id))) visible.add(indicator.id);
    }
  }
  return visible;
}
