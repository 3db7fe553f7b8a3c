import { type LoadedSet, loadCriteriaSets } from "@/lib/criteria/load-set";
import type { PrismaClient } from "@/lib/server/generated/client";
import { readDataFolder, unwrap } from "./files";

/**
 * Loads every published criteria set, all or none. Unchanged files change nothing.
 * @throws Error with a Vietnamese sentence naming file, place and reason when a file is broken
 */
export async function loadReferenceData(db: PrismaClient): Promise<LoadedSet[]> {
  return unwrap(await loadCriteriaSets(db, readDataFolder("criteria")));
}
