import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { migrateDatabase, readMigrations } from "@/prisma/scripts/migrate";
import { createBlankDatabase } from "@/tests/support/database";

const opened: { drop(): Promise<void> }[] = [];

async function openBlank(): Promise<string> {
  const database = await createBlankDatabase();
  opened.push(database);
  return database.url;
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});

describe("migrateDatabase", () => {
  it("applies every migration once and writes what prisma migrate deploy would", async () => {
    const url = await openBlank();
    const names = readMigrations().map(({ name }) => name);
    expect(await migrateDatabase(url)).toEqual(names);
    expect(await migrateDatabase(url)).toEqual([]);
    const rows = await query<{ migration_name: string; checksum: string; applied_steps_count: number }>(
      url,
      "select migration_name, checksum, applied_steps_count from _prisma_migrations where finished_at is not null order by migration_name",
    );
    expect(rows).toEqual(
      readMigrations().map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
      })),
    );
  });

  it("lets several processes migrate at once", async () => {
    const url = await openBlank();
    const outcomes = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
    expect(outcomes.flat()).toEqual(readMigrations().map(({ name }) => name));
  });

  it("keeps nothing of a migration that fails and can run it again", async () => {
    const url = await openBlank();
    const broken = {
      name: "1_broken",
      sql: "BEGIN; CREATE TABLE kept (id int); SELECT 1/0; COMMIT;",
      checksum: "a",
    };
    await expect(migrateDatabase(url, [broken])).rejects.toThrow(/1_broken failed, nothing of it was kept/);
    const mended = { ...broken, sql: "BEGIN; CREATE TABLE kept (id int); COMMIT;" };
    expect(await migrateDatabase(url, [mended])).toEqual(["1_broken"]);
  });

  it("refuses a migration edited after it was applied, and a database of a newer version", async () => {
    const url = await openBlank();
    const first = { name: "1_first", sql: "BEGIN; COMMIT;", checksum: "a" };
    await migrateDatabase(url, [first]);
    await expect(migrateDatabase(url, [{ ...first, checksum: "b" }])).rejects.toThrow(/was edited after/);
    await expect(migrateDatabase(url, [])).rejects.toThrow(/belongs to a newer version/);
  });
});
