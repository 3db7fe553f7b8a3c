import { describeThresholdInSentence, describeValue } from "@/lib/gaps/threshold-text";
import { countDaysBetween } from "@/lib/numbers/dates";
import { compareDecimalText } from "@/lib/numbers/decimal-text";
import { formatDecimal, printUnit } from "@/lib/numbers/format";
import { formatUnitLabel } from "@/lib/units/names";
import type { OverdueTaskRow, Overview, OverviewOverdue, OverviewRegression, RegressionRow } from "./types";

/** "17.3: còn 81,0 %, kỳ trước 86,0; mức đạt từ 85,0 %"; null when the result was recorded without a measure. */
export function describeMeasure(row: RegressionRow): string | null {
  if (row.code === null || row.direction === null) return null;
  const decimals = row.decimals ?? 0;
  const unit = printUnit(row.unit ?? "");
  const value = describeValue(row, decimals, row.threshold);
  if (row.value === null || value === null) {
    return [`${row.code} ${row.title ?? ""}`.trim(), value].filter(Boolean).join(": ");
  }
  const isUpward = row.previous !== null && compareDecimalText(row.value, row.previous) > 0;
  const before = row.previous === null ? "" : `, kỳ trước ${formatDecimal(row.previous, decimals)}`;
  const threshold = describeThresholdInSentence(
    {
      direction: row.direction,
      value: row.threshold,
      valueMax: row.thresholdMax,
      outOf: null,
      gradeValue: row.thresholdGrade,
    },
    decimals,
    row.unit ?? "",
  );
  return `${row.code}: ${isUpward ? "lên" : "còn"} ${`${value} ${unit}`.trim()}${before}${
    threshold ? `; mức đạt ${threshold}` : ""
  }`;
}

export function prepareRegressions(rows: RegressionRow[]): OverviewRegression[] {
  return rows.map((row) => ({
    unitCode: row.unitCode,
    unitLabel: formatUnitLabel({ kind: row.kind, name: row.name }),
    number: row.number,
    shortTitle: row.shortTitle,
    measured: describeMeasure(row),
  }));
}

const DOCUMENT_WORDS: Record<string, string> = {
  resolution: "Nghị quyết",
  conclusion_notice: "Thông báo kết luận",
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  report: "Báo cáo",
};

/** Open tasks past their day, and one line for all sheets not sent by theirs; the longest overdue first. */
export function prepareOverdue(
  tasks: OverdueTaskRow[],
  sending: Overview["sending"],
  periodWords: string,
  unitNoun: string,
  today: string,
): OverviewOverdue[] {
  const lines: OverviewOverdue[] = tasks.map((task) => ({
    key: `task-${task.id}`,
    unitCode: task.unitCode,
    unitLabel: formatUnitLabel({ kind: task.kind, name: task.name }),
    text: task.title,
    detail: [
      task.bodies ? `${task.bodies} chủ trì` : "văn bản không ghi cơ quan chủ trì",
      task.documentType ? DOCUMENT_WORDS[task.documentType] : null,
      task.number === null ? null : `tiêu chí ${task.number}`,
      task.isIllustrative ? "số liệu minh họa" : null,
    ]
      .filter(Boolean)
      .join(" · "),
    days: countDaysBetween(task.deadline, today),
    href: "gaps" as const,
  }));
  if (sending.dueOn !== null && sending.notSent > 0 && sending.dueOn < today) {
    const waiting = sending.groups.filter((group) => group.key === "draft" || group.key === "not-started");
    lines.push({
      key: "sheets",
      unitCode: null,
      unitLabel: `${sending.notSent} ${unitNoun}`,
      text: `chưa gửi phiếu ${periodWords}`,
      detail: waiting.flatMap((group) => group.units.map((unit) => unit.label)).join(", "),
      days: countDaysBetween(sending.dueOn, today),
      href: "sheets",
    });
  }
  return lines.sort((a, b) => b.days - a.days);
}
