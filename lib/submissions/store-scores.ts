import "server-only";
import type { CriterionScore, IndicatorScore, UnitScore } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";

function listIndicatorScores(scores: readonly IndicatorScore[]): IndicatorScore[] {
  return scores.flatMap((score) => [score, ...listIndicatorScores(score.limbs)]);
}

function toIndicatorRow(score: IndicatorScore) {
  return {
    indicatorId: score.indicatorId,
    verdict: score.verdict,
    thresholdId: score.thresholdId,
    gap: score.gap,
    progress: score.progress,
    isNear: score.isNear,
  };
}

function toCriterionRow(score: CriterionScore) {
  return {
    criterionId: score.criterionId,
    verdict: score.verdict,
    metIndicators: score.metIndicators,
    totalIndicators: score.totalIndicators,
    isNear: score.isNear,
  };
}

/**
 * Stores verdicts of the given criteria (limbs of indicators included) and the counts of the whole sheet: one
 * statement, so that counts and verdicts cannot part. The caller holds the lock of the submission row.
 */
export async function storeScores(
  tx: Transaction,
  submissionId: number,
  score: UnitScore,
  criteria: readonly CriterionScore[],
  now: Date,
): Promise<void> {
  const indicators = criteria.flatMap((criterion) => listIndicatorScores(criterion.indicators));
  const indicatorRows = JSON.stringify(indicators.map(toIndicatorRow));
  const criterionRows = JSON.stringify(criteria.map(toCriterionRow));
  const { totals } = score;
  await tx.$executeRaw`
    WITH indicator_rows AS (
      INSERT INTO "IndicatorVerdict"
        ("submissionId", "indicatorId", "verdict", "basis", "thresholdId", "gap", "progress", "isNear")
      SELECT ${submissionId}, r."indicatorId", r."verdict", 'scored', r."thresholdId", r."gap", r."progress", r."isNear"
      FROM jsonb_to_recordset(${indicatorRows}::jsonb) AS r(
        "indicatorId" int, "verdict" "Verdict", "thresholdId" int, "gap" numeric, "progress" numeric, "isNear" boolean)
      ON CONFLICT ("submissionId", "indicatorId") DO UPDATE SET
        "verdict" = EXCLUDED."verdict", "basis" = EXCLUDED."basis", "thresholdId" = EXCLUDED."thresholdId",
        "gap" = EXCLUDED."gap", "progress" = EXCLUDED."progress", "isNear" = EXCLUDED."isNear"
    ), criterion_rows AS (
      INSERT INTO "CriterionVerdict"
        ("submissionId", "criterionId", "verdict", "basis", "metIndicators", "totalIndicators", "isNear")
      SELECT ${submissionId}, r."criterionId", r."verdict", 'scored', r."metIndicators", r."totalIndicators", r."isNear"
      FROM jsonb_to_recordset(${criterionRows}::jsonb) AS r(
        "criterionId" int, "verdict" "Verdict", "metIndicators" int, "totalIndicators" int, "isNear" boolean)
      ON CONFLICT ("submissionId", "criterionId") DO UPDATE SET
        "verdict" = EXCLUDED."verdict", "basis" = EXCLUDED."basis", "metIndicators" = EXCLUDED."metIndicators",
        "totalIndicators" = EXCLUDED."totalIndicators", "isNear" = EXCLUDED."isNear"
    )
    UPDATE "Submission" SET
      "metCount" = ${totals.met}, "unmetCount" = ${totals.unmet}, "missingCount" = ${totals.missing},
      "exemptCount" = ${totals.exempt}, "undefinedCount" = ${totals.undefinedThreshold},
      "totalCount" = ${totals.total}, "enteredCount" = ${score.enteredCount},
      "indicatorCount" = ${score.indicatorCount}, "updatedAt" = ${now}
    WHERE "id" = ${submissionId}`;
}
