/** `npm start`: production. Everything comes from the environment (or .env); nothing is generated, nothing is demonstrated. */
import { existsSync } from "node:fs";
import { readEnv } from "@/lib/server/env";
import { standaloneServer } from "./build";
import { migrateDatabase } from "./migrate";
import { loadDotEnv } from "./project";
import { serveApp } from "./serve";

async function main(): Promise<void> {
  loadDotEnv();
  const env = readEnv({ ...process.env, NODE_ENV: "production" });
  if (!existsSync(standaloneServer))
    throw new Error('The application is not built yet. Run "npm run build" first.');
  const applied = await migrateDatabase(env.DATABASE_URL);
  if (applied.length > 0) console.log(`Migrations applied: ${applied.join(", ")}`);
  const app = await serveApp({
    port: Number(process.env.PORT ?? 3000),
    host: process.env.NTM_HOST ?? "0.0.0.0",
    env: {},
  });
  console.log(`NTM Tracker answers on port ${process.env.PORT ?? 3000}; users open ${env.NEXTAUTH_URL}`);
  const stop = async () => {
    await app.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  app.process.once("exit", (code) => process.exit(code ?? 1));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
