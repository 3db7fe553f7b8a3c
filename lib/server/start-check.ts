import "server-only";
import { db } from "@/lib/server/db";
import { EnvironmentError, env } from "@/lib/server/env";
import { log } from "@/lib/server/log";

/**
 * Stops the start, with one sentence on standard error, when the environment is wrong or when demonstration accounts,
 * whose password is public, sit in a database that is not served as a demonstration.
 */
export async function checkStart(): Promise<void> {
  try {
    log.info({ demo: env.NTM_DEMO === "1" }, "starting");
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    stop(error.message);
  }
  if (env.NTM_DEMO === "1" || env.NODE_ENV !== "production") return;
  // A database that is down or not migrated yet is the health check's business, not a reason to die.
  const demoUsers = await db.user.count({ where: { isDemo: true, disabledAt: null } }).catch(() => 0);
  if (demoUsers > 0) {
    stop(
      "The database holds demonstration accounts with a public password. Use a database of its own for production, or delete or disable these accounts.",
    );
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
