import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { periodOfDate } from "@/lib/numbers/periods";
import { db } from "@/lib/server/db";

/**
 * Where "Nhập liệu" starts for a commune: the present quarter of the set it last worked in, else of the newest
 * set it follows. Null when it follows none.
 */
export async function findEntryStart(
  unitId: AuthorizedUnitId,
  unitCode: string,
  today: string,
): Promise<{ unitCode: string; setCode: string; period: string } | null> {
  const enrolments = await db.enrolment.findMany({
    where: { unitId },
    select: {
      setId: true,
      set: { select: { code: true, periodFrom: true, periodTo: true, ownerUnitId: true } },
    },
  });
  if (enrolments.length === 0) return null;
  const last = await db.submission.findFirst({
    where: { unitId, setId: { in: enrolments.map((enrolment) => enrolment.setId) }, basis: "scored" },
    orderBy: { period: "desc" },
    select: { setId: true },
  });
  const year = Number(today.slice(0, 4));
  const rank = (one: (typeof enrolments)[number]) =>
    (one.setId === last?.setId ? 10_000 : 0) +
    (one.set.ownerUnitId === null ? 5_000 : 0) +
    (one.set.periodFrom <= year && year <= (one.set.periodTo ?? year) ? 3_000 : 0) +
    (one.set.periodFrom % 3_000);
  const best = enrolments.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  return { unitCode, setCode: best.set.code, period: periodOfDate(today) };
}
