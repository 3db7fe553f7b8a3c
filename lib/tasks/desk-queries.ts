import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { dayInVietnam } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { listSubtree } from "./subtree";
import type { SheetFact } from "./types";

/** Sheets of one set and period, begun or not, of every unit in a subtree that follows the set. */
export async function loadDeskSheets(
  unitId: AuthorizedUnitId,
  set: { id: number; code: string; shortTitle: string },
  period: string,
): Promise<SheetFact[]> {
  const units = await listSubtree(unitId);
  const unitIds = [...units.keys()];
  const [enrolments, submissions] = await Promise.all([
    db.enrolment.findMany({
      where: { setId: set.id, unitId: { in: unitIds } },
      select: { unitId: true, isIllustrative: true },
    }),
    db.submission.findMany({
      where: { setId: set.id, period, unitId: { in: unitIds } },
      select: {
        unitId: true,
        status: true,
        enteredCount: true,
        indicatorCount: true,
        submittedAt: true,
        isIllustrative: true,
      },
    }),
  ]);
  const submissionOf = new Map(submissions.map((row) => [row.unitId, row]));
  return enrolments.flatMap((enrolment): SheetFact[] => {
    const unit = units.get(enrolment.unitId);
    if (!unit) return [];
    const row = submissionOf.get(enrolment.unitId);
    return [
      {
        unitCode: unit.code,
        unitLabel: unit.label,
        setCode: set.code,
        setTitle: set.shortTitle,
        period,
        status: row?.status ?? "absent",
        enteredCount: row?.enteredCount ?? 0,
        indicatorCount: row?.indicatorCount ?? 0,
        dueOn: null,
        returnReason: null,
        returnedOn: null,
        submittedOn: row?.submittedAt ? dayInVietnam(row.submittedAt) : null,
        isIllustrative: row?.isIllustrative ?? enrolment.isIllustrative,
      },
    ];
  });
}
