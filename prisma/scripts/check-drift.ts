/**
 * Fails when schema.prisma and the migrations disagree: applies the migrations to a fresh database and asks
 * Prisma's engine what is missing. `--schema <file>` compares another schema file; `--write <name>` turns the
 * difference into a new migration instead of failing.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { ensureDatabase, stopDatabase } from "./database";
import { migrateDatabase, migrationsFolder, readMigrations } from "./migrate";
import { loadDotEnv } from "./project";
import { inspectDatabase, schemaFile } from "./schema-engine";

function writeMigration(name: string, sql: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`);
  mkdirSync(folder);
  // A failing migration is not rolled back by Prisma, so each file is its own transaction.
  writeFileSync(path.join(folder, "migration.sql"), `BEGIN;\n\n${sql}\n\nCOMMIT;\n`);
  return folder;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { schema: { type: "string" }, write: { type: "string" } } });
  loadDotEnv();
  const { url, started } = await ensureDatabase();
  const shadow = `ntm_shadow_${process.pid}_${randomBytes(3).toString("hex")}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database "${shadow}"`);
  try {
    const shadowUrl = new URL(url);
    shadowUrl.pathname = `/${shadow}`;
    await migrateDatabase(shadowUrl.toString());
    const schemaText = readFileSync(values.schema ?? schemaFile, "utf8");
    const report = await inspectDatabase(shadowUrl.toString(), schemaText, readMigrations());
    if (report.historyFaults.length > 0) {
      console.error(`"prisma migrate deploy" would not agree with ours: ${report.historyFaults.join("; ")}`);
      return 1;
    }
    const sql = report.missingSql;
    if (!sql) {
      console.log("schema.prisma, the migrations and their records agree.");
      return 0;
    }
    if (values.write) {
      console.log(`Written: ${writeMigration(values.write, sql)}. Read it before you commit it.`);
      return 0;
    }
    console.error(`schema.prisma and the migrations disagree. The migrations lack:\n\n${sql}\n`);
    console.error("Write the missing migration with: npm run db:migration -- <name>");
    return 1;
  } finally {
    await client.query(`drop database if exists "${shadow}" with (force)`);
    await client.end();
    if (started) await stopDatabase({ onlyIfIdle: true });
  }
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  })
  // The engine leaves a timer behind that would hold the process for ten seconds.
  .then((code) => process.exit(code));
