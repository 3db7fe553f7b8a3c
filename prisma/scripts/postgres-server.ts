import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Account } from "./postgres-account";
import type { Binaries } from "./postgres-binaries";

/** What a client needs to know. Lives inside the data folder (mode 600), so that folder and password can never disagree. */
export interface Connection {
  port: number;
  user: string;
  password: string;
}

export interface Cluster {
  dataDir: string;
  logFile: string;
  account: Account;
  binaries: Binaries;
}

const START_DEADLINE_MS = 60_000;
const DRAFT_LIFE_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

const connectionFile = (dataDir: string) => path.join(dataDir, "ntm-connection.json");

export function readConnection(dataDir: string): Connection {
  return JSON.parse(readFileSync(connectionFile(dataDir), "utf8")) as Connection;
}

function writeConnection(dataDir: string, connection: Connection): void {
  const draft = `${connectionFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, connectionFile(dataDir));
}

export function formatUrl(connection: Connection, database: string): string {
  const { user, password, port } = connection;
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Below the range from which systems lend ports to outgoing connections, so that the stored port stays free. */
async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(15_400, 25_400);
    if (await canListen(port)) return port;
  }
  throw new Error(
    "No free port between 15400 and 25400 for the embedded PostgreSQL. Set DATABASE_URL instead.",
  );
}

/** postmaster.pid: line 1 the process, line 4 the port it really listens on. */
function readPostmaster(dataDir: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** Believes only a server that answers a query on this very data folder. */
export async function probe(dataDir: string): Promise<Connection | null> {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster || !existsSync(connectionFile(dataDir))) return null;
  const connection = { ...readConnection(dataDir), port: postmaster.port };
  const client = new Client({
    connectionString: formatUrl(connection, "postgres"),
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>("select current_setting('data_directory') as dir");
    return rows[0] && path.resolve(rows[0].dir) === path.resolve(dataDir) ? connection : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** What starters killed half way have left behind; creating takes seconds, so minutes mean nobody is at it. */
function removeAbandonedDrafts(dataDir: string): void {
  const parent = path.dirname(dataDir);
  for (const name of readdirSync(parent)) {
    const draft = path.join(parent, name);
    if (!draft.startsWith(`${dataDir}.new-`)) continue;
    const age = Date.now() - (statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > DRAFT_LIFE_MS) rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Creates the cluster in a private folder and moves it into place in one step: a starter killed half
 * way leaves nothing that looks like a database, and of several starters exactly one wins.
 */
async function createCluster(cluster: Cluster): Promise<void> {
  const { dataDir, account, binaries } = cluster;
  removeAbandonedDrafts(dataDir);
  const draft = `${dataDir}.new-${process.pid}-${randomBytes(3).toString("hex")}`;
  const connection = { port: await findFreePort(), user: "ntm", password: randomBytes(24).toString("hex") };
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, connection.password, { mode: 0o600 });
    if (account) {
      chownSync(draft, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const run = spawnSync(
      binaries.initdb,
      [
        ["--pgdata", draft],
        ["--username", connection.user],
        ["--auth", "scram-sha-256"],
        ["--pwfile", passwordFile],
        ["--encoding", "UTF8"],
        ["--locale-provider", "icu"],
        ["--icu-locale", "vi-VN"],
        // Messages, money and the like; sorting comes from ICU. Only Linux is sure to have C.UTF-8.
        ["--locale", process.platform === "linux" ? "C.UTF-8" : "C"],
      ].flat(),
      {
        ...account,
        cwd: "/",
        encoding: "utf8",
        env: { PATH: process.env.PATH, TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
      },
    );
    if (run.status !== 0) throw new Error(`initdb failed: ${run.error?.message ?? run.stderr}`);
    writeConnection(draft, connection);
    if (account) chownSync(connectionFile(draft), account.uid, account.gid);
    try {
      renameSync(draft, dataDir);
    } catch (error) {
      if (!existsSync(connectionFile(dataDir))) throw error;
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function isPostgresProcess(pid: number): boolean {
  try {
    if (existsSync("/proc/self/cmdline"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(
      "postgres",
    );
  } catch {
    return false;
  }
}

/**
 * After a power cut the recorded process number may belong to somebody else, and PostgreSQL would
 * then refuse to start for ever. A number no process can have makes it run its own, thorough check.
 */
function forgetForeignPid(dataDir: string): void {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster || isPostgresProcess(postmaster.pid)) return;
  const guard = path.join(dataDir, "ntm-mend.lock");
  try {
    if (existsSync(guard) && Date.now() - statSync(guard).mtimeMs > 10_000) rmSync(guard, { force: true });
    closeSync(openSync(guard, "wx"));
  } catch {
    return; // another starter is at it
  }
  try {
    const again = readPostmaster(dataDir);
    if (again?.pid !== postmaster.pid) return;
    const file = path.join(dataDir, "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, "99999999"));
  } finally {
    rmSync(guard, { force: true });
  }
}

interface Attempt {
  pid: number | undefined;
  exited: boolean;
}

/** Starts a postmaster that outlives this process and cannot be reached by its Ctrl-C. */
function launch(cluster: Cluster, port: number): Attempt {
  const { dataDir, logFile, account, binaries } = cluster;
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) rmSync(logFile, { force: true });
  const log = openSync(logFile, "a", 0o600);
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    // No socket file: their paths are limited to about 100 characters and a checkout may lie deeper.
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const child = spawn(
    binaries.postgres,
    ["-D", dataDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: { PATH: process.env.PATH, TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
    },
  );
  closeSync(log);
  const attempt: Attempt = { pid: child.pid, exited: false };
  const markExited = () => {
    attempt.exited = true;
  };
  child.once("exit", markExited);
  child.once("error", markExited);
  child.unref();
  return attempt;
}

function readLogTail(logFile: string): string {
  if (!existsSync(logFile)) return "";
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-6).join("\n");
}

function isPortFault(logFile: string, from: number): boolean {
  return (
    existsSync(logFile) &&
    /could not (bind|create any TCP\/IP sockets)/.test(readFileSync(logFile, "utf8").slice(from))
  );
}

/**
 * Returns a server that answers, starting it when none does. Several processes may call it at once,
 * also on a new folder: PostgreSQL's own lock lets one postmaster live, the others find it by asking.
 */
export async function startServer(cluster: Cluster): Promise<{ connection: Connection; started: boolean }> {
  const { dataDir, logFile } = cluster;
  const deadline = Date.now() + START_DEADLINE_MS;
  const running = await probe(dataDir);
  if (running) return { connection: running, started: false };
  if (!existsSync(connectionFile(dataDir))) await createCluster(cluster);
  chmodSync(dataDir, 0o700);

  let attempt: Attempt | null = null;
  let logStart = 0;
  while (Date.now() < deadline) {
    const answering = await probe(dataDir);
    if (answering) {
      const stored = readConnection(dataDir);
      if (stored.port !== answering.port) writeConnection(dataDir, answering);
      return {
        connection: answering,
        started: attempt !== null && readPostmaster(dataDir)?.pid === attempt.pid,
      };
    }
    if (!attempt || attempt.exited) {
      if (attempt && isPortFault(logFile, logStart)) {
        writeConnection(dataDir, { ...readConnection(dataDir), port: await findFreePort() });
      }
      forgetForeignPid(dataDir);
      logStart = existsSync(logFile) ? statSync(logFile).size : 0;
      attempt = launch(cluster, readConnection(dataDir).port);
    }
    await sleep(attempt.exited ? 400 : 60);
  }
  throw new Error(
    `PostgreSQL did not start within ${START_DEADLINE_MS / 1000} s. The end of ${logFile}:\n${readLogTail(logFile)}`,
  );
}

/** Stops the server in an orderly way; false when none was running. */
export async function stopServer(cluster: Cluster): Promise<boolean> {
  const { dataDir, account, binaries } = cluster;
  if (!(await probe(dataDir))) return false;
  const run = spawnSync(
    binaries.pgCtl,
    ["stop", "--pgdata", dataDir, "--mode", "fast", "--wait", "--timeout", "30"],
    {
      ...account,
      cwd: "/",
      encoding: "utf8",
    },
  );
  if (run.status !== 0) throw new Error(`pg_ctl stop failed: ${run.error?.message ?? run.stderr}`);
  return true;
}
