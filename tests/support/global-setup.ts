import { ensureDatabase, stopDatabase } from "@/prisma/scripts/database";
import { loadDotEnv } from "@/prisma/scripts/project";

/** Starts the embedded PostgreSQL for the run and, if it was this run that started it, stops it again. */
export default async function setup(): Promise<() => Promise<void>> {
  loadDotEnv();
  const { started } = await ensureDatabase();
  return async () => {
    if (started) await stopDatabase({ onlyIfIdle: true });
  };
}
