import "server-only";
import { notifyUnitUsers } from "@/lib/notices/create";
import { addDays, formatDate } from "@/lib/numbers/dates";
import { formatPeriod, type Period, periodEnd, periodStart } from "@/lib/numbers/periods";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { extendDeadlineSchema, setDeadlineSchema } from "./schema";

export type DeadlineResult = Result<
  { dueOn: string },
  "unknown-set" | "wrong-date" | "no-deadline" | "not-enrolled"
>;

/** A deadline further away than this after its quarter is a slip of the pen. */
const LATEST_DAYS = 366;

const toDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const toIso = (day: Date): string => day.toISOString().slice(0, 10);

async function findSet(context: CommandContext, code: string): Promise<number | null> {
  const set = await context.tx.criteriaSet.findUnique({ where: { code }, select: { id: true } });
  return set?.id ?? null;
}

function checkDay(period: Period, dueOn: string) {
  const [first, last] = [periodStart(period), addDays(periodEnd(period), LATEST_DAYS)];
  if (dueOn >= first && dueOn <= last) return null;
  return refuse(
    "wrong-date",
    `Hạn của ${formatPeriod(period)} phải từ ${formatDate(first)} đến ${formatDate(last)}.`,
  );
}

const UNKNOWN_SET = refuse("unknown-set", "Không có bộ tiêu chí này. Chọn bộ tiêu chí ở thanh trên cùng.");

/** Sets the day by which every unit's sheet of a set and period is due. */
export const setDeadlineCommand: CommandDefinition<typeof setDeadlineSchema, DeadlineResult> = {
  name: "deadlines.set",
  schema: setDeadlineSchema,
  act: "deadline.manage",
  run: async ({ set, period, dueOn }, context) => {
    const { tx } = context;
    const setId = await findSet(context, set);
    if (setId === null) return UNKNOWN_SET;
    const wrong = checkDay(period, dueOn);
    if (wrong) return wrong;
    // Two people setting one deadline: the lock on the set puts them in a row.
    await tx.$queryRaw`SELECT 1 FROM "CriteriaSet" WHERE "id" = ${setId} FOR UPDATE`;
    const old = await tx.periodDeadline.findFirst({ where: { setId, period, unitId: null } });
    if (old && toIso(old.dueOn) === dueOn) {
      context.leaveUnchanged();
      return succeed({ dueOn });
    }
    const row = old
      ? await tx.periodDeadline.update({ where: { id: old.id }, data: { dueOn: toDate(dueOn) } })
      : await tx.periodDeadline.create({ data: { setId, period, dueOn: toDate(dueOn) } });
    await context.audit({
      act: "deadline.set",
      entity: "PeriodDeadline",
      entityId: String(row.id),
      before: old ? { dueOn: toIso(old.dueOn) } : null,
      after: { set, period, dueOn },
    });
    return succeed({ dueOn });
  },
};

/** Gives one unit more time, with a reason; its people are told. */
export const extendDeadlineCommand: CommandDefinition<typeof extendDeadlineSchema, DeadlineResult> = {
  name: "deadlines.extend",
  schema: extendDeadlineSchema,
  act: "deadline.manage",
  unitOf: (input) => input.unit,
  run: async ({ set, period, dueOn, reason }, context) => {
    const { tx, unit, session } = context;
    const setId = await findSet(context, set);
    if (setId === null) return UNKNOWN_SET;
    const wrong = checkDay(period, dueOn);
    if (wrong) return wrong;
    const enrolled = await tx.enrolment.count({ where: { setId, unitId: unit.id } });
    if (enrolled === 0) {
      return refuse(
        "not-enrolled",
        `${unit.label} chưa đăng ký bộ tiêu chí này nên không có hạn để gia hạn.`,
      );
    }
    await tx.$queryRaw`SELECT 1 FROM "CriteriaSet" WHERE "id" = ${setId} FOR UPDATE`;
    const common = await tx.periodDeadline.findFirst({ where: { setId, period, unitId: null } });
    if (!common) {
      return refuse(
        "no-deadline",
        `${formatPeriod(period, "start")} chưa có hạn chung. Đặt hạn chung rồi gia hạn.`,
      );
    }
    if (dueOn <= toIso(common.dueOn)) {
      return refuse("wrong-date", `Gia hạn phải sau hạn chung ${formatDate(toIso(common.dueOn))}.`);
    }
    const old = await tx.periodDeadline.findFirst({ where: { setId, period, unitId: unit.id } });
    if (old && toIso(old.dueOn) === dueOn && old.reason === reason) {
      context.leaveUnchanged();
      return succeed({ dueOn });
    }
    const data = { dueOn: toDate(dueOn), reason };
    const row = old
      ? await tx.periodDeadline.update({ where: { id: old.id }, data })
      : await tx.periodDeadline.create({ data: { ...data, setId, period, unitId: unit.id } });
    await notifyUnitUsers(tx, {
      unitId: unit.id,
      kind: "deadline.extended",
      text: `Hạn gửi phiếu ${formatPeriod(period)} của ${unit.label} được lùi đến ${formatDate(dueOn)}: ${reason}`,
      href: `/entry/${unit.code}/${set}/${period}`,
      exceptUserId: session.userId,
    });
    await context.audit({
      act: "deadline.extend",
      entity: "PeriodDeadline",
      entityId: String(row.id),
      before: old ? { dueOn: toIso(old.dueOn), reason: old.reason } : null,
      after: { set, period, dueOn, reason },
    });
    return succeed({ dueOn });
  },
};
