/** JavaScript a browser really fetches per route, gzipped; and what opening it without a cache costs. */
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import type { Bench, BenchRow } from "@/tests/support/bench";
import { CHROMIUM_FLAGS, ensureChromium } from "@/tests/support/chromium";
import { WebClient } from "@/tests/support/web-client";

const PASSWORD = "Demo-NTM-2026";
const SET = "NTMNC_XA_2021_2025";

const ROUTES = [
  { name: "login", address: "/login", user: null, goal: 100 },
  { name: "entry", address: `/entry/mau-01/${SET}/2024-Q4`, user: "canbo.mau01", goal: 130 },
  {
    name: "overview",
    address: `/overview?unit=huyen-mau&set=${SET}&period=2024-Q4`,
    user: "btv.mau",
    goal: 220,
  },
] as const;

const bench: Bench = async ({ baseUrl }) => {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const rows: BenchRow[] = [];
  try {
    for (const route of ROUTES) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      if (route.user) {
        const client = new WebClient(baseUrl);
        await client.signIn(route.user, PASSWORD);
        await context.addCookies(client.cookieHeader().map((cookie) => ({ ...cookie, url: baseUrl })));
      }
      const page = await context.newPage();
      const scripts: Promise<Buffer>[] = [];
      page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.push(response.body());
      });
      await page.goto(new URL(route.address, baseUrl).href, { waitUntil: "networkidle" });
      // Charts load when they come into view.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState("networkidle");
      const bodies = await Promise.all(scripts);
      rows.push({
        name: `JavaScript of ${route.name}, gzipped`,
        value: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000,
        unit: "kB",
        goal: route.goal,
        note: `${bodies.length} files, scrolled to the end so that what loads lazily is counted too.`,
      });
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return rows;
};

export default bench;
