import { formatDate, formatWeekdayDate } from "@/lib/numbers/dates";
import { describeDeadline, SOON_DAYS } from "@/lib/numbers/deadlines";
import { formatPeriod } from "@/lib/numbers/periods";
import { listNames, type Placed, tellSharedOnce } from "./share-items";
import type {
  MilestoneFact,
  SheetFact,
  TaskFact,
  WorkFacts,
  WorkGroup,
  WorkGroupKey,
  WorkItem,
  WorkList,
  WorkReader,
} from "./types";

const TITLES: Record<WorkGroupKey, string> = {
  overdue: "Quá hạn",
  returned: "Bị trả lại",
  soon: `Đến hạn trong ${SOON_DAYS} ngày`,
  later: "Sắp tới",
};
const ORDER: readonly WorkGroupKey[] = ["overdue", "returned", "soon", "later"];
/**
 * Everything that waits for one reader, grouped by urgency and sorted by deadline inside each group.
 * Pure: facts and the day come in, words and addresses come out.
 */
export function prepareWorkList(facts: WorkFacts, reader: WorkReader): WorkList {
  const placed: Placed[] = [
    ...placeSheets(facts.sheets, reader),
    ...tellSharedOnce([
      ...facts.tasks.map((task) => placeTask(task, reader)),
      ...facts.milestones.map((milestone) => placeMilestone(milestone, reader)),
    ]),
  ];
  const groups: WorkGroup[] = ORDER.map((key) => ({
    key,
    title: TITLES[key],
    items: placed
      .filter((one) => one.group === key)
      .map((one) => one.item)
      .sort(compareItems),
  })).filter((group) => group.items.length > 0);
  return {
    groups,
    lead: writeLead(groups, reader.today),
    total: placed.length,
    isIllustrative: placed.some((one) => one.item.isIllustrative),
  };
}

function placeSheets(sheets: readonly SheetFact[], reader: WorkReader): Placed[] {
  const returned = sheets.filter((sheet) => sheet.status === "returned");
  const unsent = sheets.filter((sheet) => sheet.status === "absent" || sheet.status === "draft");
  const placed = returned.map((sheet) => placeReturned(sheet, reader));
  if (!reader.seesManyUnits) return [...placed, ...unsent.flatMap((sheet) => placeOwnSheet(sheet, reader))];
  return [...placed, ...placeUnsentTogether(unsent, reader)];
}

function placeReturned(sheet: SheetFact, reader: WorkReader): Placed {
  const when = sheet.returnedOn ? `Trả lại ngày ${formatDate(sheet.returnedOn)}` : "Đã trả lại";
  return {
    group: "returned",
    item: {
      key: `returned-${sheet.unitCode}-${sheet.setCode}-${sheet.period}`,
      title: `Phiếu ${formatPeriod(sheet.period)}${reader.seesManyUnits ? `, ${sheet.unitLabel}` : ""}: sửa rồi gửi lại`,
      href: addressSheet(sheet, reader),
      meta: `${when} · ${sheet.setTitle}`,
      quote: sheet.returnReason,
      due: sheet.dueOn ? formatDate(sheet.dueOn) : "–",
      dueOn: sheet.dueOn,
      tag: { tone: "returned", text: "bị trả lại" },
      isIllustrative: sheet.isIllustrative,
    },
  };
}

function placeOwnSheet(sheet: SheetFact, reader: WorkReader): Placed[] {
  if (!sheet.dueOn) return [];
  const missing = sheet.indicatorCount - sheet.enteredCount;
  const state =
    sheet.status === "absent"
      ? "chưa bắt đầu"
      : missing > 0
        ? `còn ${missing}/${sheet.indicatorCount} chỉ tiêu chưa nhập`
        : `đã nhập đủ ${sheet.indicatorCount} chỉ tiêu`;
  return [
    {
      ...placeByDate(sheet.dueOn, reader.today),
      item: {
        key: `sheet-${sheet.unitCode}-${sheet.setCode}-${sheet.period}`,
        title: `Gửi phiếu số liệu ${formatPeriod(sheet.period)}`,
        href: addressSheet(sheet, reader),
        meta: `${sheet.setTitle} · ${state}`,
        quote: null,
        due: formatDate(sheet.dueOn),
        dueOn: sheet.dueOn,
        tag: tagByDate(sheet.dueOn, reader.today, sheet.status === "draft"),
        isIllustrative: sheet.isIllustrative,
      },
    },
  ];
}

/** "5 đơn vị chưa gửi phiếu quý IV/2024": one line per set, period and deadline instead of one per unit. */
function placeUnsentTogether(sheets: readonly SheetFact[], reader: WorkReader): Placed[] {
  const together = new Map<string, SheetFact[]>();
  for (const sheet of sheets) {
    if (!sheet.dueOn) continue;
    const key = `${sheet.setCode}-${sheet.period}-${sheet.dueOn}`;
    together.set(key, [...(together.get(key) ?? []), sheet]);
  }
  return [...together].flatMap(([key, members]) => {
    const first = members[0];
    if (!first?.dueOn) return [];
    const one = members.length === 1;
    return [
      {
        ...placeByDate(first.dueOn, reader.today),
        item: {
          key: `unsent-${key}`,
          title: one
            ? `${first.unitLabel} chưa gửi phiếu ${formatPeriod(first.period)}`
            : `${members.length} đơn vị chưa gửi phiếu ${formatPeriod(first.period)}`,
          href: one
            ? addressCommune(first.unitCode, first.setCode, first.period)
            : `/overview?${new URLSearchParams({ set: first.setCode, period: first.period })}`,
          meta: one
            ? first.setTitle
            : `${listNames(members.map((sheet) => sheet.unitLabel))} · ${first.setTitle}`,
          quote: null,
          due: formatDate(first.dueOn),
          dueOn: first.dueOn,
          tag: tagByDate(first.dueOn, reader.today, false),
          isIllustrative: members.some((sheet) => sheet.isIllustrative),
        },
      },
    ];
  });
}

function placeTask(task: TaskFact, reader: WorkReader): Placed {
  const source = [task.documentLabel, task.reference].filter(Boolean).join(", ");
  const meta = [
    source,
    task.criterionNumber === null ? "" : `Tiêu chí ${task.criterionNumber}`,
    task.recurrence ?? "",
    task.responsible.length > 0 ? `${task.responsible.join(", ")} chủ trì` : "",
  ];
  const href = task.documentCode
    ? `/documents/${task.documentCode}#nhiem-vu-${task.id}`
    : addressCommune(task.unitCode);
  return {
    ...nameOwner(
      task.unitLabel,
      meta,
      task.documentCode ? `/documents/${task.documentCode}` : "/gaps",
      reader,
    ),
    ...(task.deadline ? placeByDate(task.deadline, reader.today) : { group: "later" as const }),
    item: {
      key: `task-${task.id}`,
      title: task.title,
      href,
      meta: joinMeta(task.unitLabel, meta, reader),
      quote: null,
      due: task.deadlineText ?? (task.deadline ? formatDate(task.deadline) : "không ghi hạn"),
      dueOn: task.deadline,
      tag: task.deadline
        ? tagByDate(task.deadline, reader.today, task.inProgress)
        : { tone: "neutral", text: task.inProgress ? "đang làm" : "chưa báo cáo" },
      isIllustrative: task.isIllustrative,
    },
  };
}

function placeMilestone(milestone: MilestoneFact, reader: WorkReader): Placed {
  const meta = [
    milestone.documentLabel ?? "",
    milestone.criterionNumber === null ? "" : `Tiêu chí ${milestone.criterionNumber}`,
    "mốc đã hẹn",
  ];
  return {
    ...nameOwner(
      milestone.unitLabel,
      meta,
      `/overview?${new URLSearchParams({ set: milestone.setCode })}`,
      reader,
      // Without a criterion it promises a number of criteria, another one for each unit.
      milestone.criterionNumber === null ? "chưa tới mốc đã hẹn" : undefined,
    ),
    ...placeByDate(milestone.dueOn, reader.today),
    item: {
      key: `milestone-${milestone.id}`,
      title: milestone.title,
      href: addressCommune(milestone.unitCode, milestone.setCode),
      meta: joinMeta(milestone.unitLabel, meta, reader),
      quote: null,
      due: milestone.dueText,
      dueOn: milestone.dueOn,
      tag: tagByDate(milestone.dueOn, reader.today, false),
      isIllustrative: milestone.isIllustrative,
    },
  };
}

function joinMeta(unitLabel: string, meta: readonly string[], reader: WorkReader): string {
  return [reader.seesManyUnits ? unitLabel : "", ...meta].filter(Boolean).join(" · ");
}

function nameOwner(
  unitLabel: string,
  meta: readonly string[],
  sharedHref: string,
  reader: WorkReader,
  sharedTitle?: string,
): Pick<Placed, "owner"> {
  if (!reader.seesManyUnits) return {};
  const sharedMeta = meta.filter(Boolean).join(" · ");
  return { owner: { unitLabel, sharedMeta, sharedHref, ...(sharedTitle ? { sharedTitle } : {}) } };
}

function placeByDate(dueOn: string, today: string): { group: WorkGroupKey } {
  const { state } = describeDeadline(dueOn, today);
  return { group: state === "overdue" ? "overdue" : state === "later" ? "later" : "soon" };
}

function tagByDate(dueOn: string, today: string, isStarted: boolean): WorkItem["tag"] {
  const { state, text } = describeDeadline(dueOn, today);
  if (state === "overdue") return { tone: "late", text };
  if (state === "later") return { tone: "neutral", text: isStarted ? "đang làm" : text };
  return { tone: "soon", text };
}

function addressSheet(sheet: SheetFact, reader: WorkReader): string {
  return reader.entersFigures
    ? `/entry/${sheet.unitCode}/${sheet.setCode}/${sheet.period}`
    : addressCommune(sheet.unitCode, sheet.setCode, sheet.period);
}

function addressCommune(unitCode: string, setCode?: string, period?: string): string {
  const query = new URLSearchParams();
  if (setCode) query.set("set", setCode);
  if (period) query.set("period", period);
  const text = query.toString();
  return `/communes/${unitCode}${text ? `?${text}` : ""}`;
}

/** By deadline, items without one last; then by title so that the order never flickers. */
function compareItems(a: WorkItem, b: WorkItem): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return a.dueOn < b.dueOn ? -1 : 1;
  }
  return a.title.localeCompare(b.title, "vi");
}

function writeLead(groups: readonly WorkGroup[], today: string): string {
  const count = (key: WorkGroupKey) => groups.find((group) => group.key === key)?.items.length ?? 0;
  const parts = [
    count("overdue") > 0 ? `${count("overdue")} việc quá hạn` : "",
    count("returned") > 0 ? `${count("returned")} phiếu bị trả lại` : "",
    count("soon") > 0 ? `${count("soon")} việc đến hạn trong ${SOON_DAYS} ngày` : "",
  ].filter(Boolean);
  const day = `${formatWeekdayDate(today)}.`;
  if (parts.length === 0) return `${day} Không còn việc nào đến hạn.`;
  const last = parts.pop();
  return `${day} Có ${parts.length > 0 ? `${parts.join(", ")} và ${last}` : last}.`;
}
