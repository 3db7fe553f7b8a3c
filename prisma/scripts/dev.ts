/** `npm run dev`: the demonstration's database behind Next's development server. */
import { spawn } from "node:child_process";
import path from "node:path";
import { stopDatabase } from "./database";
import { createReporter, DEMO_DAY, prepareDemo } from "./prepare";
import { loadDotEnv, projectRoot } from "./project";
import { findWebPort, readLocalSecret, stopProcess } from "./serve";

async function main(): Promise<void> {
  loadDotEnv();
  const report = createReporter();
  const database = await prepareDemo(report);
  const port = await findWebPort(Number(process.env.PORT ?? 3000));
  report(`next dev on http://localhost:${port}`);
  const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "dev", "--port", String(port)], {
    cwd: projectRoot,
    stdio: "inherit",
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "development",
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? readLocalSecret(),
      NEXTAUTH_URL: `http://localhost:${port}`,
      NTM_DEMO: "1",
      NTM_TODAY: process.env.NTM_TODAY || DEMO_DAY,
    },
  });
  const stop = async () => {
    await stopProcess(child);
    if (database.started) await stopDatabase({ onlyIfIdle: true });
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  child.once("exit", stop);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
