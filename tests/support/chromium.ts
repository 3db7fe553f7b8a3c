import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium on this machine: CHROMIUM_PATH, the system's, or the one Playwright has fetched. Null: none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const candidates = [...SYSTEM_BROWSERS, chromium.executablePath()];
  return candidates.find((file) => file && existsSync(file)) ?? null;
}

/** Installs a Chromium when there is none: from the distribution as root on Debian, else Playwright's own. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found: installing one …");
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const commands: string[][] = isDebianRoot
    ? [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
      ]
    : [];
  for (const [program = "", ...args] of commands) {
    spawnSync(program, args, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (!findChromium()) spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  const installed = findChromium();
  if (!installed) {
    throw new Error(
      "No Chromium could be installed. Install one (apt install chromium) or set CHROMIUM_PATH.",
    );
  }
  return installed;
}

/** Flags without which Chromium does not start as root, or wanders off to the network. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
