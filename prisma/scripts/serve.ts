import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { standaloneServer } from "./build";
import { dataFolder } from "./project";

async function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot clash there.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `first` on, free for every way to say localhost. */
export async function findWebPort(first: number): Promise<number> {
  for (let port = first; port < first + 50; port += 1) {
    if (
      (await canListen(port, "127.0.0.1")) &&
      (await canListen(port, "::1")) &&
      (await canListen(port, "0.0.0.0"))
    ) {
      return port;
    }
  }
  throw new Error(`No free port from ${first} to ${first + 49}. Set PORT to one that is free.`);
}

/** A secret for demonstration and development, made once per checkout. Production brings its own. */
export function readLocalSecret(): string {
  const file = path.join(dataFolder(), "session-secret");
  if (!existsSync(file)) {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;

export interface ServedApp {
  process: ChildProcess;
  address: string;
  /** Asks the server to end and waits for it. */
  stop(): Promise<void>;
}

/** Ends a child process: politely, then after five seconds not. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(late);
}

/** Starts the built application and waits until its health check answers. */
export async function serveApp(options: {
  port: number;
  host?: string;
  env: Record<string, string>;
  silent?: boolean;
}): Promise<ServedApp> {
  const { port, host = "127.0.0.1" } = options;
  const child = spawn(process.execPath, ["--import", endWithParent, standaloneServer], {
    cwd: path.dirname(standaloneServer),
    stdio: ["ignore", options.silent ? "ignore" : "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      ...options.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      HOSTNAME: host,
    },
  });
  const address = `http://localhost:${port}`;
  const probeHost = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The application ended at once (exit code ${child.exitCode}).`);
    const answer = await fetch(`http://${probeHost}:${port}/api/health`).catch(() => null);
    if (answer?.ok) return { process: child, address, stop: () => stopProcess(child) };
    await sleep(100);
  }
  await stopProcess(child);
  throw new Error(`The application did not answer /api/health on port ${port} within 30 s.`);
}
