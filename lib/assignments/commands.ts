import "server-only";
import type { z } from "zod";
import { addDays, formatDate } from "@/lib/numbers/dates";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { assignCriterionSchema, endAssignmentSchema } from "./schema";

export type AssignResult = Result<
  { assignmentId: number },
  "unknown-criterion" | "wrong-date" | "unknown-assignment"
>;

const toDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const toIso = (day: Date): string => day.toISOString().slice(0, 10);

/** Two people naming officials of one unit do so one after the other. */
async function lockUnit({ tx, unit }: CommandContext): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "AdministrativeUnit" WHERE "id" = ${unit.id} FOR UPDATE`;
}

async function runAssign(
  input: z.output<typeof assignCriterionSchema>,
  context: CommandContext,
): Promise<AssignResult> {
  const { tx, unit } = context;
  const criterion = await tx.criterion.findFirst({
    where: { id: input.criterionId, set: { code: input.set } },
    select: { id: true, number: true },
  });
  if (!criterion) {
    return refuse("unknown-criterion", "Tiêu chí này không có trong bộ tiêu chí. Tải lại trang rồi thử lại.");
  }
  await lockUnit(context);
  const from = toDate(input.fromDate);
  const rows = await tx.criterionAssignment.findMany({
    where: { unitId: unit.id, criterionId: criterion.id },
    orderBy: { fromDate: "asc" },
  });
  const twin = rows.find((row) => toIso(row.fromDate) === input.fromDate);
  const later = rows.find((row) => row.fromDate > from);
  const account = await tx.user.findFirst({
    where: { unitId: unit.id, displayName: input.officialName, disabledAt: null },
    select: { id: true },
  });
  const data = {
    officialName: input.officialName,
    position: input.position || null,
    sponsorName: input.sponsorName || null,
    userId: account?.id ?? null,
    fromDate: from,
    toDate: later ? toDate(addDays(toIso(later.fromDate), -1)) : (twin?.toDate ?? null),
    isIllustrative: false,
  };
  // Whoever answered until then does so to the day before.
  await tx.criterionAssignment.updateMany({
    where: {
      unitId: unit.id,
      criterionId: criterion.id,
      fromDate: { lt: from },
      OR: [{ toDate: null }, { toDate: { gte: from } }],
    },
    data: { toDate: toDate(addDays(input.fromDate, -1)) },
  });
  const made = twin
    ? await tx.criterionAssignment.update({ where: { id: twin.id }, data })
    : await tx.criterionAssignment.create({ data: { ...data, unitId: unit.id, criterionId: criterion.id } });
  const before = twin ?? rows.filter((row) => row.fromDate < from).at(-1);
  await context.audit({
    act: "assignment.assign",
    entity: "CriterionAssignment",
    entityId: String(made.id),
    before: before ? { official: before.officialName, sponsor: before.sponsorName } : null,
    after: {
      set: input.set,
      criterion: criterion.number,
      official: made.officialName,
      position: made.position,
      sponsor: made.sponsorName,
      from: input.fromDate,
    },
  });
  return succeed({ assignmentId: made.id });
}

/**
 * Names who answers for a criterion of a unit from a day on; whoever did before ends the day before, and one who is
 * named for a later day already still begins then. The same day again corrects what was written.
 */
export const assignCriterionCommand: CommandDefinition<typeof assignCriterionSchema, AssignResult> = {
  name: "assignments.assign",
  schema: assignCriterionSchema,
  act: "assignment.edit",
  unitOf: (input) => input.unit,
  run: runAssign,
};

/** Ends an assignment on a day without naming anybody else. */
export const endAssignmentCommand: CommandDefinition<typeof endAssignmentSchema, AssignResult> = {
  name: "assignments.end",
  schema: endAssignmentSchema,
  act: "assignment.edit",
  unitOf: (input) => input.unit,
  run: async (input, context) => {
    const { tx, unit } = context;
    await lockUnit(context);
    const row = await tx.criterionAssignment.findFirst({
      where: { id: input.assignmentId, unitId: unit.id },
      include: { criterion: { select: { number: true, set: { select: { code: true } } } } },
    });
    if (!row) return refuse("unknown-assignment", "Không tìm thấy phân công này. Tải lại trang.");
    const from = toIso(row.fromDate);
    if (input.toDate < from) {
      return refuse("wrong-date", `Ngày thôi phụ trách phải từ ${formatDate(from)} trở đi.`);
    }
    if (row.toDate && toIso(row.toDate) === input.toDate) {
      context.leaveUnchanged();
      return succeed({ assignmentId: row.id });
    }
    await tx.criterionAssignment.update({ where: { id: row.id }, data: { toDate: toDate(input.toDate) } });
    await context.audit({
      act: "assignment.end",
      entity: "CriterionAssignment",
      entityId: String(row.id),
      before: { official: row.officialName, to: row.toDate && toIso(row.toDate) },
      after: { set: row.criterion.set.code, criterion: row.criterion.number, to: input.toDate },
    });
    return succeed({ assignmentId: row.id });
  },
};
