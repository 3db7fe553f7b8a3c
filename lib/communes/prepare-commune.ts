import { formatDate } from "@/lib/numbers/dates";
import { formatPeriod, previousPeriod } from "@/lib/numbers/periods";
import { prepareCriteria, prepareStrip } from "./prepare-criteria";
import type {
  CommunePage,
  CommuneRows,
  HistoryPoint,
  SheetRow,
  TargetGroup,
  TargetRow,
  VillageRow,
  VillageSummary,
} from "./types";

const STATUS_WORDS = {
  draft: "đang nhập, chưa gửi",
  submitted: "tự đánh giá, chờ thẩm định",
  returned: "bị trả lại, đang sửa",
  verified: "đã thẩm định",
  approved: "đã duyệt",
} as const;

/** How a result came about: "cơ bản đạt, 10/3/2023" from paper, "đã thẩm định" from a sheet. */
export function describeSheet(
  sheet: Pick<SheetRow, "basis" | "status" | "metPhrase" | "asOf" | "period">,
): string {
  if (sheet.basis === "recorded") {
    const day = sheet.asOf ? formatDate(sheet.asOf) : formatPeriod(sheet.period);
    return sheet.metPhrase ? `${sheet.metPhrase}, ${day}` : `ghi từ văn bản, ${day}`;
  }
  return STATUS_WORDS[sheet.status];
}

function isBegun(sheet: SheetRow): boolean {
  return sheet.basis === "recorded" || sheet.entered > 0;
}

/** Results of one set, oldest first. A change needs the quarter just before. */
export function prepareHistory(sheets: SheetRow[], period: string): HistoryPoint[] {
  const known = sheets.filter((sheet) => isBegun(sheet) && sheet.period <= period);
  const byPeriod = new Map(known.map((sheet) => [sheet.period, sheet]));
  return [...known]
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .map((sheet) => {
      const before = byPeriod.get(previousPeriod(sheet.period));
      const isDraft = sheet.basis === "scored" && sheet.status === "draft";
      return {
        period: sheet.period,
        axisLabel: formatPeriod(sheet.period, "short"),
        met: sheet.met,
        total: sheet.total,
        change: before && !isDraft ? sheet.met - before.met : null,
        statusWords: sheet.basis === "recorded" ? "ghi từ văn bản" : STATUS_WORDS[sheet.status],
        isSettled: sheet.basis === "recorded" || sheet.status === "verified" || sheet.status === "approved",
      };
    });
}

function pickOtherSets(sheets: SheetRow[], setId: number): SheetRow[] {
  const newest = new Map<number, SheetRow>();
  for (const sheet of sheets) {
    if (sheet.setId === setId || !isBegun(sheet)) continue;
    const held = newest.get(sheet.setId);
    if (!held || held.period < sheet.period) newest.set(sheet.setId, sheet);
  }
  return [...newest.values()];
}

/** Targets in the groups of the list they belong to; those outside any group first. */
export function groupTargets(rows: TargetRow[]): TargetGroup[] {
  const groups = new Map<string | null, TargetRow[]>([[null, []]]);
  for (const row of rows) {
    const own = groups.get(row.groupTitle) ?? [];
    own.push(row);
    groups.set(row.groupTitle, own);
  }
  return [...groups]
    .filter(([, targets]) => targets.length > 0)
    .map(([title, targets]) => ({ title, targets }));
}

export function prepareVillages(rows: VillageRow[]): VillageSummary[] {
  const standards = new Map<string, VillageSummary>();
  for (const row of rows) {
    const summary = standards.get(row.standard) ?? { standard: row.standard, named: [], count: null };
    if (row.label !== null) summary.named.push(row);
    if (row.countMet !== null && row.countTotal !== null) {
      summary.count = { met: row.countMet, total: row.countTotal, asOfText: row.asOfText, note: row.note };
    }
    standards.set(row.standard, summary);
  }
  return [...standards.values()];
}

function preparePromise(rows: CommuneRows, sheet: SheetRow | null): CommunePage["promise"] {
  const whole = rows.milestones.filter((row) => row.number === null);
  const milestone = whole.find((row) => row.targetMet !== null) ?? whole[0];
  if (!milestone) return null;
  const total = sheet?.total ?? rows.criteria.filter((row) => row.isCounted).length;
  return {
    title: milestone.title,
    from: sheet?.met ?? null,
    to: milestone.targetMet,
    total,
    dueText: milestone.dueText,
  };
}

/** One commune under one set and period; nothing is filled in that the rows do not say. */
export function prepareCommune(rows: CommuneRows, setId: number | null, period: string): CommunePage {
  const own = rows.sheets.filter((row) => row.setId === setId);
  const stored = own.find((row) => row.period === period) ?? null;
  const sheet = stored && isBegun(stored) ? stored : null;
  const criteria = prepareCriteria(
    rows.criteria,
    sheet,
    rows.indicators,
    // A task may name a criterion of another set.
    rows.tasks.filter((task) => task.setId === setId),
    rows.milestones,
  );
  const history = prepareHistory(own, period);
  return {
    head: rows.head,
    sheet,
    sheetWords: sheet ? describeSheet(sheet) : "",
    change: history.find((point) => point.period === period)?.change ?? null,
    previousPeriod: previousPeriod(period),
    criteria,
    strip: prepareStrip(rows.criteria, criteria, sheet),
    history,
    otherSets: pickOtherSets(rows.sheets, setId ?? -1),
    latestPeriod: sheet
      ? null
      : (own
          .filter(isBegun)
          .map((row) => row.period)
          .sort()
          .at(-1) ?? null),
    promise: preparePromise(rows, sheet),
    targets: groupTargets(rows.targets),
    targetCount: rows.targets.length,
    milestones: rows.milestones,
    villages: prepareVillages(rows.villages),
    villageNames: rows.villageNames,
    tasks: rows.tasks,
    documents: rows.documents,
    facts: rows.facts,
    isIllustrative: rows.head.basis === "illustrative" || (sheet?.isIllustrative ?? false),
  };
}
