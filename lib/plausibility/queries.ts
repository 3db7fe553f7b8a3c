import "server-only";
import { formatPeriod, type Period, previousPeriod } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import { ruleBodySchema } from "./schema";
import type { PeerFacts, PlausibilityGround, PlausibilityRule } from "./types";

/** Peers of one stratum change slowly: they are last period's figures. */
const PEERS_FRESH_MS = 10 * 60_000;
const MOST_KEPT = 200;
const keptPeers = new Map<string, { at: number; peers: Record<number, PeerFacts | undefined> }>();

/** Rules of a set in the order of their codes. A row that no program of today can read is left out. */
export async function loadRules(client: Transaction, setId: number): Promise<PlausibilityRule[]> {
  const rows = await client.plausibilityRule.findMany({ where: { setId }, orderBy: { code: "asc" } });
  return rows.flatMap(({ code, severity, message, kind, parameters }) => {
    const body = ruleBodySchema.safeParse({ kind, ...(parameters as object) });
    return body.success ? [{ ...body.data, code, severity, message } as PlausibilityRule] : [];
  });
}

/** Median and spread of every indicator over the communes of one stratum in one period. Exact decimals throughout. */
async function readPeers(client: Transaction, setId: number, stratum: string, period: Period) {
  const rows = await client.$queryRaw<
    { indicatorId: number; median: string; spread: string; count: number }[]
  >`
    WITH values AS (
      SELECT f."indicatorId", f."value"
      FROM "Submission" s
      JOIN "Enrolment" e ON e."unitId" = s."unitId" AND e."setId" = s."setId"
      JOIN "Stratum" st ON st."id" = e."stratumId" AND st."code" = ${stratum}
      JOIN "Figure" f ON f."submissionId" = s."id" AND f."value" IS NOT NULL
      WHERE s."setId" = ${setId} AND s."period" = ${period} AND s."basis" = 'scored'
        AND s."status" IN ('submitted', 'verified', 'approved')
    ), medians AS (
      SELECT "indicatorId", percentile_disc(0.5) WITHIN GROUP (ORDER BY "value") AS median, count(*)::int AS count
      FROM values GROUP BY "indicatorId"
    )
    SELECT m."indicatorId", trim_scale(m.median)::text AS median, m.count,
           trim_scale(percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(v."value" - m.median)))::text AS spread
    FROM medians m JOIN values v ON v."indicatorId" = m."indicatorId"
    GROUP BY m."indicatorId", m.median, m.count`;
  return Object.fromEntries(
    rows.map(({ indicatorId, ...facts }): [number, PeerFacts] => [indicatorId, facts]),
  );
}

async function loadPeers(client: Transaction, setId: number, stratum: string, period: Period, now: number) {
  const key = `${setId} ${stratum} ${period}`;
  const kept = keptPeers.get(key);
  if (kept && now - kept.at < PEERS_FRESH_MS) return kept.peers;
  const peers = await readPeers(client, setId, stratum, period);
  if (keptPeers.size >= MOST_KEPT) keptPeers.clear();
  keptPeers.set(key, { at: now, peers });
  return peers;
}

/** What the rules of a set need beside a sheet: the rules, and the communes of the same stratum last period. */
export async function loadPlausibilityGround(
  client: Transaction,
  sheet: { setId: number; stratum: string | null; period: Period },
  now: Date,
): Promise<PlausibilityGround> {
  const previous = previousPeriod(sheet.period);
  const rules = await loadRules(client, sheet.setId);
  const wantsPeers = rules.some(({ kind }) => kind === "outlier");
  const peers =
    wantsPeers && sheet.stratum !== null
      ? await loadPeers(client, sheet.setId, sheet.stratum, previous, now.getTime())
      : {};
  return { rules, peers, previousLabel: formatPeriod(previous) };
}
