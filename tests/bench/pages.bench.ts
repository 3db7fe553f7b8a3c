/** Server time of the screens a meeting opens, each beside the time PostgreSQL itself worked for it. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Bench, BenchRow } from "@/tests/support/bench";
import { quantile, WebClient } from "@/tests/support/web-client";

const PASSWORD = "Demo-NTM-2026";
const CONTEXT = "unit=huyen-mau&set=NTMNC_XA_2021_2025&period=2024-Q4";
const WARM_UP = 15;
const ROUNDS = 80;
/** PostgreSQL's sessions hand in their statistics at the latest this long after they fall idle. */
const STATISTICS_DELAY_MS = 11_000;

async function readActiveTime(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ active_time: number }>(
    "select active_time from pg_stat_database where datname = current_database()",
  );
  return Number(rows[0]?.active_time ?? 0);
}

async function timePage(client: WebClient, address: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await client.readPage(address);
    times.push(performance.now() - start);
  }
  return times;
}

const bench: Bench = async ({ baseUrl, databaseUrl }) => {
  const client = new WebClient(baseUrl);
  await client.signIn("btv.mau", PASSWORD);
  // The least a page costs: a heading, a form, no query.
  const empty = await timePage(new WebClient(baseUrl), "/login", ROUNDS);
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const rows: BenchRow[] = [];
  try {
    for (const [name, address, goal] of [
      ["overview page of 24 communes, p50", `/overview?${CONTEXT}`, 15],
      ["gap list page of 24 communes, p50", `/gaps?${CONTEXT}`, 50],
      ["commune page, p50", "/communes/mau-12?set=NTMNC_XA_2021_2025&period=2024-Q4", 50],
    ] as const) {
      await timePage(client, address, WARM_UP);
      await sleep(STATISTICS_DELAY_MS);
      const before = await readActiveTime(admin);
      const times = await timePage(client, address, ROUNDS);
      await sleep(STATISTICS_DELAY_MS);
      const sql = ((await readActiveTime(admin)) - before) / ROUNDS;
      const bytes = Buffer.byteLength(await client.readPage(address));
      rows.push({
        name,
        value: quantile(times, 0.5),
        unit: "ms",
        goal,
        floor: sql,
        note:
          `p95 ${quantile(times, 0.95).toFixed(1)} ms over ${ROUNDS} requests one after the other, measured by the caller; ` +
          `floor: time PostgreSQL worked per request; sign-in page in the same run ${quantile(empty, 0.5).toFixed(1)} ms; ` +
          `HTML ${(bytes / 1024).toFixed(0)} kB.`,
      });
    }
    const overview = rows[0];
    if (overview?.floor) {
      rows.push({
        name: "overview page as a multiple of its SQL",
        value: overview.value / overview.floor,
        unit: "×",
        goal: 3,
      });
    }
  } finally {
    await admin.end();
  }
  return rows;
};

export default bench;
