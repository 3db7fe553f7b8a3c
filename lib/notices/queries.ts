import "server-only";
import type { AppSession } from "@/lib/auth/types";
import { addDays } from "@/lib/numbers/dates";
import { describeDeadline, SOON_DAYS } from "@/lib/numbers/deadlines";
import { formatPeriod, type Period } from "@/lib/numbers/periods";
import { db, type Transaction } from "@/lib/server/db";
import { formatMoment } from "@/lib/server/moment";
import { KEEPERS } from "./create";
import type { NoticeList, NoticeView } from "./types";

const LIMIT = 50;
/** A sheet this long overdue is history, not news. */
const DAYS_BACK = 92;

interface DueRow {
  unitCode: string;
  setCode: string;
  setTitle: string;
  period: Period;
  dueOn: string;
}

type Reader = Pick<AppSession, "userId" | "unitId" | "role">;

/** Sheets of the reader's own unit that are due within a week or overdue and still with the unit. */
async function readDue(reader: Reader, day: string, client: Transaction): Promise<DueRow[]> {
  if (!KEEPERS.includes(reader.role)) return [];
  return client.$queryRaw<DueRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (c."code", d."period") u."code" AS "unitCode", c."code" AS "setCode",
             c."shortTitle" AS "setTitle", d."period", to_char(d."dueOn", 'YYYY-MM-DD') AS "dueOn"
      FROM "Enrolment" e
      JOIN "AdministrativeUnit" u ON u."id" = e."unitId"
      JOIN "CriteriaSet" c ON c."id" = e."setId"
      JOIN "PeriodDeadline" d ON d."setId" = e."setId" AND (d."unitId" IS NULL OR d."unitId" = e."unitId")
      LEFT JOIN "Submission" s ON s."unitId" = e."unitId" AND s."setId" = e."setId" AND s."period" = d."period"
      WHERE e."unitId" = ${reader.unitId}
        AND (s."id" IS NULL OR (s."basis" = 'scored' AND s."status" IN ('draft', 'returned')))
      ORDER BY c."code", d."period", d."unitId" NULLS LAST
    ) due
    WHERE "dueOn" BETWEEN ${addDays(day, -DAYS_BACK)} AND ${addDays(day, SOON_DAYS)} ORDER BY "dueOn", "setCode"`;
}

function toDueNotice(row: DueRow, day: string): NoticeView[] {
  const { state, text } = describeDeadline(row.dueOn, day);
  if (state === "later") return [];
  const isOverdue = state === "overdue";
  const sheet = `phiếu ${formatPeriod(row.period)}, ${row.setTitle}`;
  return [
    {
      key: `due ${row.setCode} ${row.period}`,
      id: null,
      kind: isOverdue ? "deadline.overdue" : "deadline.soon",
      text: isOverdue ? `Đã quá hạn gửi ${sheet}.` : `Sắp đến hạn gửi ${sheet}.`,
      href: `/entry/${row.unitCode}/${row.setCode}/${row.period}`,
      whenText: text,
      isUnread: true,
    },
  ];
}

/** What a user is to know: deadlines that press, then what others did, newest first. */
export async function loadNotices(
  reader: Reader,
  day: string,
  client: Transaction = db,
): Promise<NoticeList> {
  const [due, rows, unread] = await Promise.all([
    readDue(reader, day, client),
    client.notice.findMany({
      where: { userId: reader.userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LIMIT,
    }),
    client.notice.count({ where: { userId: reader.userId, readAt: null } }),
  ]);
  const pressing = due.flatMap((row) => toDueNotice(row, day));
  const stored = rows.map(
    (row): NoticeView => ({
      key: `n${row.id}`,
      id: row.id,
      kind: row.kind,
      text: row.text,
      href: row.href,
      whenText: formatMoment(row.createdAt),
      isUnread: row.readAt === null,
    }),
  );
  return { notices: [...pressing, ...stored], unread: unread + pressing.length };
}

/** How many notices wait, for the rail. */
export async function countUnreadNotices(
  reader: Reader,
  day: string,
  client: Transaction = db,
): Promise<number> {
  const [due, unread] = await Promise.all([
    readDue(reader, day, client),
    client.notice.count({ where: { userId: reader.userId, readAt: null } }),
  ]);
  return unread + due.filter((row) => toDueNotice(row, day).length > 0).length;
}
