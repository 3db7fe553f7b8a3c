import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Folder that holds package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Folder for everything the project writes while it runs: embedded database, logs, generated secrets. Git-ignored. */
export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.NTM_DATA_DIR ?? ".data");
}

/**
 * Reads `.env` into process.env, as Next does for itself; what is already set wins.
 * Neither Prisma nor tsx does it for scripts.
 */
export function loadDotEnv(file = path.join(projectRoot, ".env")): void {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    const name = match?.[1];
    const text = match?.[2];
    if (!name || text === undefined || process.env[name] !== undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(text);
    process.env[name] = quoted ? quoted[2] : text.replace(/\s+#.*$/, "");
  }
}
