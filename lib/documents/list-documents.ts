import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import type { Transaction } from "@/lib/server/db";
import { formatUnitLabel } from "@/lib/units/names";
import { DOCUMENT_TYPE_WORDS } from "./constants";
import { describeDate, describeNumber, findYear } from "./prepare-header";
import { readMeeting } from "./stored-json";
import type { DocumentFilter, DocumentList } from "./types";

/** Documents that are about, or issued by, a unit in reach; newest first, undated last. */
export async function listDocuments(
  tx: Transaction,
  reach: "all" | readonly AuthorizedUnitId[],
  filter: DocumentFilter,
): Promise<DocumentList> {
  const rows = await tx.directiveDocument.findMany({
    ...(reach === "all"
      ? {}
      : {
          where: {
            OR: [
              { issuerUnitId: { in: [...reach] } },
              { subjects: { some: { unitId: { in: [...reach] } } } },
            ],
          },
        }),
    include: {
      subjects: { include: { unit: true } },
      facts: { where: { isInconsistent: true }, select: { id: true } },
      _count: { select: { facts: true, tasks: true } },
    },
  });
  const all = rows.map((row) => {
    const dates = { issuedOn: row.issuedOn?.toISOString().slice(0, 10) ?? null, dateText: row.dateText };
    return {
      code: row.code,
      type: row.type,
      typeText: DOCUMENT_TYPE_WORDS[row.type],
      numberText: describeNumber(row.numberText),
      dateText: describeDate(dates),
      year: findYear(dates, readMeeting(row.meeting)?.date ?? null),
      subject: row.subject,
      issuerName: row.issuerName,
      units: row.subjects.map(({ unit }) => formatUnitLabel(unit)),
      factCount: row._count.facts,
      taskCount: row._count.tasks,
      flagCount: Math.max(row.facts.length, row.anomalies.length),
    };
  });
  all.sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.code.localeCompare(b.code));
  return {
    items: all.filter(
      (item) =>
        (filter.type === null || item.type === filter.type) &&
        (filter.year === null || item.year === filter.year),
    ),
    types: [...new Set(all.map((item) => item.type))],
    years: [...new Set(all.flatMap((item) => (item.year === null ? [] : [item.year])))],
    total: all.length,
  };
}
