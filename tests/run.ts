/**
 * `npm test`: every check in order, each with its time; ends non-zero when any failed.
 * `npm test -- --only unit,e2e` runs some; names after that go to vitest or Playwright as file filters.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildApp, generateClient } from "@/prisma/scripts/build";
import { ensureDatabase, stopDatabase } from "@/prisma/scripts/database";
import { loadDotEnv, projectRoot } from "@/prisma/scripts/project";
import { ensureChromium } from "./support/chromium";
import { type DemoServer, startDemoServer } from "./support/demo-server";

const ODD_ZONE = "Pacific/Chatham";

/** Runs a program of node_modules with Node itself; true when it ended well. */
async function runTool(script: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(projectRoot, "node_modules", script), ...args], {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

async function runVitest(projects: string[], filters: string[]): Promise<boolean> {
  const args = [
    "run",
    "--config",
    "tests/vitest.config.ts",
    ...projects.flatMap((name) => ["--project", name]),
  ];
  return runTool("vitest/vitest.mjs", [...args, ...filters], { TZ: ODD_ZONE });
}

async function runBrowserTests(filters: string[]): Promise<boolean> {
  const folder = path.join(projectRoot, "tests", "e2e");
  const hasSpecs =
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => name.endsWith(".spec.ts"));
  if (!hasSpecs) throw new Error("tests/e2e holds no *.spec.ts");
  const chromium = ensureChromium();
  const servers: DemoServer[] = [];
  try {
    servers.push(await startDemoServer(3900));
    servers.push(await startDemoServer(3950));
    const [desktop, phone] = servers;
    return await runTool(
      "@playwright/test/cli.js",
      ["test", "--config", "tests/playwright.config.ts", ...filters],
      {
        CHROMIUM_PATH: chromium,
        NTM_E2E_DESKTOP_URL: desktop?.baseUrl ?? "",
        NTM_E2E_PHONE_URL: phone?.baseUrl ?? "",
        NTM_E2E_DESKTOP_DATABASE_URL: desktop?.database.url ?? "",
        NTM_E2E_PHONE_DATABASE_URL: phone?.database.url ?? "",
      },
    );
  } finally {
    for (const server of servers) await server.stop();
  }
}

interface Step {
  name: string;
  what: string;
  /** A step that cannot run without this one having passed. */
  needs?: string;
  run(filters: string[]): Promise<boolean>;
}

const STEPS: Step[] = [
  { name: "lint", what: "Biome: format and lint", run: () => runTool("@biomejs/biome/bin/biome", ["ci"]) },
  {
    name: "types",
    what: "TypeScript",
    run: async () =>
      (await runTool("next/dist/bin/next", ["typegen"])) &&
      runTool("typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.json"]),
  },
  {
    name: "drift",
    what: "schema.prisma against the migrations",
    run: () => runTool("tsx/dist/cli.mjs", ["prisma/scripts/check-drift.ts"]),
  },
  {
    name: "unit",
    what: "unit, property and component tests",
    run: (filters) => runVitest(["unit", "components"], filters),
  },
  {
    name: "integration",
    what: "integration tests on PostgreSQL",
    run: (filters) => runVitest(["integration"], filters),
  },
  {
    name: "build",
    what: "next build",
    run: async () => {
      if (!buildApp()) console.log("Unchanged since the last build.");
      return true;
    },
  },
  { name: "e2e", what: "browser tests (1440 and 390 px) with axe", needs: "build", run: runBrowserTests },
];

function chooseSteps(only: string | undefined): Step[] {
  if (!only) return STEPS;
  const names = only.split(",");
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `Unknown step: ${unknown.join(", ")}. Steps: ${STEPS.map((step) => step.name).join(", ")}`,
    );
  }
  // A browser test of yesterday's build would prove nothing.
  return STEPS.filter(
    (step) => names.includes(step.name) || (step.name === "build" && names.includes("e2e")),
  );
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { only: { type: "string" } },
    allowPositionals: true,
  });
  loadDotEnv();
  const steps = chooseSteps(values.only);
  generateClient();
  const { started } = await ensureDatabase();
  const outcomes: { step: Step; result: "passed" | "FAILED" | "skipped"; seconds: number }[] = [];
  try {
    for (const step of steps) {
      const start = performance.now();
      console.log(`\n━━ ${step.name}: ${step.what}`);
      let result: "passed" | "FAILED" | "skipped" = "FAILED";
      if (outcomes.some((other) => other.step.name === step.needs && other.result === "FAILED")) {
        result = "skipped";
        console.log(`Skipped: ${step.needs} failed.`);
      } else {
        try {
          if (await step.run(positionals)) result = "passed";
        } catch (error) {
          console.error(error instanceof Error ? error.message : error);
        }
      }
      const seconds = (performance.now() - start) / 1000;
      outcomes.push({ step, result, seconds });
      console.log(`━━ ${step.name} ${result} in ${seconds.toFixed(1)} s`);
    }
  } finally {
    if (started) await stopDatabase({ onlyIfIdle: true });
  }
  console.log("\nSummary");
  for (const { step, result, seconds } of outcomes) {
    console.log(`  ${step.name.padEnd(12)} ${result.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  return outcomes.every(({ result }) => result === "passed") ? 0 : 1;
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  })
  .then((code) => process.exit(code));
