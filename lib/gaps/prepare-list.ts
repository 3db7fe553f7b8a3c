import { compareVietnamese } from "@/lib/numbers/collate";
import { isOverdue } from "@/lib/numbers/deadlines";
import { rankGapsByDeadline, rankGapsByEffort } from "@/lib/scoring/gaps";
import type { GapFilter } from "./schema";
import type { GapGroup, GapItem, GapList, GapRows, GapSection } from "./types";

export const GAPS_PER_PAGE = 100;

/** In this order: a page holds a hundred rows, and what is late must not hide behind what is easy. */
const GROUP_TITLES: Record<GapGroup, string> = {
  overdue: "Quá hạn",
  soon: "Sắp đến hạn",
  easy: "Cần ít công sức nhất",
  rest: "Cần nhiều công sức hơn",
  unmeasured: "Chưa đo được",
};

function isItemOverdue(item: GapItem, today: string): boolean {
  return item.deadline !== null && isOverdue(item.deadline, today);
}

function matchesStatus(item: GapItem, status: GapFilter["status"]): boolean {
  if (status === undefined) return true;
  if (status === "regressed") return item.state === "regressed";
  if (status === "undefined") return item.verdict === "undefined-threshold";
  return item.verdict === status;
}

/** Whether a row passes the filters of the address. A whole sheet has no criterion and passes none. */
export function matchesFilter(item: GapItem, filter: GapFilter, today: string): boolean {
  if (filter.criterion !== undefined && item.number !== filter.criterion) return false;
  if (!matchesStatus(item, filter.status)) return false;
  if (filter.overdue && !isItemOverdue(item, today)) return false;
  return filter.body === undefined || item.owner === filter.body;
}

interface OpenSection {
  key: string;
  title: string;
  items: GapItem[];
}

function groupByAction(items: GapItem[]): OpenSection[] {
  return (Object.keys(GROUP_TITLES) as GapGroup[]).map((key) => {
    const own = items.filter((item) => item.group === key);
    const isDated = key === "soon" || key === "overdue";
    return {
      key,
      title: GROUP_TITLES[key],
      items: isDated ? rankGapsByDeadline(own, (item) => item.deadline) : rankGapsByEffort(own),
    };
  });
}

function groupBy(items: GapItem[], keyOf: (item: GapItem) => { key: string; title: string }): OpenSection[] {
  const sections = new Map<string, OpenSection>();
  for (const item of items) {
    const { key, title } = keyOf(item);
    const section = sections.get(key) ?? { key, title, items: [] };
    section.items.push(item);
    sections.set(key, section);
  }
  return [...sections.values()].map((section) => ({ ...section, items: rankGapsByEffort(section.items) }));
}

function groupItems(items: GapItem[], grouping: GapFilter["group"]): OpenSection[] {
  if (grouping === "action") return groupByAction(items);
  if (grouping === "commune") {
    return groupBy(items, (item) => ({ key: item.unitCode, title: item.unitLabel }));
  }
  const sheets = { key: "sheet", title: "Cả phiếu" };
  return groupBy(
    [...items].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)),
    (item) =>
      item.number === null
        ? sheets
        : { key: `c${item.number}`, title: `Tiêu chí ${item.number} ${item.criterionTitle ?? ""}` },
  );
}

function weigh(items: GapItem[]): number {
  return items.reduce((sum, item) => sum + item.weight, 0);
}

/** Cuts the sections to one page without losing their whole counts. */
function cutPage(sections: OpenSection[], page: number): GapSection[] {
  const from = (page - 1) * GAPS_PER_PAGE;
  let position = 0;
  return sections.flatMap((section) => {
    const numbered = section.items.map((item) => {
      position += 1;
      return { ...item, position };
    });
    const items = numbered.filter((item) => item.position > from && item.position <= from + GAPS_PER_PAGE);
    return items.length > 0
      ? [{ key: section.key, title: section.title, count: weigh(section.items), items }]
      : [];
  });
}

/** Filters, groups, ranks and pages the gaps. Counts are of indicators: a sheet nobody began counts as all of its own. */
export function prepareGapList(items: GapItem[], rows: GapRows, filter: GapFilter, today: string): GapList {
  const filtered = items.filter((item) => matchesFilter(item, filter, today));
  const pages = Math.max(1, Math.ceil(filtered.length / GAPS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const sections = cutPage(groupItems(filtered, filter.group), page);
  const count = (keep: (item: GapItem) => boolean) => weigh(items.filter(keep));
  return {
    sections,
    total: weigh(items),
    filtered: weigh(filtered),
    filteredRows: filtered.length,
    shownRows: sections.reduce((sum, section) => sum + section.items.length, 0),
    page,
    pages,
    counts: {
      unmet: count((item) => item.verdict === "unmet"),
      missing: count((item) => item.verdict === "missing"),
      undefinedThreshold: count((item) => item.verdict === "undefined-threshold"),
      regressed: count((item) => item.state === "regressed"),
      overdue: count((item) => isItemOverdue(item, today)),
    },
    bodies: [...new Set(items.map((item) => item.owner))].sort(compareVietnamese),
    criteria: rows.heads.map(({ number, title }) => ({ number, title })),
    isIllustrative: rows.units.some((unit) => unit.isIllustrative),
    hasRecorded: rows.units.some((unit) => unit.basis === "recorded"),
    unitCount: rows.units.length,
  };
}
