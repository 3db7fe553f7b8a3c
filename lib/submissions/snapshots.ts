import "server-only";
import type { Transaction } from "@/lib/server/db";
import { readSnapshotContent, type Snapshot, type SnapshotKind } from "./snapshot-types";

export interface SnapshotOrder {
  submissionId: number;
  kind: SnapshotKind;
  round: number;
  at: Date;
  actorId: number | null;
}

/**
 * Writes down what sheets say at a hand-over, from the figures and verdicts that stand with them now. One statement
 * for one sheet or thousands. The caller holds the lock of each submission row.
 * @throws when a hand-over of this kind and round is written down already
 */
export async function writeSnapshots(tx: Transaction, orders: readonly SnapshotOrder[]): Promise<void> {
  const rows = JSON.stringify(orders.map((order) => ({ ...order, at: order.at.toISOString() })));
  const written = await tx.$executeRaw`
    INSERT INTO "SubmissionSnapshot"
      ("submissionId", "kind", "round", "at", "actorId", "metCount", "totalCount", "figures", "verdicts")
    SELECT s."id", r."kind", r."round", r."at", r."actorId", s."metCount", s."totalCount",
           COALESCE(said."figures", '{}'), COALESCE(judged."verdicts", '{}')
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("submissionId" int, "kind" "SnapshotKind", "round" int,
      "at" timestamp, "actorId" int)
    JOIN "Submission" s ON s."id" = r."submissionId"
    LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(v."indicatorId", jsonb_strip_nulls(jsonb_build_object(
        'value', trim_scale(f."value")::text, 'numerator', trim_scale(f."numerator")::text,
        'denominator', trim_scale(f."denominator")::text, 'booleanValue', f."booleanValue",
        'gradeValue', f."gradeValue", 'note', f."note", 'verdict', v."verdict"))) AS "figures"
      FROM "IndicatorVerdict" v
      LEFT JOIN "Figure" f ON f."submissionId" = v."submissionId" AND f."indicatorId" = v."indicatorId"
      WHERE v."submissionId" = s."id"
    ) said ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(c."criterionId", c."verdict") AS "verdicts"
      FROM "CriterionVerdict" c WHERE c."submissionId" = s."id"
    ) judged ON true`;
  if (written !== orders.length)
    throw new Error(`${orders.length - written} sheets could not be written down`);
}

async function findHighestRound(client: Transaction, submissionId: number): Promise<number | null> {
  const rows = await client.$queryRaw<{ round: number | null }[]>`
    SELECT GREATEST(
      (SELECT max("round") FROM "SubmissionSnapshot" WHERE "submissionId" = ${submissionId}),
      (SELECT max("round") FROM "CriterionReview" WHERE "submissionId" = ${submissionId})
    ) AS "round"`;
  return rows[0]?.round ?? null;
}

/**
 * Number of the sending that is in hand: 1 for the first. A sheet that was sent before hand-overs were written down
 * has none, and stands in its first.
 */
export async function findRound(client: Transaction, submissionId: number): Promise<number> {
  return (await findHighestRound(client, submissionId)) ?? 1;
}

/** Number that the next sending gets: what was said about an earlier one must never count for it. */
export async function findNextRound(client: Transaction, submissionId: number): Promise<number> {
  return ((await findHighestRound(client, submissionId)) ?? 0) + 1;
}

/** Every hand-over of a sheet, oldest first. */
export async function loadSnapshots(client: Transaction, submissionId: number): Promise<Snapshot[]> {
  const rows = await client.submissionSnapshot.findMany({
    where: { submissionId },
    orderBy: [{ at: "asc" }, { round: "asc" }, { kind: "asc" }],
    include: { actor: { select: { displayName: true } } },
  });
  return rows.map(({ actor, figures, verdicts, submissionId: _, actorId: __, ...row }) => ({
    ...row,
    actorName: actor?.displayName ?? null,
    ...readSnapshotContent({ figures, verdicts }),
  }));
}

/** What was approved for a unit and set in the newest period before this one, or null. */
export async function loadLastApproved(
  client: Transaction,
  subject: { unitId: number; setId: number; period: string },
): Promise<{ period: string; snapshot: Snapshot } | null> {
  const row = await client.submissionSnapshot.findFirst({
    where: {
      kind: "approved",
      submission: {
        unitId: subject.unitId,
        setId: subject.setId,
        period: { lt: subject.period },
        status: "approved",
      },
    },
    orderBy: [{ submission: { period: "desc" } }, { round: "desc" }],
    include: { actor: { select: { displayName: true } }, submission: { select: { period: true } } },
  });
  if (!row) return null;
  const { actor, submission, figures, verdicts, submissionId: _, actorId: __, ...rest } = row;
  const snapshot = {
    ...rest,
    actorName: actor?.displayName ?? null,
    ...readSnapshotContent({ figures, verdicts }),
  };
  return { period: submission.period, snapshot };
}
