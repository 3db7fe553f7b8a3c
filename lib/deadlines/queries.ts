import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { comparePeriods, listPeriods, nextPeriod, type Period, shiftPeriod } from "@/lib/numbers/periods";
import { db, type Transaction } from "@/lib/server/db";
import { formatUnitLabel } from "@/lib/units/names";
import type { PeriodDeadlines } from "./types";

/** Quarters looked back on, besides the present one and the next. */
const QUARTERS_BACK = 6;

/** Deadlines of a set around a quarter, newest first, with the extensions of the units asked about. */
export async function loadDeadlines(
  setId: number,
  around: Period,
  units: "all" | readonly AuthorizedUnitId[],
  client: Transaction = db,
): Promise<PeriodDeadlines[]> {
  const periods = listPeriods(shiftPeriod(around, -QUARTERS_BACK), nextPeriod(around));
  const rows = await client.periodDeadline.findMany({
    where: {
      setId,
      period: { in: periods },
      ...(units === "all" ? {} : { OR: [{ unitId: null }, { unitId: { in: [...units] } }] }),
    },
    include: { unit: { select: { code: true, kind: true, name: true, sortOrder: true } } },
  });
  return periods
    .toSorted((a, b) => comparePeriods(b, a))
    .map((period) => {
      const own = rows.filter((row) => row.period === period);
      const common = own.find((row) => row.unit === null);
      return {
        period,
        dueOn: common ? common.dueOn.toISOString().slice(0, 10) : null,
        extensions: own
          .flatMap(({ unit, dueOn, reason }) => (unit ? [{ unit, dueOn, reason }] : []))
          .sort((a, b) => a.unit.sortOrder - b.unit.sortOrder)
          .map(({ unit, dueOn, reason }) => ({
            unitCode: unit.code,
            unitLabel: formatUnitLabel(unit),
            dueOn: dueOn.toISOString().slice(0, 10),
            reason,
          })),
      };
    });
}

/** Units that follow a set, to choose one for an extension. */
export async function listFollowers(
  setId: number,
  client: Transaction = db,
): Promise<{ code: string; label: string }[]> {
  const rows = await client.enrolment.findMany({
    where: { setId },
    select: { unit: { select: { code: true, kind: true, name: true } } },
    orderBy: [{ unit: { parentId: "asc" } }, { unit: { sortOrder: "asc" } }, { unit: { name: "asc" } }],
  });
  return rows.map(({ unit }) => ({ code: unit.code, label: formatUnitLabel(unit) }));
}
