import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintFiles, needsWork } from "./fingerprint";
import { projectRoot } from "./project";

const clientFolder = path.join(projectRoot, "lib", "server", "generated");
const distFolder = path.join(projectRoot, ".next");

export const standaloneServer = path.join(distFolder, "standalone", "server.js");

const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/data",
  "prisma/migrations",
  "prisma/schema.prisma",
  "next.config.ts",
  "instrumentation.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Runs a program of node_modules with Node itself (no shell, no npx); throws when it fails. */
export function runTool(script: string, args: string[], extraEnv: Record<string, string> = {}): void {
  const run = spawnSync(process.execPath, [path.join(projectRoot, "node_modules", script), ...args], {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...extraEnv },
  });
  if (run.status !== 0) throw new Error(`"${script} ${args.join(" ")}" failed.`);
}

/** Generates Prisma's client when schema.prisma has changed since. */
export function generateClient(): void {
  const stamp = path.join(clientFolder, ".fingerprint");
  const fingerprint = fingerprintFiles(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (!needsWork(stamp, fingerprint, path.join(clientFolder, "client.ts"))) return;
  // Prisma would download a native engine that generating never starts; any existing file satisfies it.
  runTool("prisma/build/index.js", ["generate", "--no-hints"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(stamp, fingerprint);
}

/** Builds the application unless the sources are those of the last build. Returns whether it built. */
export function buildApp(): boolean {
  const stamp = path.join(distFolder, "ntm-fingerprint");
  // The worker is made here, so it is no source.
  const fingerprint = fingerprintFiles(BUILD_SOURCES, /^public.sw\.js$/);
  if (!needsWork(stamp, fingerprint, standaloneServer)) return false;
  rmSync(stamp, { force: true });
  runTool("tsx/dist/cli.mjs", ["prisma/scripts/build-worker.ts"]);
  runTool("next/dist/bin/next", ["build"], { NODE_ENV: "production" });
  // The standalone server serves these itself, but Next leaves copying them to us.
  const standalone = path.dirname(standaloneServer);
  mkdirSync(path.join(standalone, ".next"), { recursive: true });
  cpSync(path.join(distFolder, "static"), path.join(standalone, ".next", "static"), { recursive: true });
  const publicFolder = path.join(projectRoot, "public");
  if (existsSync(publicFolder)) cpSync(publicFolder, path.join(standalone, "public"), { recursive: true });
  writeFileSync(stamp, fingerprint);
  return true;
}
