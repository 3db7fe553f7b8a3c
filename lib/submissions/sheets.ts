import "server-only";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { scoreUnit } from "@/lib/scoring/score";
import type { ExemptionMap, ResolvedSet, Totals } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { SubmissionStatus } from "./entry-types";
import { loadExemptions } from "./figure-rows";
import { resolveSetOnce } from "./resolved-sets";
import { type SheetContext, toThresholdContext } from "./sheet-context";
import { storeScores } from "./store-scores";

/** A submission row as commands need it. */
export interface SheetRow {
  id: number;
  status: SubmissionStatus;
  basis: "scored" | "recorded";
  submittedAt: Date | null;
  submittedByName: string | null;
  decidedAt: Date | null;
}

/** What a sheet is scored by. */
export interface SheetRules {
  resolved: ResolvedSet;
  exemptions: ExemptionMap;
}

/** Chosen thresholds and exemptions of a unit for a set and a period. */
export async function loadSheetRules(
  client: Transaction,
  unitId: number,
  context: SheetContext,
  period: string,
): Promise<SheetRules> {
  const definition = await loadSetDefinition(client, context.setCode);
  if (!definition) throw new Error(`Set ${context.setCode} vanished while it was read`);
  const exemptions = await loadExemptions(client, unitId, context.setId, period);
  return { resolved: resolveSetOnce(definition, toThresholdContext(context, period)), exemptions };
}

/**
 * The sheet's row, locked until the transaction ends: whoever changes figures, verdicts or status of one sheet
 * does so one after another. Null when there is none.
 */
export async function lockSheet(
  tx: Transaction,
  unitId: number,
  setId: number,
  period: string,
): Promise<SheetRow | null> {
  const rows = await tx.$queryRaw<SheetRow[]>`
    SELECT s."id", s."status"::text AS "status", s."basis"::text AS "basis", s."submittedAt", s."decidedAt",
           u."displayName" AS "submittedByName"
    FROM "Submission" s LEFT JOIN "User" u ON u."id" = s."submittedById"
    WHERE s."unitId" = ${unitId} AND s."setId" = ${setId} AND s."period" = ${period}
    FOR UPDATE OF s`;
  return rows[0] ?? null;
}

/**
 * Opens a draft with the verdicts of an empty sheet, or waits for whoever is opening the same one, and locks it.
 * `isNew` tells whether this call made it.
 */
export async function openSheet(
  tx: Transaction,
  unitId: number,
  context: SheetContext,
  period: string,
  rules: SheetRules,
  now: Date,
): Promise<{ sheet: SheetRow; isNew: boolean }> {
  const empty = scoreUnit(rules.resolved, {}, rules.exemptions);
  const { totals } = empty;
  const made = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO "Submission" ("unitId", "setId", "period", "metCount", "unmetCount", "missingCount", "exemptCount",
      "undefinedCount", "totalCount", "enteredCount", "indicatorCount", "isIllustrative", "createdAt", "updatedAt")
    VALUES (${unitId}, ${context.setId}, ${period}, ${totals.met}, ${totals.unmet}, ${totals.missing},
      ${totals.exempt}, ${totals.undefinedThreshold}, ${totals.total}, ${empty.enteredCount},
      ${empty.indicatorCount}, ${context.isUnitIllustrative}, ${now}, ${now})
    ON CONFLICT ("unitId", "setId", "period") DO NOTHING RETURNING "id"`;
  const sheet = await lockSheet(tx, unitId, context.setId, period);
  if (!sheet) throw new Error("A sheet that was just opened cannot be found");
  if (made.length > 0) await storeScores(tx, sheet.id, empty, empty.criteria, now);
  return { sheet, isNew: made.length > 0 };
}

/** The counts that stand with a sheet. */
export async function loadStoredTotals(client: Transaction, submissionId: number): Promise<Totals> {
  const row = await client.submission.findUniqueOrThrow({ where: { id: submissionId } });
  return {
    met: row.metCount,
    unmet: row.unmetCount,
    missing: row.missingCount,
    exempt: row.exemptCount,
    undefinedThreshold: row.undefinedCount,
    total: row.totalCount,
  };
}
