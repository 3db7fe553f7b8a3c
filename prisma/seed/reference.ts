import { type LoadedSet, loadCriteriaSets } from "@/lib/criteria/load-set";
import { applyPlausibilityFile } from "@/lib/plausibility/load-rules";
import { plausibilityFileSchema } from "@/lib/plausibility/schema";
import type { PrismaClient } from "@/lib/server/generated/client";
import { parseOwnFile, readDataFolder, unwrap } from "./files";

/**
 * Loads every published criteria set, all or none, then the plausibility rules of each. Unchanged files change nothing.
 * @throws Error with a Vietnamese sentence naming file, place and reason when a file is broken
 */
export async function loadReferenceData(db: PrismaClient): Promise<LoadedSet[]> {
  const sets = unwrap(await loadCriteriaSets(db, readDataFolder("criteria")));
  const rules = readDataFolder("plausibility").map((file) => parseOwnFile(plausibilityFileSchema, file));
  await db.$transaction(async (tx) => {
    for (const file of rules) await applyPlausibilityFile(tx, file);
  });
  return sets;
}
