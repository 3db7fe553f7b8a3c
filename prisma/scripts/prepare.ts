/** What demo and development do before the application starts: database, client, migrations, demonstration data. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { generateClient } from "./build";
import { type EnsuredDatabase, ensureDatabase } from "./database";
import { fingerprintFiles } from "./fingerprint";
import { migrateDatabase } from "./migrate";
import { dataFolder } from "./project";
import { seedDatabase } from "./seed-database";

/** The day the demonstration takes for today: its last quarter is then being sent. */
export const DEMO_DAY = "2024-12-30";

export const DEMO_PASSWORD = "Demo-NTM-2026";

async function countUsers(url: string): Promise<{ real: number; demo: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ real: number; demo: number }>(
      `select count(*) filter (where not "isDemo")::int as real, count(*) filter (where "isDemo")::int as demo from "User"`,
    );
    return rows[0] ?? { real: 0, demo: 0 };
  } finally {
    await client.end();
  }
}

/** Loads the demonstration unless this very data is already in this very database. */
async function loadDemo(url: string): Promise<void> {
  const users = await countUsers(url);
  if (users.real > 0) {
    throw new Error(
      "DATABASE_URL names a database with real accounts; demonstration data does not belong there. " +
        "Remove DATABASE_URL for a trial run, or name an empty database.",
    );
  }
  const stamp = path.join(dataFolder(), "demo-loaded");
  const fingerprint = [
    createHash("sha256").update(url).digest("hex").slice(0, 12),
    fingerprintFiles(["prisma/seed", "prisma/data", "prisma/migrations"]),
  ].join(" ");
  if (users.demo > 0 && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return;
  await seedDatabase(url, "demo", true);
  mkdirSync(dataFolder(), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** Brings the database to the state in which demo and development start. */
export async function prepareDemo(report: (step: string) => void): Promise<EnsuredDatabase> {
  report("PostgreSQL");
  const database = await ensureDatabase();
  report("Prisma client");
  generateClient();
  report("migrations");
  await migrateDatabase(database.url);
  report("demonstration data");
  await loadDemo(database.url);
  return database;
}

/** Prints each step as it begins with the seconds since the start. */
export function createReporter(): (step: string) => void {
  const start = performance.now();
  return (step) => console.log(`[${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s] ${step}`);
}
