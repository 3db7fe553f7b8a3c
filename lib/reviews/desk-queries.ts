import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { db } from "@/lib/server/db";
import { type CriterionState, mapCriterionStates } from "@/lib/submissions/criterion-state";
import { subtreeOf } from "@/lib/units/queries";
import type { DeskCriterion, DeskSheet } from "./types";

interface SheetRow {
  submissionId: number;
  unitCode: string;
  unitLabel: string;
  status: DeskSheet["status"];
  submittedAt: Date | null;
  round: number;
  metCount: number;
  totalCount: number;
  isIllustrative: boolean;
}

function loadSheetRows(unitId: number, setId: number, period: string): Promise<SheetRow[]> {
  return db.$queryRaw<SheetRow[]>`
    WITH RECURSIVE ${subtreeOf(unitId)}
    SELECT s."id" AS "submissionId", u."code" AS "unitCode", btrim(u."kind" || ' ' || u."name") AS "unitLabel",
           s."status"::text AS "status", s."submittedAt", s."metCount", s."totalCount", s."isIllustrative",
           COALESCE(GREATEST(
             (SELECT max(x."round") FROM "SubmissionSnapshot" x WHERE x."submissionId" = s."id"),
             (SELECT max(r."round") FROM "CriterionReview" r WHERE r."submissionId" = s."id")
           ), 1) AS "round"
    FROM "Submission" s JOIN "AdministrativeUnit" u ON u."id" = s."unitId"
    WHERE s."unitId" IN (SELECT "id" FROM tree) AND s."setId" = ${setId} AND s."period" = ${period}
      AND s."basis" = 'scored' AND s."status" <> 'draft'`;
}

/** Per sheet and criterion: indicators that differ from the sending before, or else from the last approval. */
async function countChanges(submissionIds: readonly number[]): Promise<Map<number, Map<number, number>>> {
  const rows = await db.$queryRaw<{ submissionId: number; criterionId: number; changes: number }[]>`
    WITH pairs AS (
      SELECT s."id", present."figures" AS present, COALESCE(before."figures", approved."figures") AS before
      FROM "Submission" s
      JOIN LATERAL (
        SELECT x."figures", x."round" FROM "SubmissionSnapshot" x
        WHERE x."submissionId" = s."id" AND x."kind" = 'submitted' ORDER BY x."round" DESC LIMIT 1
      ) present ON true
      LEFT JOIN LATERAL (
        SELECT x."figures" FROM "SubmissionSnapshot" x
        WHERE x."submissionId" = s."id" AND x."kind" = 'submitted' AND x."round" < present."round"
        ORDER BY x."round" DESC LIMIT 1
      ) before ON true
      LEFT JOIN LATERAL (
        SELECT x."figures" FROM "Submission" a JOIN "SubmissionSnapshot" x ON x."submissionId" = a."id"
        WHERE a."unitId" = s."unitId" AND a."setId" = s."setId" AND a."period" < s."period"
          AND a."status" = 'approved' AND x."kind" = 'approved'
        ORDER BY a."period" DESC, x."round" DESC LIMIT 1
      ) approved ON true
      WHERE s."id" = ANY(${[...submissionIds]}) AND COALESCE(before."figures", approved."figures") IS NOT NULL
    )
    SELECT p."id" AS "submissionId", i."criterionId",
           (count(*) FILTER (WHERE jsonb_strip_nulls(figure."value") - 'note'
             IS DISTINCT FROM jsonb_strip_nulls(p.before -> figure."key") - 'note'))::int AS "changes"
    FROM pairs p CROSS JOIN LATERAL jsonb_each(p.present) AS figure("key", "value")
    JOIN "Indicator" i ON i."id" = figure."key"::int
    WHERE NOT EXISTS (SELECT 1 FROM "Indicator" l WHERE l."parentId" = i."id")
    GROUP BY 1, 2`;
  const changes = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const own = changes.get(row.submissionId) ?? new Map<number, number>();
    changes.set(row.submissionId, own.set(row.criterionId, row.changes));
  }
  return changes;
}

/** Criteria of a set in their order; of those only the ones in reach. */
export async function loadDeskCriteria(
  setId: number,
  reach: "all" | readonly number[],
): Promise<DeskCriterion[]> {
  const rows = await db.criterion.findMany({
    where: { setId, ...(reach === "all" ? {} : { id: { in: [...reach] } }) },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      shortTitle: true,
      _count: { select: { indicators: { where: { parentId: null } } } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, indicatorCount: _count.indicators }));
}

/** Every sheet of a set and period that was sent, inside an authorised unit, with where each criterion stands. */
export async function loadDeskSheets(
  unitId: AuthorizedUnitId,
  setId: number,
  period: string,
  criteria: readonly DeskCriterion[],
): Promise<DeskSheet[]> {
  const rows = await loadSheetRows(unitId, setId, period);
  const ids = rows.map((row) => row.submissionId);
  const [facts, changes] = await Promise.all([
    db.criterionReview.findMany({
      where: { submissionId: { in: ids } },
      select: { id: true, submissionId: true, criterionId: true, kind: true, round: true },
    }),
    countChanges(ids),
  ]);
  const criterionIds = criteria.map((criterion) => criterion.id);
  return rows.map((row) => {
    const states: ReadonlyMap<number, CriterionState> = mapCriterionStates(
      criterionIds,
      facts.filter((fact) => fact.submissionId === row.submissionId),
      row.round,
    );
    return {
      ...row,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      states,
      changes: changes.get(row.submissionId) ?? null,
    };
  });
}
