import type { CriterionDefinition, IndicatorDefinition, SetDefinition } from "@/lib/scoring/types";

export interface FoundIndicator {
  criterion: CriterionDefinition;
  indicator: IndicatorDefinition;
  /** The indicator that this one is a part of. */
  parent: IndicatorDefinition | null;
}

/** Where an indicator, or a part of one, stands in a set; null when the set has no such code. */
export function findIndicator(set: SetDefinition, code: string): FoundIndicator | null {
  for (const criterion of set.criteria) {
    for (const indicator of criterion.indicators) {
      if (indicator.code === code) return { criterion, indicator, parent: null };
      const part = indicator.limbs.find((limb) => limb.code === code);
      if (part) return { criterion, indicator: part, parent: indicator };
    }
  }
  return null;
}
