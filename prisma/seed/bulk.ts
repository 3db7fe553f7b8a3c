import type { IndicatorScore } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { DemoSheet } from "./demo-sheets";

/** Rows of one insert: large enough to be fast, small enough for one parameter. */
const BATCH = 5000;

interface SheetOwner {
  setId: number;
  unitId(code: string): number;
  returnReason: string;
  /** Who entered, sent and decided, where an account did. */
  people(commune: string): { editorId: number | null; submitterId: number | null; deciderId: number };
}

/**
 * Writes whole sheets with figures, verdicts and counts as sets of rows, which is some twenty times faster than
 * row objects. Same columns and values as lib/submissions stores for one sheet.
 * @returns how many figures were written
 */
export async function insertSheets(
  tx: Transaction,
  sheets: readonly DemoSheet[],
  owner: SheetOwner,
): Promise<number> {
  const ids = await insertSubmissions(tx, sheets, owner);
  const figures: object[] = [];
  const indicators: object[] = [];
  const criteria: object[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const submissionId = ids[index];
    const { editorId } = owner.people(sheet.commune);
    for (const [indicatorId, figure] of sheet.figures) {
      figures.push({
        submissionId,
        indicatorId,
        ...figure,
        enteredById: editorId,
        enteredAt: sheet.enteredAt,
      });
    }
    for (const criterion of sheet.score.criteria) {
      const { criterionId, verdict, metIndicators, totalIndicators, isNear } = criterion;
      criteria.push({ submissionId, criterionId, verdict, metIndicators, totalIndicators, isNear });
      for (const score of listScores(criterion.indicators)) {
        const { indicatorId, thresholdId, gap, progress } = score;
        indicators.push({
          submissionId,
          indicatorId,
          verdict: score.verdict,
          thresholdId,
          gap,
          progress,
          isNear: score.isNear,
        });
      }
    }
  }
  await inBatches(
    figures,
    (rows) => tx.$executeRaw`
      INSERT INTO "Figure" ("submissionId", "indicatorId", "value", "numerator", "denominator", "booleanValue",
        "gradeValue", "enteredById", "enteredAt")
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r("submissionId" int, "indicatorId" int, "value" numeric,
        "numerator" numeric, "denominator" numeric, "booleanValue" boolean, "gradeValue" text, "enteredById" int,
        "enteredAt" timestamp)`,
  );
  await inBatches(
    indicators,
    (rows) => tx.$executeRaw`
      INSERT INTO "IndicatorVerdict" ("submissionId", "indicatorId", "verdict", "thresholdId", "gap", "progress", "isNear")
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r("submissionId" int, "indicatorId" int, "verdict" "Verdict",
        "thresholdId" int, "gap" numeric, "progress" numeric, "isNear" boolean)`,
  );
  await inBatches(
    criteria,
    (rows) => tx.$executeRaw`
      INSERT INTO "CriterionVerdict" ("submissionId", "criterionId", "verdict", "metIndicators", "totalIndicators", "isNear")
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r("submissionId" int, "criterionId" int, "verdict" "Verdict",
        "metIndicators" int, "totalIndicators" int, "isNear" boolean)`,
  );
  return figures.length;
}

function listScores(scores: readonly IndicatorScore[]): IndicatorScore[] {
  return scores.flatMap((score) => [score, ...listScores(score.limbs)]);
}

async function inBatches(rows: readonly object[], insert: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await insert(JSON.stringify(rows.slice(from, from + BATCH)));
  }
}

/** Ids in the order of the sheets. */
async function insertSubmissions(
  tx: Transaction,
  sheets: readonly DemoSheet[],
  owner: SheetOwner,
): Promise<number[]> {
  const rows = sheets.map(({ commune, period, status, submittedAt, decidedAt, enteredAt, score }) => {
    const { submitterId, deciderId } = owner.people(commune);
    const { totals, enteredCount, indicatorCount } = score;
    return {
      unitId: owner.unitId(commune),
      period,
      status,
      provenance: status === "approved" || status === "verified" ? "verified" : "self_assessed",
      ...totals,
      enteredCount,
      indicatorCount,
      submittedAt,
      submittedById: submittedAt === null ? null : submitterId,
      decidedAt,
      decidedById: decidedAt === null ? null : deciderId,
      returnReason: status === "returned" ? owner.returnReason : null,
      createdAt: enteredAt,
      updatedAt: decidedAt ?? submittedAt ?? enteredAt,
    };
  });
  const created = await tx.$queryRaw<{ id: number; unitId: number; period: string }[]>`
    INSERT INTO "Submission" ("unitId", "setId", "period", "status", "provenance", "metCount", "unmetCount",
      "missingCount", "exemptCount", "undefinedCount", "totalCount", "enteredCount", "indicatorCount", "submittedAt",
      "submittedById", "decidedAt", "decidedById", "returnReason", "isIllustrative", "createdAt", "updatedAt")
    SELECT r."unitId", ${owner.setId}, r."period", r."status", r."provenance", r."met", r."unmet", r."missing",
      r."exempt", r."undefinedThreshold", r."total", r."enteredCount", r."indicatorCount", r."submittedAt",
      r."submittedById", r."decidedAt", r."decidedById", r."returnReason", true, r."createdAt", r."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("unitId" int, "period" text, "status" "SubmissionStatus",
      "provenance" "AssessmentProvenance", "met" int, "unmet" int, "missing" int, "exempt" int, "undefinedThreshold" int,
      "total" int, "enteredCount" int, "indicatorCount" int, "submittedAt" timestamp, "submittedById" int,
      "decidedAt" timestamp, "decidedById" int, "returnReason" text, "createdAt" timestamp, "updatedAt" timestamp)
    RETURNING "id", "unitId", "period"`;
  const ids = new Map(created.map((row) => [`${row.unitId}/${row.period}`, row.id]));
  return rows.map((row) => ids.get(`${row.unitId}/${row.period}`) ?? 0);
}
