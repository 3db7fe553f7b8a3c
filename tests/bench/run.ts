/** `npm run bench`: every tests/bench/*.bench.ts against one server; `npm run bench -- scoring` runs matching files. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildApp, generateClient } from "@/prisma/scripts/build";
import { ensureDatabase, stopDatabase } from "@/prisma/scripts/database";
import { loadDotEnv, projectRoot } from "@/prisma/scripts/project";
import type { Bench, BenchRow } from "@/tests/support/bench";
import { startDemoServer } from "@/tests/support/demo-server";

function isMet(row: BenchRow): boolean {
  return row.atLeast ? row.value >= row.goal : row.value <= row.goal;
}

const show = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

function printTable(rows: BenchRow[]): void {
  const cells = rows.map((row) => [
    row.name,
    `${show(row.value)} ${row.unit}`,
    `${row.atLeast ? "≥" : "≤"} ${show(row.goal)}`,
    row.floor === undefined ? "" : `${show(row.floor)} (${(row.value / row.floor).toFixed(1)}×)`,
    isMet(row) ? "met" : "MISSED",
  ]);
  const table = [["figure", "measured", "goal", "floor in this run", ""], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  for (const row of rows) if (row.note) console.log(`\n${row.name}: ${row.note}`);
}

async function loadBenches(filters: string[]): Promise<{ name: string; bench: Bench }[]> {
  const folder = path.join(projectRoot, "tests", "bench");
  const names = readdirSync(folder)
    .filter(
      (name) =>
        name.endsWith(".bench.ts") && (filters.length === 0 || filters.some((part) => name.includes(part))),
    )
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const module = (await import(pathToFileURL(path.join(folder, name)).href)) as { default: Bench };
      return { name, bench: module.default };
    }),
  );
}

async function main(): Promise<number> {
  loadDotEnv();
  generateClient();
  const { started } = await ensureDatabase();
  buildApp();
  const server = await startDemoServer(3980);
  const rows: BenchRow[] = [];
  let broken = 0;
  try {
    process.env.DATABASE_URL = server.database.url;
    const context = { baseUrl: server.baseUrl, databaseUrl: server.database.url, serverPid: server.pid };
    for (const { name, bench } of await loadBenches(process.argv.slice(2))) {
      console.log(`── ${name}`);
      try {
        rows.push(...(await bench(context)));
      } catch (error) {
        broken += 1;
        console.error(error);
      }
    }
  } finally {
    await server.stop();
    if (started) await stopDatabase({ onlyIfIdle: true });
  }
  console.log();
  printTable(rows);
  const missed = rows.filter((row) => !isMet(row)).length;
  console.log(
    `\n${rows.length - missed} of ${rows.length} goals met${broken ? `; ${broken} bench files failed` : ""}.`,
  );
  // A missed goal is reported, not hidden, but only a bench that cannot run is an error.
  return broken > 0 || rows.length === 0 ? 1 : 0;
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  })
  .then((code) => process.exit(code));
