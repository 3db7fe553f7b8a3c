import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The account PostgreSQL runs under: undefined means the account of this process. */
export type Account = { uid: number; gid: number } | undefined;

const FALLBACK_IDS = { uid: 65534, gid: 65534 };

function findNobody(): { uid: number; gid: number } {
  if (!existsSync("/etc/passwd")) return FALLBACK_IDS;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  // macOS writes nobody as -2; the kernel wants it unsigned.
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : FALLBACK_IDS;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of the existing data folder,
 * or to `nobody`. An ordinary user runs it as himself.
 */
export function chooseAccount(existingDataDir: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(existingDataDir)) {
    const { uid, gid } = statSync(existingDataDir);
    if (uid !== 0) return { uid, gid };
  }
  return findNobody();
}

/** Whether the account can walk into a folder; asks the kernel rather than reading modes, so that ACLs count. */
export function canEnter(folder: string, account: Account): boolean {
  if (!account) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** Whether the account can run a program (and load its libraries). */
export function canRun(program: string, account: Account): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * The folder below which the database lives: the data folder itself, or, when the database's account
 * cannot reach that (a project below /root, say), a folder outside, remembered in `postgres-location`.
 */
export function locateHome(dataFolder: string, account: Account): { home: string; isOutside: boolean } {
  mkdirSync(dataFolder, { recursive: true });
  const pointer = path.join(dataFolder, "postgres-location");
  if (existsSync(pointer)) {
    const remembered = readFileSync(pointer, "utf8").trim();
    if (existsSync(remembered)) return { home: remembered, isOutside: true };
    rmSync(pointer, { force: true });
  }
  if (canEnter(dataFolder, account)) return { home: dataFolder, isOutside: false };

  // /var/lib outlives reboots and is not swept; the temporary folder is the last resort.
  const parent = ["/var/lib", tmpdir()].find((folder) => existsSync(folder) && canEnter(folder, account));
  if (!parent) {
    throw new Error(
      `PostgreSQL cannot run as root and its account cannot reach ${dataFolder}. ` +
        "Move the project to a folder others may enter, run it as an ordinary user, or set DATABASE_URL.",
    );
  }
  const outside = mkdtempSync(path.join(parent, "ntm-tracker-"));
  chmodSync(outside, 0o711);
  const draft = `${pointer}.${process.pid}`;
  writeFileSync(draft, `${outside}\n`);
  try {
    linkSync(draft, pointer); // fails when another starter was first: then use theirs
  } catch {
    rmSync(outside, { recursive: true, force: true });
  } finally {
    rmSync(draft, { force: true });
  }
  return { home: readFileSync(pointer, "utf8").trim(), isOutside: true };
}
