/**
 * Applies prisma/migrations as `prisma migrate deploy` does: same table, same checksums, same lock.
 * Written here because Prisma's command downloads a native engine first, which offline offices and
 * build machines cannot. Whoever has network may use Prisma's command on the same database.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { projectRoot } from "./project";

/** The number Prisma locks by, so that its command and this one never run side by side. */
const PRISMA_LOCK = 72707369;

const MIGRATIONS_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export const migrationsFolder = path.join(projectRoot, "prisma", "migrations");

/** Migrations on disk in the order they apply. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

function refuseDisagreement(migrations: Migration[], applied: AppliedRow[]): void {
  for (const row of applied) {
    const own = migrations.find((migration) => migration.name === row.migration_name);
    if (!row.finished_at) {
      throw new Error(
        `Migration ${row.migration_name} failed earlier and was left half done by another tool. ` +
          "Repair it with: npx prisma migrate resolve.",
      );
    }
    if (!own) {
      throw new Error(
        `The database knows migration ${row.migration_name}, this version of the program does not: ` +
          "the database belongs to a newer version. Update the program, or use another database.",
      );
    }
    if (own.checksum !== row.checksum) {
      throw new Error(
        `Migration ${own.name} was edited after it had been applied to this database. Restore the file; ` +
          "for a throw-away embedded database: npm run db:reset.",
      );
    }
  }
}

async function applyOne(client: Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [
    id,
    migration.checksum,
    migration.name,
  ]);
  try {
    await client.query(migration.sql);
  } catch (error) {
    // Each file is one transaction, so nothing of it stays and no trace of failure need block a retry.
    await client.query("rollback");
    await client.query("delete from _prisma_migrations where id = $1", [id]);
    throw new Error(
      `Migration ${migration.name} failed, nothing of it was kept: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
  await client.query(
    "update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1",
    [id],
  );
}

/**
 * Brings the database at `url` up to date. Returns the names of the migrations applied now, in order.
 * Safe to call from several processes at once. Throws an Error that says what to do.
 */
export async function migrateDatabase(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query("set client_min_messages = warning");
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<AppliedRow>(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    refuseDisagreement(migrations, rows);
    const pending = migrations.filter(({ name }) => !rows.some((row) => row.migration_name === name));
    for (const migration of pending) await applyOne(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
