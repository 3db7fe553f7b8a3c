import { isDecided } from "@/lib/submissions/criterion-state";
import type {
  DeskCriterion,
  DeskSheet,
  Place,
  Queue,
  QueueGroup,
  QueueItem,
  QueueView,
  Reader,
} from "./types";
import { STATE_WORDS } from "./words";

interface Entry {
  sheet: DeskSheet;
  criterion: DeskCriterion;
  view: QueueView;
}

interface QueueOptions {
  reader: Reader;
  view: QueueView;
  /** Criteria the reader decides on. */
  criteria: readonly DeskCriterion[];
  current: Place | null;
}

/** A criterion of a sheet that was verified as a whole was agreed to, whoever said so in words. */
function placeCriterion(sheet: DeskSheet, criterion: DeskCriterion): QueueView | null {
  const state = sheet.states.get(criterion.id) ?? "waiting";
  if (sheet.status === "verified" || sheet.status === "approved") return "agreed";
  if (state === "returned") return "returned";
  if (state === "agreed") return "agreed";
  // The sheet is with the commune: nothing of it can be decided now.
  return sheet.status === "returned" ? null : "pending";
}

function placeSheet(sheet: DeskSheet): QueueView {
  if (sheet.status === "returned") return "returned";
  return sheet.status === "approved" ? "agreed" : "pending";
}

/** Oldest sending first: who waits longest comes first. */
function compareSheets(a: DeskSheet, b: DeskSheet): number {
  return (
    (a.submittedAt ?? "").localeCompare(b.submittedAt ?? "") ||
    a.unitLabel.localeCompare(b.unitLabel, "vi", { numeric: true })
  );
}

function listEntries(sheets: readonly DeskSheet[], { reader, criteria }: QueueOptions): Entry[] {
  const ordered = [...sheets].sort(compareSheets);
  if (reader === "committee") {
    return ordered.flatMap((sheet) => {
      // Opens where work is left: the first criterion that nobody has decided on.
      const criterion =
        criteria.find(({ id }) => !isDecided(sheet.states.get(id) ?? "waiting")) ?? criteria[0];
      return criterion ? [{ sheet, criterion, view: placeSheet(sheet) }] : [];
    });
  }
  if (reader === "commune") {
    return ordered.flatMap((sheet) =>
      criteria
        .filter(({ id }) => (sheet.states.get(id) ?? "waiting") !== "waiting")
        .map((criterion) => ({ sheet, criterion, view: "pending" as const })),
    );
  }
  return criteria.flatMap((criterion) =>
    ordered.flatMap((sheet) => {
      const view = placeCriterion(sheet, criterion);
      return view ? [{ sheet, criterion, view }] : [];
    }),
  );
}

function noteChanges(sheet: DeskSheet, criteria: readonly DeskCriterion[]): string {
  if (sheet.changes === null) return "kỳ đầu";
  const count = criteria.reduce((sum, { id }) => sum + (sheet.changes?.get(id) ?? 0), 0);
  return count === 0 ? "không đổi" : `${count} thay đổi`;
}

function describeEntry({ sheet, criterion }: Entry, { reader, criteria }: QueueOptions): string {
  const state = sheet.states.get(criterion.id) ?? "waiting";
  if (reader === "committee") {
    const decided = criteria.filter(({ id }) => isDecided(sheet.states.get(id) ?? "waiting")).length;
    if (sheet.status === "verified") return `${sheet.metCount}/${sheet.totalCount} · chờ duyệt`;
    if (sheet.status !== "submitted") return `${sheet.metCount}/${sheet.totalCount}`;
    return `${decided}/${criteria.length} tiêu chí có ý kiến · ${noteChanges(sheet, criteria)}`;
  }
  if (reader === "commune") return STATE_WORDS[state];
  const open = state === "asked" || state === "answered" ? ` · ${STATE_WORDS[state]}` : "";
  return `${criterion.indicatorCount} chỉ tiêu · ${noteChanges(sheet, [criterion])}${open}`;
}

function toItem(entry: Entry, options: QueueOptions): QueueItem {
  const { sheet, criterion } = entry;
  const { reader, current } = options;
  const isSame = current?.sheet === sheet.unitCode;
  return {
    key: `${sheet.unitCode}-${criterion.number}`,
    label: reader === "commune" ? `Tiêu chí ${criterion.number} ${criterion.shortTitle}` : sheet.unitLabel,
    note: describeEntry(entry, options),
    place: { sheet: sheet.unitCode, criterion: criterion.number },
    isCurrent: isSame && (reader === "committee" || current?.criterion === criterion.number),
  };
}

/** The queue of one reader: what waits for them under the chosen filter, with the neighbours of what is in view. */
export function prepareQueue(sheets: readonly DeskSheet[], options: QueueOptions): Queue {
  const entries = listEntries(sheets, options);
  const counts: Record<QueueView, number> = { pending: 0, returned: 0, agreed: 0 };
  for (const { view } of entries) counts[view] += 1;
  const shown = entries.filter(({ view }) => view === options.view);
  const groups: QueueGroup[] = [];
  let grouped: number | null = null;
  for (const entry of shown) {
    if (options.reader === "department" && grouped !== entry.criterion.id) {
      grouped = entry.criterion.id;
      groups.push({ title: `Tiêu chí ${entry.criterion.number} ${entry.criterion.shortTitle}`, items: [] });
    } else if (groups.length === 0) groups.push({ title: null, items: [] });
    groups.at(-1)?.items.push(toItem(entry, options));
  }
  const items = groups.flatMap((group) => group.items);
  const index = items.findIndex((item) => item.isCurrent);
  return {
    view: options.view,
    counts,
    groups,
    length: items.length,
    previous: index > 0 ? (items[index - 1]?.place ?? null) : null,
    next: items[index + 1]?.place ?? null,
  };
}
