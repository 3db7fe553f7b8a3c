import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { addDays } from "@/lib/numbers/dates";
import { periodOfDate } from "@/lib/numbers/periods";
import { dayInVietnam } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { labelDocument } from "./label-document";
import { listSubtree, type ScopeUnit } from "./subtree";
import type { MilestoneFact, SheetFact, TaskFact, WorkFacts } from "./types";

/** Deadlines this many days back and ahead are asked about; older sheets only when begun or sent back. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 92;
/** Past this many open tasks the list is no longer a list of work; the gap list has filters. */
const TASK_LIMIT = 300;

/** All that waits in a unit and below it, as facts for `prepareWorkList`. */
export async function loadWorkFacts(unitId: AuthorizedUnitId, today: string): Promise<WorkFacts> {
  const units = await listSubtree(unitId);
  const [sheets, tasks, milestones] = await Promise.all([
    loadSheets(units, today),
    loadTasks(units),
    loadMilestones(units),
  ]);
  return { sheets, tasks, milestones };
}

async function loadSheets(units: Map<number, ScopeUnit>, today: string): Promise<SheetFact[]> {
  const unitIds = [...units.keys()];
  const enrolments = await db.enrolment.findMany({
    where: { unitId: { in: unitIds } },
    select: {
      unitId: true,
      setId: true,
      isIllustrative: true,
      set: { select: { code: true, shortTitle: true } },
    },
  });
  if (enrolments.length === 0) return [];
  const setIds = [...new Set(enrolments.map((enrolment) => enrolment.setId))];
  const [deadlines, submissions] = await Promise.all([
    db.periodDeadline.findMany({
      where: { setId: { in: setIds }, OR: [{ unitId: null }, { unitId: { in: unitIds } }] },
      select: { setId: true, period: true, unitId: true, dueOn: true },
    }),
    db.submission.findMany({
      where: {
        unitId: { in: unitIds },
        setId: { in: setIds },
        OR: [
          { period: { gte: periodOfDate(addDays(today, -DAYS_BACK)) } },
          { basis: "scored", status: { in: ["draft", "returned"] } },
        ],
      },
      select: {
        unitId: true,
        setId: true,
        period: true,
        status: true,
        basis: true,
        enteredCount: true,
        indicatorCount: true,
        returnReason: true,
        decidedAt: true,
        submittedAt: true,
        isIllustrative: true,
      },
    }),
  ]);
  const dueOf = new Map(
    deadlines.map((row) => [`${row.unitId ?? "all"} ${row.setId} ${row.period}`, toIso(row.dueOn)]),
  );
  const findDue = (unitId: number, setId: number, period: string) =>
    dueOf.get(`${unitId} ${setId} ${period}`) ?? dueOf.get(`all ${setId} ${period}`) ?? null;
  const enrolmentOf = new Map(enrolments.map((row) => [`${row.unitId} ${row.setId}`, row]));

  const begun = submissions.flatMap((row): SheetFact[] => {
    const unit = units.get(row.unitId);
    const enrolment = enrolmentOf.get(`${row.unitId} ${row.setId}`);
    // A result taken from a document asks nobody to enter anything.
    if (!unit || !enrolment || row.basis === "recorded") return [];
    return [
      {
        unitCode: unit.code,
        unitLabel: unit.label,
        setCode: enrolment.set.code,
        setTitle: enrolment.set.shortTitle,
        period: row.period,
        status: row.status,
        enteredCount: row.enteredCount,
        indicatorCount: row.indicatorCount,
        dueOn: findDue(row.unitId, row.setId, row.period),
        returnReason: row.returnReason,
        returnedOn: row.status === "returned" && row.decidedAt ? dayInVietnam(row.decidedAt) : null,
        submittedOn: row.submittedAt ? dayInVietnam(row.submittedAt) : null,
        isIllustrative: row.isIllustrative,
      },
    ];
  });

  const known = new Set(submissions.map((row) => `${row.unitId} ${row.setId} ${row.period}`));
  const [earliest, latest] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  const periodsOf = new Map<number, Set<string>>();
  for (const row of deadlines) {
    const dueOn = toIso(row.dueOn);
    if (dueOn < earliest || dueOn > latest) continue;
    periodsOf.set(row.setId, (periodsOf.get(row.setId) ?? new Set()).add(row.period));
  }
  const absent = enrolments.flatMap((enrolment): SheetFact[] => {
    const unit = units.get(enrolment.unitId);
    if (!unit) return [];
    return [...(periodsOf.get(enrolment.setId) ?? [])].flatMap((period) => {
      if (known.has(`${enrolment.unitId} ${enrolment.setId} ${period}`)) return [];
      const dueOn = findDue(enrolment.unitId, enrolment.setId, period);
      if (!dueOn) return [];
      return [
        {
          unitCode: unit.code,
          unitLabel: unit.label,
          setCode: enrolment.set.code,
          setTitle: enrolment.set.shortTitle,
          period,
          status: "absent" as const,
          enteredCount: 0,
          indicatorCount: 0,
          dueOn,
          returnReason: null,
          returnedOn: null,
          submittedOn: null,
          isIllustrative: enrolment.isIllustrative,
        },
      ];
    });
  });
  return [...begun, ...absent];
}

async function loadTasks(units: Map<number, ScopeUnit>): Promise<TaskFact[]> {
  const rows = await db.task.findMany({
    where: { unitId: { in: [...units.keys()] }, status: { in: ["open", "in_progress"] } },
    orderBy: [{ deadline: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: TASK_LIMIT,
    select: {
      id: true,
      unitId: true,
      title: true,
      reference: true,
      deadline: true,
      deadlineText: true,
      recurrence: true,
      status: true,
      isIllustrative: true,
      document: { select: { code: true, type: true, numberText: true, issuedOn: true } },
      criterion: { select: { number: true } },
      bodies: { where: { role: "responsible" }, orderBy: { sortOrder: "asc" }, select: { name: true } },
    },
  });
  return rows.flatMap((row): TaskFact[] => {
    const unit = units.get(row.unitId);
    if (!unit) return [];
    return [
      {
        id: row.id,
        title: row.title,
        unitCode: unit.code,
        unitLabel: unit.label,
        documentCode: row.document?.code ?? null,
        documentLabel: row.document
          ? labelDocument({
              type: row.document.type,
              numberText: row.document.numberText,
              issuedOn: row.document.issuedOn ? toIso(row.document.issuedOn) : null,
            })
          : null,
        reference: row.reference,
        criterionNumber: row.criterion?.number ?? null,
        deadline: row.deadline ? toIso(row.deadline) : null,
        deadlineText: row.deadlineText,
        recurrence: row.recurrence,
        responsible: row.bodies.map((body) => body.name),
        inProgress: row.status === "in_progress",
        isIllustrative: row.isIllustrative,
      },
    ];
  });
}

interface MilestoneRow {
  id: number;
  unitId: number;
  title: string;
  setCode: string;
  criterionNumber: number | null;
  dueOn: Date;
  dueText: string;
  isIllustrative: boolean;
  documentType: Parameters<typeof labelDocument>[0]["type"] | null;
  documentNumber: string | null;
  documentDay: Date | null;
}

/** Milestones that the unit's latest figures do not show as reached. */
async function loadMilestones(units: Map<number, ScopeUnit>): Promise<MilestoneFact[]> {
  const rows = await db.$queryRaw<MilestoneRow[]>`
    SELECT m."id", m."unitId", m."title", c."code" AS "setCode", k."number" AS "criterionNumber", m."dueOn",
           m."dueText", m."isIllustrative", d."type"::text AS "documentType", d."numberText" AS "documentNumber",
           d."issuedOn" AS "documentDay"
    FROM "Milestone" m
    JOIN "CriteriaSet" c ON c."id" = m."setId"
    LEFT JOIN "Criterion" k ON k."id" = m."criterionId"
    LEFT JOIN "DirectiveDocument" d ON d."id" = m."documentId"
    LEFT JOIN LATERAL (
      SELECT s."id", s."metCount" FROM "Submission" s
      WHERE s."unitId" = m."unitId" AND s."setId" = m."setId" AND s."metCount" + s."unmetCount" > 0
      ORDER BY s."period" DESC LIMIT 1
    ) latest ON true
    LEFT JOIN "CriterionVerdict" v ON v."submissionId" = latest."id" AND v."criterionId" = m."criterionId"
    WHERE m."unitId" = ANY(${[...units.keys()]})
      AND (m."criterionId" IS NULL OR v."verdict" IS DISTINCT FROM 'met')
      AND (m."targetMet" IS NULL OR coalesce(latest."metCount", 0) < m."targetMet")
    ORDER BY m."dueOn", m."id" LIMIT ${TASK_LIMIT}`;
  return rows.flatMap((row): MilestoneFact[] => {
    const unit = units.get(row.unitId);
    if (!unit) return [];
    return [
      {
        id: row.id,
        title: row.title,
        unitCode: unit.code,
        unitLabel: unit.label,
        setCode: row.setCode,
        documentLabel: row.documentType
          ? labelDocument({
              type: row.documentType,
              numberText: row.documentNumber,
              issuedOn: row.documentDay ? toIso(row.documentDay) : null,
            })
          : null,
        criterionNumber: row.criterionNumber,
        dueOn: toIso(row.dueOn),
        dueText: row.dueText,
        isIllustrative: row.isIllustrative,
      },
    ];
  });
}

/** A `date` column arrives as midnight UTC. */
function toIso(day: Date): string {
  return day.toISOString().slice(0, 10);
}
