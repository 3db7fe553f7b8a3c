import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { ensureDatabase, findRunningDatabase, stopDatabase } from "@/prisma/scripts/database";
import { projectRoot } from "@/prisma/scripts/project";

interface Found {
  url: string;
  started: boolean;
  answered: boolean;
}

const folders: string[] = [];
const isRoot = process.getuid?.() === 0;

function makeFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ntm-database-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

function launchStarter(folder: string, account: { uid?: number; gid?: number } = {}) {
  const child = spawn(
    process.execPath,
    [
      path.join(projectRoot, "node_modules/tsx/dist/cli.mjs"),
      path.join(projectRoot, "tests/support/database-starter.ts"),
      folder,
    ],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
      ...account,
      env: { ...process.env, HOME: folder, TMPDIR: tmpdir() },
    },
  );
  const finished = new Promise<Found>((resolve, reject) => {
    let out = "";
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve(JSON.parse(last) as Found);
      else reject(new Error(complaint || `ended with ${code}`));
    });
  });
  return { child, finished };
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function readPostmasterPid(folder: string): number {
  return Number(readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    const pointer = path.join(folder, "postgres-location");
    if (existsSync(folder)) await stopDatabase({ dataFolder: folder });
    if (existsSync(pointer)) rmSync(readFileSync(pointer, "utf8").trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("embedded PostgreSQL", () => {
  it("lets three starters on a new folder all succeed with one server", async () => {
    const folder = makeFolder();
    const found = await Promise.all([1, 2, 3].map(() => launchStarter(folder).finished));
    expect(found.every(({ answered }) => answered)).toBe(true);
    expect(new Set(found.map(({ url }) => url)).size).toBe(1);
    expect(found.filter(({ started }) => started)).toHaveLength(1);
  });

  it("keeps acknowledged rows through kill -9 of the server, and its address", async () => {
    const folder = makeFolder();
    const before = await ensureDatabase({ dataFolder: folder });
    await run(before.url, "create table kept as select generate_series(1, 1000) as n");
    process.kill(readPostmasterPid(folder), "SIGKILL");
    const after = await Promise.all([1, 2, 3].map(() => launchStarter(folder).finished));
    expect(after.map(({ url }) => url)).toEqual([before.url, before.url, before.url]);
    expect(await run(before.url, "select count(*)::int as n from kept")).toEqual([{ n: 1000 }]);
  });

  it("survives a starter killed at any moment of the first start", async () => {
    for (const delay of [150, 350, 500, 700]) {
      const folder = makeFolder();
      const { child, finished } = launchStarter(folder);
      finished.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill("SIGKILL");
      const { url } = await ensureDatabase({ dataFolder: folder });
      expect(await run(url, "select 1 as one")).toEqual([{ one: 1 }]);
    }
  });

  it("is not fooled by a lock file whose process number now belongs to somebody else", async () => {
    const folder = makeFolder();
    const { url } = await ensureDatabase({ dataFolder: folder });
    const lockFile = path.join(folder, "postgres/postmaster.pid");
    const lock = readFileSync(lockFile, "utf8");
    await stopDatabase({ dataFolder: folder });
    expect(await findRunningDatabase({ dataFolder: folder })).toBeNull();
    writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)));
    expect(await ensureDatabase({ dataFolder: folder })).toEqual({ url, started: true });
  });

  it("takes another port when its own has been taken meanwhile", async () => {
    const folder = makeFolder();
    const first = await ensureDatabase({ dataFolder: folder });
    await stopDatabase({ dataFolder: folder });
    const { createServer } = await import("node:net");
    const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    try {
      const second = await ensureDatabase({ dataFolder: folder });
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      expect(await run(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });

  it("sorts Vietnamese as a dictionary does and keeps the password to its owner", async () => {
    const folder = makeFolder();
    const { url } = await ensureDatabase({ dataFolder: folder });
    const rows = await run(
      url,
      "select name from unnest(array['Ê','Đào','Ân','Em','An','Dung','Ăn','Anh']) as t(name) order by name",
    );
    expect(rows.map(({ name }) => name)).toEqual(["An", "Anh", "Ăn", "Ân", "Dung", "Đào", "Em", "Ê"]);
    expect(
      await run(
        url,
        "select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens",
      ),
    ).toEqual([{ fsync: "on", listens: "127.0.0.1" }]);
    expect(statSync(path.join(folder, "postgres/ntm-connection.json")).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = "guessed";
    await expect(run(wrong.toString(), "select 1")).rejects.toThrow(/password authentication failed/);
  });

  it("uses DATABASE_URL when it is set and starts nothing", async () => {
    const given = "postgresql://somebody@example.test:5432/elsewhere";
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = given;
    try {
      expect(await ensureDatabase()).toEqual({ url: given, started: false });
    } finally {
      if (before === undefined) delete process.env.DATABASE_URL;
      else process.env.DATABASE_URL = before;
    }
  });

  it.runIf(isRoot)("runs as an ordinary user too", async () => {
    const folder = makeFolder();
    chownSync(folder, 12345, 12345);
    const found = await launchStarter(folder, { uid: 65534, gid: 65534 }).finished.catch(
      (error: Error) => error,
    );
    expect(found).toBeInstanceOf(Error); // not this user's folder
    chownSync(folder, 65534, 65534);
    expect(await launchStarter(folder, { uid: 65534, gid: 65534 }).finished).toMatchObject({
      answered: true,
    });
    expect(statSync(path.join(folder, "postgres")).uid).toBe(65534);
  });

  it.runIf(isRoot)("as root gives the data to an account that cannot log in", async () => {
    const folder = makeFolder();
    await ensureDatabase({ dataFolder: folder });
    expect(statSync(path.join(folder, "postgres")).uid).not.toBe(0);
  });

  it.runIf(isRoot)(
    "goes outside when its account cannot reach the project, and remembers where",
    async () => {
      const locked = makeFolder(0o700);
      const folder = path.join(locked, "data");
      mkdirSync(folder);
      folders.unshift(folder);
      const first = await ensureDatabase({ dataFolder: folder });
      const outside = readFileSync(path.join(folder, "postgres-location"), "utf8").trim();
      expect(outside.startsWith(locked)).toBe(false);
      await stopDatabase({ dataFolder: folder });
      expect(await ensureDatabase({ dataFolder: folder })).toEqual({ url: first.url, started: true });
    },
  );
});
