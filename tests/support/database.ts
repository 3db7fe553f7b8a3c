import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { PrismaClient } from "@/lib/server/generated/client";
import { ensureDatabase } from "@/prisma/scripts/database";
import { migrateDatabase, migrationsFolder } from "@/prisma/scripts/migrate";
import { projectRoot } from "@/prisma/scripts/project";
import { seedDatabase } from "@/prisma/scripts/seed-database";

/** empty: migrated only. reference: with the criteria sets, units and documents. demo: with Huyện Mẫu and the accounts too. */
export type Seeding = "empty" | "reference" | "demo";

export interface TestDatabase {
  url: string;
  db: PrismaClient;
  /** Disconnects and removes the database. */
  drop(): Promise<void>;
}

/** What the seed computes with; the rest of lib does not change what a template holds. */
const SEED_LIBRARIES = ["lib/criteria", "lib/documents", "lib/numbers", "lib/scoring", "lib/submissions"];

/** Opens a Prisma client on any database; the caller disconnects it. */
export function openTestClient(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 5, options: "-c TimeZone=UTC" }),
  });
}

function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Changes whenever anything changes that a template is made of. */
function fingerprint(seeding: Seeding): string {
  const hash = createHash("sha256");
  const folders = [migrationsFolder];
  if (seeding !== "empty") {
    for (const folder of ["prisma/data", "prisma/seed", ...SEED_LIBRARIES])
      folders.push(path.join(projectRoot, folder));
  }
  for (const file of folders.flatMap(listFiles)) {
    if (/\/generated\/|\.tsx$|\.css$/.test(file)) continue;
    hash.update(path.relative(projectRoot, file)).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

async function withMaintenance<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabaseName(url, "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Copies the template, making it first if it is not there: later runs and other workers find it by its fingerprint.
 * All under one lock, so that a run with other sources cannot remove the template between finding and copying it.
 */
async function copyTemplate(url: string, seeding: Seeding, copy: string): Promise<void> {
  const prefix = `ntm_template_${seeding}_`;
  const name = prefix + fingerprint(seeding);
  await withMaintenance(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [prefix]);
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    if (!rows.some(({ datname }) => datname === name)) {
      for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
      await makeTemplate(client, url, seeding, name);
    }
    await client.query(`create database "${copy}" template "${name}"`);
  });
}

/** Under a draft name until it is complete: a run killed half way leaves nothing that looks like a template. */
async function makeTemplate(client: Client, url: string, seeding: Seeding, name: string): Promise<void> {
  const draft = `ntm_template_${seeding}_draft`;
  await client.query(`create database "${draft}"`);
  const draftUrl = withDatabaseName(url, draft);
  await migrateDatabase(draftUrl);
  if (seeding !== "empty") await seedDatabase(draftUrl, seeding);
  await client.query(`alter database "${draft}" rename to "${name}"`);
  // CREATE DATABASE … TEMPLATE fails while anybody is connected to the template.
  await client.query(`alter database "${name}" with allow_connections false`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes what killed test runs have left; their databases carry the number of a process that is gone. */
export async function dropAbandonedDatabases(url: string): Promise<void> {
  await withMaintenance(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^ntm_(test|shadow)_[0-9]+_'",
    );
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split("_")[2]))) {
        await client.query(`drop database if exists "${datname}" with (force)`);
      }
    }
  });
}

/** A database nothing has been done to, not even migrated. For tests of the migrations themselves. */
export async function createBlankDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = await ensureDatabase();
  const name = `ntm_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await withMaintenance(url, (client) => client.query(`create database "${name}"`));
  return {
    url: withDatabaseName(url, name),
    drop: async () => {
      await withMaintenance(url, (client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}

/** A private, migrated database copied from a template in some tens of milliseconds. */
export async function createTestDatabase(
  options: { seeded?: Exclude<Seeding, "empty"> } = {},
): Promise<TestDatabase> {
  const { url } = await ensureDatabase();
  const name = `ntm_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await copyTemplate(url, options.seeded ?? "empty", name);
  const ownUrl = withDatabaseName(url, name);
  const db = openTestClient(ownUrl);
  return {
    url: ownUrl,
    db,
    drop: async () => {
      await db.$disconnect();
      await withMaintenance(url, (client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}
