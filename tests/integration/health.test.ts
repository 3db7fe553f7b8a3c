import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readMigrations } from "@/prisma/scripts/migrate";
import { createBlankDatabase, createTestDatabase, type TestDatabase } from "@/tests/support/database";

let migrated: TestDatabase;
let blank: { url: string; drop(): Promise<void> };
const newest = readMigrations().at(-1)?.name ?? "";
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  migrated = await createTestDatabase();
  blank = await createBlankDatabase();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await migrated.drop();
  await blank.drop();
});

/** The answer of /api/health in a process that was started with these variables. */
async function askHealth(url: string, newestMigration = newest): Promise<{ status: number; text: string }> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", url);
  vi.stubEnv("NTM_NEWEST_MIGRATION", newestMigration);
  Reflect.deleteProperty(globalThis, "ntmPrisma");
  const { GET } = await import("@/app/api/health/route");
  const { db } = await import("@/lib/server/db");
  closers.push(() => db.$disconnect());
  const response = await GET();
  return { status: response.status, text: await response.text() };
}

describe("/api/health", () => {
  it("is well on a migrated database", async () => {
    const { status, text } = await askHealth(migrated.url);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ok: true, database: "reachable", migrations: "current" });
  });

  it("stays well when the database is already ahead, as while a newer version is rolled out", async () => {
    const client = new Client({ connectionString: migrated.url });
    await client.connect();
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99999999999999_later', now())",
    );
    await client.end();
    expect((await askHealth(migrated.url)).status).toBe(200);
  });

  it("is not well before the migrations", async () => {
    const { status, text } = await askHealth(blank.url);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ ok: false, database: "reachable", migrations: "behind" });
  });

  it("is not well when the build knows a migration that the database lacks", async () => {
    expect((await askHealth(migrated.url, "99999999999999_newer")).status).toBe(503);
  });

  it("says that the database is out of reach, and not with which password", async () => {
    const { status, text } = await askHealth("postgresql://ntm:hunter2@127.0.0.1:1/ntm");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ ok: false, database: "unreachable", migrations: "unknown" });
    expect(text).not.toContain("hunter2");
  });
});
