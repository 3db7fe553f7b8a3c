import "server-only";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

export interface Health {
  ok: boolean;
  database: "reachable" | "unreachable";
  /** behind: the program is newer than the database (run the migrations), or the database was never migrated. */
  migrations: "current" | "behind" | "unknown";
}

/** Whether the application can serve: database reachable and migrated as far as this build expects. Tells no secrets. */
export async function checkHealth(): Promise<Health> {
  try {
    const [found] = await db.$queryRaw<{ exists: boolean }[]>`
      select to_regclass('public._prisma_migrations') is not null as "exists"`;
    if (!found?.exists) return { ok: false, database: "reachable", migrations: "behind" };
    const [newest] = await db.$queryRaw<{ name: string | null }[]>`
      select max(migration_name) as "name" from _prisma_migrations
      where finished_at is not null and rolled_back_at is null`;
    const isCurrent = (newest?.name ?? "") >= (env.NTM_NEWEST_MIGRATION ?? "");
    return { ok: isCurrent, database: "reachable", migrations: isCurrent ? "current" : "behind" };
  } catch {
    return { ok: false, database: "unreachable", migrations: "unknown" };
  }
}
