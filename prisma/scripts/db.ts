/** `npm run db:start|stop|status|migrate|seed|reset`. */
import { Client } from "pg";
import { generateClient } from "./build";
import { ensureDatabase, findRunningDatabase, stopDatabase } from "./database";
import { migrateDatabase } from "./migrate";
import { loadDotEnv } from "./project";
import { seedDatabase } from "./seed-database";

async function reset(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Error(
      "db:reset empties only the embedded database. DATABASE_URL is set: empty that one yourself.",
    );
  }
  const { url } = await ensureDatabase();
  const maintenance = new URL(url);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = "/postgres";
  const client = new Client({ connectionString: maintenance.toString() });
  await client.connect();
  await client.query(`drop database if exists "${name}" with (force)`);
  await client.end();
  console.log("The embedded database is empty; the next start fills it again.");
}

const COMMANDS: Record<string, () => Promise<void>> = {
  start: async () => {
    const { url, started } = await ensureDatabase();
    console.log(`${started ? "Started" : "Already running"}: ${url}`);
  },
  stop: async () => {
    console.log((await stopDatabase()) ? "Stopped." : "It was not running.");
  },
  status: async () => {
    const given = process.env.DATABASE_URL;
    const url = given ?? (await findRunningDatabase());
    console.log(
      given ? "DATABASE_URL is set; the embedded database is not used." : `Embedded: ${url ?? "not running"}`,
    );
  },
  migrate: async () => {
    const applied = await migrateDatabase((await ensureDatabase()).url);
    console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "Up to date.");
  },
  seed: async () => {
    const { url } = await ensureDatabase();
    generateClient();
    await migrateDatabase(url);
    await seedDatabase(url, process.env.NTM_DEMO === "1" ? "demo" : "reference", true);
  },
  reset,
};

loadDotEnv();
const command = COMMANDS[process.argv[2] ?? ""];
if (!command) {
  console.error(`Say one of: ${Object.keys(COMMANDS).join(", ")}`);
  process.exit(2);
}
command().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
