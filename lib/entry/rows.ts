import type { ExemptionMap, ResolvedCriterion, ResolvedIndicator, ResolvedSet } from "@/lib/scoring/types";
import { isEmptyDraft, isSameDraft, makeDraft } from "./draft";
import { type EntryField, listFields } from "./fields";
import type { OpenSheet, SheetView } from "./sheet-store";

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

/** Fields that take a figure, in the order of the sheet: those that do not apply are left out, with their limbs. */
export function listOpenFields(set: ResolvedSet, exemptions: ExemptionMap): EntryField[] {
  return listFields(set).filter(
    ({ indicator, parentId }) =>
      exemptions[indicator.id] === undefined && (parentId === null || exemptions[parentId] === undefined),
  );
}

export const ROW_FILTERS = ["all", "empty", "unmet", "changed", "remarks"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A filter named in the address; anything else means all rows. */
export function parseRowFilter(text: unknown): RowFilter {
  return ROW_FILTERS.find((filter) => filter === text) ?? "all";
}

/** Whether the row of an indicator (or limb) is one that a filter is for. */
function matchesFilter(sheet: OpenSheet, view: SheetView, indicator: ResolvedIndicator, filter: RowFilter) {
  const cell = view.state.cells[indicator.id];
  switch (filter) {
    case "all":
      return true;
    case "empty":
      return view.score.indicatorById.get(indicator.id)?.verdict === "missing";
    case "unmet":
      return view.score.indicatorById.get(indicator.id)?.verdict === "unmet";
    case "changed":
      return (
        cell !== undefined &&
        !isEmptyDraft(cell.draft) &&
        !isSameDraft(cell.draft, makeDraft(indicator, sheet.previous.figures[indicator.id]))
      );
    case "remarks":
      return view.findings.has(indicator.id) || (cell !== undefined && cell.note.trim() !== "");
  }
}

/**
 * Ids of the rows a filter shows as the sheet stands now, or null for all. Taken once when the filter is chosen:
 * a row must not vanish under the hand that fills it.
 */
export function filterRows(sheet: OpenSheet, view: SheetView, filter: RowFilter): Set<number> | null {
  if (filter === "all") return null;
  const visible = new Set<number>();
  for (const criterion of sheet.resolved.criteria) {
    for (const { indicator } of listRows(criterion, sheet.exemptions)) {
      if (matchesFilter(sheet, view, indicator, filter)) visible.add(indicator.id);
    }
    // A limb is not understood without its indicator.
    for (const indicator of criterion.indicators) {
      if (indicator.limbs.some((limb) => visible.has(limb.id))) visible.add(indicator.id);
    }
  }
  return visible;
}
