import { type Period, previousPeriod } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import { readSnapshotContent, type SnapshotContent } from "@/lib/submissions/snapshot-types";
import { type SnapshotOrder, writeSnapshots } from "@/lib/submissions/snapshots";
import type { DemoFile } from "./demo-schema";
import type { Lookups } from "./lookups";

const DAY = 86_400_000;

interface SheetRow {
  id: number;
  unitCode: string;
  period: Period;
  status: string;
  submittedAt: Date | null;
  submittedById: number | null;
  decidedAt: Date | null;
  decidedById: number | null;
}

/** Hand-overs of every demonstration sheet, as sending, verifying and approving would have written them down. */
export async function placeReviews(
  tx: Transaction,
  find: Lookups,
  file: DemoFile,
  person: (username: string) => number,
): Promise<void> {
  const rows = await tx.submission.findMany({
    where: { setId: find.set(file.set), isIllustrative: true, submittedAt: { not: null } },
    select: {
      id: true,
      period: true,
      status: true,
      submittedAt: true,
      submittedById: true,
      decidedAt: true,
      decidedById: true,
      unit: { select: { code: true } },
    },
  });
  const sheets: SheetRow[] = rows.map(({ unit, ...row }) => ({ ...row, unitCode: unit.code }));
  const resent = new Set(file.resent.map((one) => one.commune));
  await writeSnapshots(
    tx,
    sheets.flatMap((sheet) =>
      orderSnapshots(sheet, isLast(file, sheet) && resent.has(sheet.unitCode) ? 2 : 1),
    ),
  );
  for (const one of file.resent) await placeFirstSending(tx, find, file, sheets, one);
  await tx.criterionReview.createMany({
    data: file.reviews.map((review) => {
      const sheet = findSheet(sheets, review.commune, file.lastPeriod);
      return {
        submissionId: sheet.id,
        criterionId: find.criterion(file.set, review.criterion),
        kind: review.kind,
        round: review.round,
        text: review.text,
        authorId: person(review.author),
        at: dateReview(sheet, review.round, resent.has(review.commune)),
      };
    }),
  });
}

const isLast = (file: DemoFile, sheet: SheetRow) => sheet.period === file.lastPeriod;

function orderSnapshots(sheet: SheetRow, round: number): SnapshotOrder[] {
  const { id: submissionId, status, submittedAt, decidedAt } = sheet;
  if (!submittedAt) return [];
  const orders: SnapshotOrder[] = [
    { submissionId, kind: "submitted", round, at: submittedAt, actorId: sheet.submittedById },
  ];
  const decided = { submissionId, round, at: decidedAt ?? submittedAt, actorId: sheet.decidedById };
  if (status === "verified" || status === "approved") orders.push({ ...decided, kind: "verified" });
  if (status === "approved") orders.push({ ...decided, kind: "approved" });
  return orders;
}

function findSheet(sheets: readonly SheetRow[], commune: string, period: Period): SheetRow {
  const sheet = sheets.find((one) => one.unitCode === commune && one.period === period);
  if (!sheet) throw new Error(`The demonstration reviews a sheet of ${commune} that was not sent`);
  return sheet;
}

/** A day after the sending it speaks of, and before the sheet was decided. */
function dateReview(sheet: SheetRow, round: number, isResent: boolean): Date {
  const sent = (sheet.submittedAt ?? new Date(0)).getTime();
  if (isResent && round === 1) return new Date(sent - 2 * DAY);
  return sheet.decidedAt ? new Date(sheet.decidedAt.getTime() - DAY / 4) : new Date(sent + DAY / 2);
}

/** The first of two sendings: what is sent now, with last quarter's figures of some criteria. */
async function placeFirstSending(
  tx: Transaction,
  find: Lookups,
  file: DemoFile,
  sheets: readonly SheetRow[],
  { commune, criteria }: DemoFile["resent"][number],
): Promise<void> {
  const sheet = findSheet(sheets, commune, file.lastPeriod);
  const earlier = findSheet(sheets, commune, previousPeriod(file.lastPeriod));
  const now = await loadContent(tx, sheet.id);
  const before = await loadContent(tx, earlier.id);
  const criterionIds = criteria.map((number) => find.criterion(file.set, number));
  const indicators = await tx.indicator.findMany({
    where: { criterionId: { in: criterionIds } },
    select: { id: true },
  });
  const content: SnapshotContent = {
    figures: {
      ...now.figures,
      ...pick(
        before.figures,
        indicators.map((row) => row.id),
      ),
    },
    verdicts: { ...now.verdicts, ...pick(before.verdicts, criterionIds) },
  };
  const counted = await tx.criterion.findMany({
    where: { setId: find.set(file.set), isCounted: true },
    select: { id: true },
  });
  await tx.submissionSnapshot.create({
    data: {
      submissionId: sheet.id,
      kind: "submitted",
      round: 1,
      at: new Date((sheet.submittedAt ?? new Date(0)).getTime() - 3 * DAY),
      actorId: sheet.submittedById,
      metCount: counted.filter((row) => content.verdicts[row.id] === "met").length,
      totalCount: counted.length,
      figures: JSON.parse(JSON.stringify(content.figures)),
      verdicts: JSON.parse(JSON.stringify(content.verdicts)),
    },
  });
}

async function loadContent(tx: Transaction, submissionId: number): Promise<SnapshotContent> {
  const row = await tx.submissionSnapshot.findFirstOrThrow({
    where: { submissionId, kind: "submitted" },
    orderBy: { round: "desc" },
  });
  return readSnapshotContent(row);
}

function pick<Value>(from: Record<number, Value>, ids: readonly number[]): Record<number, Value> {
  return Object.fromEntries(ids.flatMap((id) => (id in from ? [[id, from[id] as Value]] : [])));
}
