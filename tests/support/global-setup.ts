import { ensureDatabase, stopDatabase } from "@/prisma/scripts/database";
import { loadDotEnv } from "@/prisma/scripts/project";
import { dropAbandonedDatabases } from "./database";

/** Starts the embedded PostgreSQL for the run and, if it was this run that started it, stops it again. */
export default async function setup(): Promise<() => Promise<void>> {
  loadDotEnv();
  const { url, started } = await ensureDatabase();
  // Process numbers mean something on this machine only, so a server of one's own is left alone.
  if (!process.env.DATABASE_URL) await dropAbandonedDatabases(url);
  return async () => {
    if (started) await stopDatabase({ onlyIfIdle: true });
  };
}
