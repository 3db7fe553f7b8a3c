import type { ResolvedCriterion, ResolvedIndicator, ResolvedSet } from "@/lib/scoring/types";

export type ControlKind = "number" | "ratio" | "switch" | "select" | "group";

/** Something a figure can be entered for: an indicator without limbs, or one limb of an indicator. */
export interface EntryField {
  indicator: ResolvedIndicator;
  criterionId: number;
  criterionNumber: number;
  parentId: number | null;
}

/** Which control an indicator is entered with; "group" has none, its limbs have. */
export function chooseControl(indicator: ResolvedIndicator): ControlKind {
  if (indicator.limbs.length > 0) return "group";
  if (indicator.kind === "boolean") return "switch";
  if (indicator.kind === "grade" || (indicator.kind === "level" && indicator.gradeScale.length > 0)) {
    return "select";
  }
  return indicator.hasRatio ? "ratio" : "number";
}

function listLeaves(
  criterion: ResolvedCriterion,
  indicator: ResolvedIndicator,
  parentId: number | null,
): EntryField[] {
  if (indicator.limbs.length > 0) {
    return indicator.limbs.flatMap((limb) => listLeaves(criterion, limb, indicator.id));
  }
  return [{ indicator, criterionId: criterion.id, criterionNumber: criterion.number, parentId }];
}

/** Every field of a set in the order of the sheet. */
export function listFields(set: ResolvedSet): EntryField[] {
  return set.criteria.flatMap((criterion) =>
    criterion.indicators.flatMap((indicator) => listLeaves(criterion, indicator, null)),
  );
}

/** Address of a criterion's or an indicator's row on the entry page, without "#". */
export function nameCriterionAnchor(criterionNumber: number): string {
  return `tc-${criterionNumber}`;
}

export function nameFieldAnchor(indicatorId: number): string {
  return `ct-${indicatorId}`;
}
