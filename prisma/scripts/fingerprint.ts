import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project";

function listFiles(target: string): string[] {
  if (!existsSync(target)) return [];
  if (statSync(target).isFile()) return [target];
  return readdirSync(target, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(target, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Short hash over files and folders of the project (paths relative to its root); generated code does not count. */
export function fingerprintFiles(targets: readonly string[], ignore = /$^/): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of targets.flatMap((target) => listFiles(path.join(projectRoot, target)))) {
    const name = path.relative(projectRoot, file);
    if (name.includes(`generated${path.sep}`) || ignore.test(name)) continue;
    hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/** Whether the stamp file does not hold this fingerprint, or what it vouches for is gone. */
export function needsWork(stampFile: string, fingerprint: string, stillThere: string): boolean {
  if (!existsSync(stillThere) || !existsSync(stampFile)) return true;
  return readFileSync(stampFile, "utf8").trim() !== fingerprint;
}
