import "server-only";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { scoreUnit } from "@/lib/scoring/score";
import type { UnitScore } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import { loadExemptions, loadFigureRows, toFigureMap } from "./figure-rows";
import { resolveSetOnce } from "./resolved-sets";
import { loadSheetContext, toThresholdContext } from "./sheet-context";
import { storeScores } from "./store-scores";

/**
 * Scores one sheet from its figures and stores every verdict and count. Used wherever more than one criterion may
 * have changed: seed, import, new thresholds. A sheet recorded from a document is left alone, its result is what
 * the document prints.
 * @returns the score, or null when there is nothing to score (no such sheet, or a recorded one)
 */
export async function rescoreSubmission(
  tx: Transaction,
  submissionId: number,
  now: Date = new Date(),
): Promise<UnitScore | null> {
  const rows = await tx.$queryRaw<{ unitId: number; setId: number; setCode: string; period: string }[]>`
    SELECT s."unitId", s."setId", c."code" AS "setCode", s."period"
    FROM "Submission" s JOIN "CriteriaSet" c ON c."id" = s."setId"
    WHERE s."id" = ${submissionId} AND s."basis" = 'scored' FOR UPDATE OF s`;
  const sheet = rows[0];
  if (!sheet) return null;
  const context = await loadSheetContext(tx, sheet.unitId, sheet.setCode);
  const definition = await loadSetDefinition(tx, sheet.setCode);
  if (!context || !definition)
    throw new Error(`Submission ${submissionId} names a set that cannot be loaded`);
  const figures = toFigureMap(await loadFigureRows(tx, submissionId));
  const exemptions = await loadExemptions(tx, sheet.unitId, sheet.setId, sheet.period);
  const resolved = resolveSetOnce(definition, toThresholdContext(context, sheet.period));
  const score = scoreUnit(resolved, figures, exemptions);
  await storeScores(tx, submissionId, score, score.criteria, now);
  return score;
}
