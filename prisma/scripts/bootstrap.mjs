// Makes a fresh clone runnable with nothing but Node: installs the packages when they are absent or not those of the
// lock file, and generates Prisma's client, which every later program imports before it could generate it itself.
// Must not import anything that is not part of Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.9 or newer (https://nodejs.org).`);
  process.exit(1);
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** npm writes what it installed into node_modules/.package-lock.json; compare that with the lock file. */
function isInstalled() {
  const installedFile = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  for (const [name, wanted] of Object.entries(readPackages(path.join(root, "package-lock.json")))) {
    if (!name.startsWith("node_modules/")) continue;
    const found = installed[name];
    if (!found && !wanted.optional && !wanted.devOptional && !wanted.peer) return false;
    if (found && found.version !== wanted.version) return false;
  }
  return true;
}

if (!isInstalled()) {
  console.log("Installing packages (npm ci) …");
  const start = Date.now();
  // npm tells scripts where it lives; started by hand, it is looked up in PATH.
  const npmScript = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = npmScript?.endsWith(".js")
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (run.status !== 0) {
    console.error("npm ci failed: check that the npm registry can be reached, then run the command again.");
    process.exit(1);
  }
  console.log(`Packages installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

const generate = spawnSync(
  process.execPath,
  [
    path.join(root, "node_modules", "tsx", "dist", "cli.mjs"),
    path.join(root, "prisma", "scripts", "generate.ts"),
  ],
  { cwd: root, stdio: "inherit" },
);
if (generate.status !== 0) process.exit(generate.status ?? 1);
