import "server-only";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import type { Transaction } from "@/lib/server/db";
import type { UnitGround } from "./ground";
import { guessColumns } from "./guess-columns";
import { matchFields, type RowSkipped } from "./match-fields";
import { planUnit, type UnitPlan } from "./plan";
import type { LineContext } from "./read-line";
import { findMarkedSheets, readTemplateSheet } from "./read-template";
import {
  answersSchema,
  columnMappingSchema,
  type ImportOutcome,
  outcomeSchema,
  rawWorkbookSchema,
} from "./schema";
import type { Answers, ColumnMapping, RawSheet, RawWorkbook } from "./types";

/** A pending import as the database has it, its JSON checked. */
export interface PendingRow {
  id: string;
  unitCode: string;
  setId: number;
  setCode: string;
  setTitle: string;
  period: string;
  kind: "template" | "many" | "own";
  fileName: string;
  checksum: string;
  content: RawWorkbook;
  mapping: ColumnMapping | null;
  answers: Answers;
  outcome: ImportOutcome | null;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The pending import behind an id, if it is this user's and has not expired; else null. */
export async function findPending(
  client: Transaction,
  session: Pick<AppSession, "userId">,
  id: string,
  now: Date,
): Promise<PendingRow | null> {
  if (!ID.test(id)) return null;
  const row = await client.pendingImport.findFirst({
    where: { id, userId: session.userId, expiresAt: { gt: now } },
    include: {
      unit: { select: { code: true } },
      set: { select: { id: true, code: true, shortTitle: true } },
    },
  });
  if (!row) return null;
  return {
    id: row.id,
    unitCode: row.unit.code,
    setId: row.set.id,
    setCode: row.set.code,
    setTitle: row.set.shortTitle,
    period: row.period,
    kind: row.kind,
    fileName: row.fileName,
    checksum: row.checksum,
    content: rawWorkbookSchema.parse(row.content),
    mapping: row.mapping === null ? null : columnMappingSchema.parse(row.mapping),
    answers: answersSchema.parse(row.answers),
    outcome: row.outcome === null ? null : outcomeSchema.parse(row.outcome),
  };
}

/** The row of a pending import, locked until the transaction ends: a double click commits once. */
export async function lockPending(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "PendingImport" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export interface PlannedUnit {
  ground: UnitGround;
  sheetName: string;
  plan: UnitPlan;
  skipped: RowSkipped[];
}

/** Sheets of a pending import by the unit each speaks of. */
export function listUnitSheets(pending: PendingRow): { unitCode: string; sheet: RawSheet }[] {
  if (pending.kind === "own") {
    const sheet =
      pending.content.sheets.find((candidate) => candidate.name === pending.mapping?.sheet) ??
      pending.content.sheets[0];
    return sheet ? [{ unitCode: pending.unitCode, sheet }] : [];
  }
  return findMarkedSheets(pending.content).map(({ mark, sheet }) => ({ unitCode: mark.unit, sheet }));
}

/** Plans what one sheet would change. A sheet of the user's own needs its mapping first. */
export function planSheet(pending: PendingRow, sheet: RawSheet, ground: UnitGround): PlannedUnit {
  const context: LineContext = {
    sheetName: sheet.name,
    isNamed: pending.kind === "many",
    answers: pending.answers,
  };
  if (pending.kind === "own") {
    const mapping = pending.mapping ?? guessColumns(sheet, ground.resolved);
    if (!mapping) {
      return { ground, sheetName: sheet.name, plan: planUnit([], ground, context), skipped: [] };
    }
    const { lines, skipped } = matchFields(sheet, mapping, ground.resolved);
    return { ground, sheetName: sheet.name, plan: planUnit(lines, ground, context), skipped };
  }
  const { lines, problems } = readTemplateSheet(sheet, ground.resolved);
  return { ground, sheetName: sheet.name, plan: planUnit(lines, ground, context, problems), skipped: [] };
}

/** Label for messages about a unit among many. */
export function nameUnit(unit: Pick<AuthorizedUnit, "label">, isMany: boolean): string {
  return isMany ? `${unit.label}: ` : "";
}
