import { resolveSet } from "@/lib/scoring/thresholds";
import type { ResolvedSet, SetDefinition, ThresholdContext } from "@/lib/scoring/types";

/** Keyed by the definition object: a newly loaded set brings a new object, and the old choices go with the old one. */
const chosen = new WeakMap<SetDefinition, Map<string, ResolvedSet>>();

/** More contexts of one set than this never live in one process (regions × years × provinces in use). */
const MAX_CONTEXTS = 500;

/** `resolveSet`, remembered per process: two hundred savers of one district share a handful of contexts. */
export function resolveSetOnce(definition: SetDefinition, context: ThresholdContext): ResolvedSet {
  let perContext = chosen.get(definition);
  if (!perContext) {
    perContext = new Map();
    chosen.set(definition, perContext);
  }
  const key = JSON.stringify([context.province, context.stratum, context.communeType, context.year]);
  const known = perContext.get(key);
  if (known) return known;
  const resolved = resolveSet(definition, context);
  if (perContext.size >= MAX_CONTEXTS) perContext.clear();
  perContext.set(key, resolved);
  return resolved;
}
