import { addDays, countDaysBetween, formatDate } from "@/lib/numbers/dates";
import { formatUnitLabel } from "@/lib/units/names";
import { flagSheet } from "./prepare-units";
import type { Overview, SendGroup, SendState, UnitSheetRow } from "./types";

const GROUP_TITLES: Record<SendGroup["key"], string> = {
  "not-started": "Chưa nhập",
  draft: "Đang nhập, chưa gửi",
  returned: "Bị trả lại, đang sửa",
  submitted: "Đã gửi, chờ thẩm định",
  verified: "Đã thẩm định",
  approved: "Đã duyệt",
  recorded: "Ghi từ văn bản",
};

/** Whether a sheet was sent by its day. Without a day nobody is late; a recorded result was never sent. */
export function judgeSending(
  row: Pick<UnitSheetRow, "status" | "sheetBasis" | "sentOn" | "dueOn">,
): SendState {
  if (row.sheetBasis === "recorded") return "recorded";
  if (row.status === null || row.status === "draft") return "not-sent";
  if (row.sentOn === null || row.dueOn === null) return "sent";
  return row.sentOn <= row.dueOn ? "on-time" : "late";
}

function groupOf(row: UnitSheetRow): SendGroup["key"] {
  const flag = flagSheet(row);
  if (flag === "not-started" || flag === "recorded" || flag === "draft" || flag === "returned") return flag;
  return row.status ?? "not-started";
}

function noteOf(row: UnitSheetRow): string | null {
  const key = groupOf(row);
  if (key === "draft") return `${row.entered ?? 0}/${row.indicators ?? 0} chỉ tiêu`;
  return judgeSending(row) === "late" ? "trễ" : null;
}

/** Sent, late and waiting sheets: totals for the tile, groups for the list, days for the dot strip. */
export function prepareSending(rows: UnitSheetRow[]): Overview["sending"] {
  const judged = rows.map((row) => ({ row, state: judgeSending(row) }));
  const count = (...wanted: SendState[]) => judged.filter(({ state }) => wanted.includes(state)).length;
  const groups = (Object.keys(GROUP_TITLES) as SendGroup["key"][])
    .map((key) => ({
      key,
      title: GROUP_TITLES[key],
      units: rows
        .filter((row) => groupOf(row) === key)
        .map((row) => ({
          code: row.code,
          label: formatUnitLabel({ kind: row.kind, name: row.name }),
          note: noteOf(row),
        })),
    }))
    .filter((group) => group.units.length > 0);

  const days = new Map<string, { day: string; onTime: number; late: number }>();
  for (const { row, state } of judged) {
    if (row.sentOn === null || (state !== "on-time" && state !== "late" && state !== "sent")) continue;
    const day = days.get(row.sentOn) ?? { day: row.sentOn, onTime: 0, late: 0 };
    if (state === "late") day.late += 1;
    else day.onTime += 1;
    days.set(row.sentOn, day);
  }
  return {
    sent: count("on-time", "late", "sent"),
    onTime: count("on-time"),
    late: count("late"),
    notSent: count("not-sent"),
    recorded: count("recorded"),
    verified: rows.filter(
      (r) => r.sheetBasis !== "recorded" && (r.status === "verified" || r.status === "approved"),
    ).length,
    dueOn: rows.find((row) => row.dueOn !== null)?.dueOn ?? null,
    groups,
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Longest axis of days worth drawing. */
const MAX_DAYS = 62;

/** Every day from the first sheet to the last (or the deadline), without holes, for the dot strip. */
export function prepareSendingDays(
  sending: Pick<Overview["sending"], "days" | "dueOn">,
): { day: string; tick: string; onTime: number; late: number }[] {
  const ends = [...sending.days.map((day) => day.day), ...(sending.dueOn ? [sending.dueOn] : [])].sort();
  const first = ends[0];
  const last = ends.at(-1);
  if (!first || !last) return [];
  const length = Math.min(countDaysBetween(first, last) + 1, MAX_DAYS);
  return Array.from({ length }, (_, step) => {
    const day = addDays(last, step - length + 1);
    const counted = sending.days.find((entry) => entry.day === day);
    return {
      day,
      tick: formatDate(day).split("/").slice(0, 2).join("/"),
      onTime: counted?.onTime ?? 0,
      late: counted?.late ?? 0,
    };
  });
}
