import "server-only";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession, AuthorizedUnitId } from "@/lib/auth/types";
import { formatDecimal } from "@/lib/numbers/format";
import { db, type Transaction } from "@/lib/server/db";
import { formatMoment } from "@/lib/server/moment";
import { nameFileType } from "./constants";
import { makePostgresFileStore, type StoredFile } from "./file-store";
import type { EarlierEvidence, EvidenceCompleteness, EvidenceItem, EvidenceList } from "./types";

const KILOBYTE = 1024;

/** "850 KB", "1,2 MB". */
export function formatFileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  if (kilobytes < KILOBYTE) return `${kilobytes} KB`;
  return `${formatDecimal((bytes / KILOBYTE / KILOBYTE).toFixed(1))} MB`;
}

const SHAPE = {
  file: { select: { mediaType: true, size: true } },
  addedBy: { select: { displayName: true } },
} as const;

function readRows(client: Transaction, submissionId: number, indicatorId: number) {
  return client.evidence.findMany({
    where: { submissionId, indicatorId },
    include: SHAPE,
    orderBy: { id: "asc" },
  });
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function describeAdded(row: Row): string {
  return `${row.addedBy?.displayName ?? "Hệ thống"}, ${formatMoment(row.addedAt)}`;
}

function toEarlier(row: Row): EarlierEvidence {
  return { id: row.id, kind: row.kind, title: row.title, addedText: describeAdded(row) };
}

/** What a row took the place of, newest first. Rows are few; a circle cannot be stored (ids grow). */
function listEarlier(rows: readonly Row[], row: Row): EarlierEvidence[] {
  const before = rows.filter((other) => other.replacedById === row.id).toReversed();
  return before.flatMap((other) => [toEarlier(other), ...listEarlier(rows, other)]);
}

function toItem(rows: readonly Row[], row: Row): EvidenceItem {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    documentText: row.documentText,
    fileType: nameFileType(row.file?.mediaType ?? null),
    sizeText: row.file ? formatFileSize(row.file.size) : null,
    addedText: describeAdded(row),
    earlier: listEarlier(rows, row),
  };
}

/** Evidence behind one figure: what stands now with what it replaced, and what was taken away. */
export async function loadEvidence(
  subject: { unitId: AuthorizedUnitId; submissionId: number | null; indicatorId: number },
  client: Transaction = db,
): Promise<EvidenceList> {
  const [indicator, rows] = await Promise.all([
    client.indicator.findUniqueOrThrow({
      where: { id: subject.indicatorId },
      select: { requiresEvidence: true },
    }),
    subject.submissionId === null ? [] : readRows(client, subject.submissionId, subject.indicatorId),
  ]);
  const own = rows.filter((row) => row.unitId === subject.unitId);
  return {
    items: own
      .filter((row) => row.replacedById === null && row.removedAt === null)
      .map((row) => toItem(own, row)),
    removed: own.filter((row) => row.removedAt !== null).map(toEarlier),
    isRequired: indicator.requiresEvidence,
  };
}

/** Of the entered indicators that demand evidence, which have none. A sheet that demands none is 0 of 0. */
export async function loadEvidenceCompleteness(
  submissionId: number,
  client: Transaction = db,
): Promise<EvidenceCompleteness> {
  const rows = await client.$queryRaw<{ code: string; hasEvidence: boolean }[]>`
    SELECT i."code", EXISTS (
             SELECT 1 FROM "Evidence" e WHERE e."submissionId" = v."submissionId" AND e."indicatorId" = i."id"
               AND e."replacedById" IS NULL AND e."removedAt" IS NULL) AS "hasEvidence"
    FROM "IndicatorVerdict" v JOIN "Indicator" i ON i."id" = v."indicatorId"
    JOIN "Criterion" k ON k."id" = i."criterionId"
    WHERE v."submissionId" = ${submissionId} AND i."requiresEvidence" AND v."verdict" NOT IN ('missing', 'exempt')
    ORDER BY k."number", i."sortOrder", i."id"`;
  return {
    required: rows.length,
    provided: rows.filter((row) => row.hasEvidence).length,
    missing: rows.filter((row) => !row.hasEvidence).map((row) => row.code),
  };
}

/** A file for whoever may view the unit it belongs to, history included; null for everybody else. */
export async function findEvidenceFile(
  session: AppSession,
  evidenceId: number,
): Promise<(StoredFile & { title: string }) | null> {
  const row = await db.evidence.findUnique({
    where: { id: evidenceId },
    select: { title: true, fileId: true, unit: { select: { code: true } } },
  });
  if (!row || row.fileId === null) return null;
  if (!(await authorizeUnit(session, row.unit.code, "unit.view"))) return null;
  const file = await makePostgresFileStore(db).get(row.fileId);
  return file && { ...file, title: row.title };
}
