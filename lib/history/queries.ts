import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { db, type Transaction } from "@/lib/server/db";
import { formatMoment } from "@/lib/server/moment";
import {
  type Description,
  describeAudit,
  describeReview,
  type FigureStyle,
  SHEET_ACT_NAMES,
} from "./describe";
import type { HistoryEntry } from "./types";

/** Longer histories are read in the audit. */
const LIMIT = 200;

export interface HistorySubject {
  unitId: AuthorizedUnitId;
  submissionId: number;
  criterionId: number;
  indicatorId: number;
  style: FigureStyle;
}

interface AuditRow {
  id: bigint;
  at: Date;
  actorName: string;
  act: string;
  before: unknown;
  after: unknown;
}

/** Audit rows of the figure itself, of its evidence and of the sheet's hand-overs. */
function readAudit({ unitId, submissionId, indicatorId }: HistorySubject, client: Transaction) {
  return client.$queryRaw<AuditRow[]>`
    SELECT a."id", a."at", a."actorName", a."act", a."before", a."after" FROM "AuditEvent" a
    WHERE a."entity" = 'Figure' AND a."unitId" = ${unitId} AND a."entityId" IN (
      SELECT f."id"::text FROM "Figure" f
      WHERE f."submissionId" = ${submissionId} AND f."indicatorId" = ${indicatorId})
    UNION ALL
    SELECT a."id", a."at", a."actorName", a."act", a."before", a."after" FROM "AuditEvent" a
    WHERE a."entity" = 'Evidence' AND a."unitId" = ${unitId} AND a."entityId" IN (
      SELECT e."id"::text FROM "Evidence" e
      WHERE e."submissionId" = ${submissionId} AND e."indicatorId" = ${indicatorId})
    UNION ALL
    SELECT a."id", a."at", a."actorName", a."act", a."before", a."after" FROM "AuditEvent" a
    WHERE a."entity" = 'Submission' AND a."unitId" = ${unitId} AND a."entityId" = ${String(submissionId)}
      AND a."act" = ANY(${SHEET_ACT_NAMES})
    ORDER BY "at" DESC, "id" DESC LIMIT ${LIMIT}`;
}

function readReviews({ submissionId, criterionId, indicatorId }: HistorySubject, client: Transaction) {
  return client.criterionReview.findMany({
    where: { submissionId, criterionId, OR: [{ indicatorId: null }, { indicatorId }] },
    include: { author: { select: { displayName: true } } },
    orderBy: { at: "desc" },
    take: LIMIT,
  });
}

function toEntry(key: string, at: Date, who: string, text: Description): HistoryEntry {
  return { key, at: at.toISOString(), atText: formatMoment(at), who, ...text };
}

/** Who did what to a figure, when, from what to what, and why; newest first. */
export async function loadFigureHistory(
  subject: HistorySubject,
  client: Transaction = db,
): Promise<HistoryEntry[]> {
  const [audit, reviews] = await Promise.all([readAudit(subject, client), readReviews(subject, client)]);
  const entries = [
    ...audit.flatMap((row) => {
      const text = describeAudit(row, subject.style);
      return text ? [toEntry(`a${row.id}`, row.at, row.actorName, text)] : [];
    }),
    ...reviews.map((row) =>
      toEntry(`r${row.id}`, row.at, row.author.displayName, describeReview(row.kind, row.text)),
    ),
  ];
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, LIMIT);
}
