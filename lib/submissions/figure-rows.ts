import "server-only";
import type { ExemptionMap, FigureInput, FigureMap } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { EntryFigure, EntryFigureMap } from "./entry-types";

/** A stored figure with who wrote it. */
export interface FigureRow extends FigureInput {
  indicatorId: number;
  note: string | null;
  version: number;
  enteredById: number | null;
  enteredByName: string | null;
  enteredAt: Date;
}

/** Figures of one sheet, decimals as canonical text. One query. */
export function loadFigureRows(client: Transaction, submissionId: number): Promise<FigureRow[]> {
  return client.$queryRaw<FigureRow[]>`
    SELECT f."indicatorId", trim_scale(f."value")::text AS "value", trim_scale(f."numerator")::text AS "numerator",
           trim_scale(f."denominator")::text AS "denominator", f."booleanValue", f."gradeValue", f."note",
           f."version", f."enteredById", u."displayName" AS "enteredByName", f."enteredAt"
    FROM "Figure" f LEFT JOIN "User" u ON u."id" = f."enteredById"
    WHERE f."submissionId" = ${submissionId}`;
}

/** Only what is judged. */
export function toFigureInput(row: FigureInput): FigureInput {
  const { value, numerator, denominator, booleanValue, gradeValue } = row;
  return { value, numerator, denominator, booleanValue, gradeValue };
}

export function toEntryFigure(row: FigureRow): EntryFigure {
  return {
    ...toFigureInput(row),
    indicatorId: row.indicatorId,
    note: row.note,
    version: row.version,
    enteredByName: row.enteredByName,
    enteredAt: row.enteredAt.toISOString(),
  };
}

export function toFigureMap(rows: readonly FigureRow[]): FigureMap {
  return Object.fromEntries(rows.map((row) => [row.indicatorId, toFigureInput(row)]));
}

export function toEntryFigureMap(rows: readonly FigureRow[]): EntryFigureMap {
  return Object.fromEntries(rows.map((row) => [row.indicatorId, toEntryFigure(row)]));
}

/** Exemptions of a unit under a set that hold in a period. */
export async function loadExemptions(
  client: Transaction,
  unitId: number,
  setId: number,
  period: string,
): Promise<ExemptionMap> {
  const rows = await client.$queryRaw<{ indicatorId: number; reason: string; documentText: string }[]>`
    SELECT x."indicatorId", x."reason", x."documentText"
    FROM "Exemption" x
    JOIN "Indicator" i ON i."id" = x."indicatorId"
    JOIN "Criterion" c ON c."id" = i."criterionId"
    WHERE x."unitId" = ${unitId} AND c."setId" = ${setId}
      AND x."fromPeriod" <= ${period} AND (x."toPeriod" IS NULL OR x."toPeriod" >= ${period})
    ORDER BY x."id"`;
  return Object.fromEntries(
    rows.map(({ indicatorId, reason, documentText }) => [indicatorId, { reason, documentText }]),
  );
}
