import { resolveThreshold } from "@/lib/scoring/thresholds";
import type { SetDefinition } from "@/lib/scoring/types";
import type { ThresholdLookup } from "./types";

/** Chooses thresholds by indicator id; null when the set or the indicator has none to choose from. */
export function makeThresholdLookup(definition: SetDefinition | null): ThresholdLookup {
  const own = definition?.criteria.flatMap((criterion) => criterion.indicators) ?? [];
  const indicators = new Map(own.flatMap((row) => [row, ...row.limbs]).map((row) => [row.id, row]));
  return (indicatorId, context) => {
    const indicator = indicators.get(indicatorId);
    return indicator ? resolveThreshold(indicator, context).row : null;
  };
}
