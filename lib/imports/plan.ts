import { type EntryField, listFields } from "@/lib/entry/fields";
import { sayFigure } from "@/lib/entry/texts";
import { NO_FIGURE } from "@/lib/figures/parse-entry";
import { scoreUnit } from "@/lib/scoring/score";
import type { ExemptionMap, FigureInput, FigureMap, ResolvedSet, Totals } from "@/lib/scoring/types";
import type { EntryFigureMap } from "@/lib/submissions/entry-types";
import { type LineContext, nameCell, readLine } from "./read-line";
import type { BaseFigure, PlanItem, SheetLine, SheetProblem } from "./types";

/** Longest note the entry screen takes. */
const NOTE_MAX = 2000;

/** What a unit's sheet stands at, and what judges it. */
export interface PlanGround {
  resolved: ResolvedSet;
  exemptions: ExemptionMap;
  figures: EntryFigureMap;
}

export interface UnitPlan {
  items: PlanItem[];
  problems: SheetProblem[];
  before: Totals;
  after: Totals;
}

export function isSameFigure(a: FigureInput, b: FigureInput): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.booleanValue === b.booleanValue &&
    a.gradeValue === b.gradeValue
  );
}

interface NoteReading {
  /** Null when the file says nothing of the note, or leaves it as it was. */
  text: string | null;
  message: string | null;
}

function readNote(line: SheetLine, stored: string | null, context: LineContext): NoteReading {
  const { note: cell, base } = line;
  if (cell === null) return { text: null, message: null };
  if (cell.kind === "formula" || cell.kind === "error") {
    const what =
      cell.kind === "formula" ? "là công thức; dán giá trị rồi chọn lại tệp." : `đang báo lỗi ${cell.text}.`;
    return { text: null, message: `Ô ${nameCell(line, "note", context)} ${what}` };
  }
  const text = (
    cell.kind === "number"
      ? cell.value.replace(".", ",")
      : cell.kind === "yes-no"
        ? cell.value
          ? "Đạt"
          : "Chưa đạt"
        : cell.text
  ).trim();
  if (text.length > NOTE_MAX) {
    return {
      text: null,
      message: `Ô ${nameCell(line, "note", context)}: ghi chú dài quá ${NOTE_MAX} ký tự. Rút gọn rồi chọn lại tệp.`,
    };
  }
  const isUntouched = text === (stored ?? "") || (base !== null && text === (base.note ?? "").trim());
  return { text: isUntouched ? null : text, message: null };
}

function describeDrift(field: EntryField, base: BaseFigure | null, stored: FigureInput): string | null {
  if (base === null || isSameFigure(base, stored)) return null;
  const was = sayFigure(field.indicator, base) ?? "trống";
  const is = sayFigure(field.indicator, stored) ?? "trống";
  return `Trên hệ thống đã đổi từ ${was} sang ${is} sau khi tải mẫu.`;
}

function planLine(field: EntryField, line: SheetLine, ground: PlanGround, context: LineContext): PlanItem {
  const { indicator } = field;
  const row = ground.figures[indicator.id] ?? null;
  const stored: FigureInput = row ?? NO_FIGURE;
  const reading = readLine(indicator, line, context);
  const note = readNote(line, row?.note ?? null, context);
  const item: PlanItem = {
    indicatorId: indicator.id,
    criterionNumber: field.criterionNumber,
    code: indicator.code,
    title: indicator.title,
    address: nameCell(line, line.value === null && line.numerator !== null ? "numerator" : "value", context),
    state: "empty",
    before: sayFigure(indicator, row),
    after: null,
    noteBefore: row?.note ?? null,
    noteAfter: note.text,
    messages: note.message === null ? [] : [note.message],
    question: reading.kind === "question" || reading.kind === "figure" ? reading.question : null,
    version: row?.version ?? 0,
    next: null,
  };
  if (reading.kind === "error" || note.message !== null) {
    return {
      ...item,
      state: "error",
      messages: [...(reading.kind === "error" ? reading.messages : []), ...item.messages],
    };
  }
  if (reading.kind === "question")
    return { ...item, state: "question", messages: [reading.question.message] };

  const isEdited =
    reading.kind === "figure" && (line.base === null || !isSameFigure(reading.figure, line.base));
  const figure = isEdited && reading.kind === "figure" ? reading.figure : stored;
  const isChange = !isSameFigure(figure, stored);
  if (!isChange && note.text === null) {
    if (reading.kind === "empty") return item;
    const drift = isEdited ? null : describeDrift(field, line.base, stored);
    return {
      ...item,
      state: "same",
      after: item.before,
      messages: drift === null ? [] : [`${drift} Tệp không sửa ô này nên giữ số đang có.`],
    };
  }
  const { value, numerator, denominator, booleanValue, gradeValue } = figure;
  const drift = isChange ? describeDrift(field, line.base, stored) : null;
  return {
    ...item,
    state: "change",
    after: sayFigure(indicator, figure),
    messages: drift === null ? [] : [drift],
    next: { value, numerator, denominator, booleanValue, gradeValue, note: note.text ?? row?.note ?? null },
  };
}

function planMissing(field: EntryField, ground: PlanGround): PlanItem {
  const row = ground.figures[field.indicator.id] ?? null;
  return {
    indicatorId: field.indicator.id,
    criterionNumber: field.criterionNumber,
    code: field.indicator.code,
    title: field.indicator.title,
    address: "",
    state: "empty",
    before: sayFigure(field.indicator, row),
    after: null,
    noteBefore: row?.note ?? null,
    noteAfter: null,
    messages: [],
    question: null,
    version: row?.version ?? 0,
    next: null,
  };
}

function findTwice(
  lines: readonly SheetLine[],
  fields: ReadonlyMap<number, EntryField>,
  context: LineContext,
) {
  const seen = new Map<number, SheetLine>();
  const problems: SheetProblem[] = [];
  for (const line of lines) {
    const before = seen.get(line.indicatorId);
    const code = fields.get(line.indicatorId)?.indicator.code ?? "";
    if (before) {
      const address = nameCell(line, "value", context);
      problems.push({
        address,
        message: `Ô ${address}: chỉ tiêu ${code} đã có ở dòng ${before.row}. Xóa một trong hai dòng.`,
      });
    } else seen.set(line.indicatorId, line);
  }
  return problems;
}

/**
 * Compares what a file says of one unit with what stands in the database: which cells change, which stay, which
 * are wrong, which need an answer, and what the result would be. Pure; the commit makes it anew under the lock.
 */
export function planUnit(
  lines: readonly SheetLine[],
  ground: PlanGround,
  context: LineContext,
  problems: readonly SheetProblem[] = [],
): UnitPlan {
  const fields = listFields(ground.resolved).filter(
    ({ indicator, parentId }) =>
      ground.exemptions[indicator.id] === undefined &&
      (parentId === null || ground.exemptions[parentId] === undefined),
  );
  const byId = new Map(fields.map((field) => [field.indicator.id, field]));
  const lineOf = new Map(lines.map((line) => [line.indicatorId, line] as const).reverse());
  const items = fields.map((field) => {
    const line = lineOf.get(field.indicator.id);
    return line ? planLine(field, line, ground, context) : planMissing(field, ground);
  });
  const before: Record<number, FigureInput | undefined> = { ...ground.figures };
  const after = { ...before };
  for (const item of items) if (item.next) after[item.indicatorId] = item.next;
  const score = (figures: FigureMap) => scoreUnit(ground.resolved, figures, ground.exemptions).totals;
  return {
    items,
    problems: [...problems, ...findTwice(lines, byId, context)],
    before: score(before),
    after: score(after),
  };
}

export function countStates(
  plans: readonly Pick<UnitPlan, "items" | "problems">[],
): Record<PlanItem["state"], number> {
  const counts = { change: 0, same: 0, empty: 0, error: 0, question: 0 };
  for (const plan of plans) {
    for (const item of plan.items) counts[item.state] += 1;
    counts.error += plan.problems.length;
  }
  return counts;
}

/** Whether a file says anything of a unit that is not stored already. */
export function hasMoves(plan: Pick<UnitPlan, "items" | "problems">): boolean {
  const { change, error, question } = countStates([plan]);
  return change + error + question > 0;
}
