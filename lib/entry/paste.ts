import { foldText } from "@/lib/numbers/fold";
import type { DecimalText, ExemptionMap, ResolvedIndicator } from "@/lib/scoring/types";
import { type Draft, EMPTY_DRAFT, isEmptyDraft, isSameDraft, readDraft } from "./draft";
import type { EntryField } from "./fields";

/** Longest text taken from the clipboard: a sheet is some 5,000 characters. */
export const PASTE_MAX = 200_000;

/** Where the figures stand in a pasted block. */
export type PasteSource =
  | { kind: "value"; column: number }
  | { kind: "ratio"; numerator: number; denominator: number };

/** How a pasted block is to be read; every part of it can be changed in the preview. */
export interface PasteReading {
  /** Column with indicator codes; null: rows go down from the cell that was pasted into. */
  codeColumn: number | null;
  source: PasteSource;
  /** The first row is a heading. */
  skipsFirst: boolean;
}

export type PasteOutcome =
  | { kind: "write"; draft: Draft }
  | { kind: "same" }
  | { kind: "question"; candidates: DecimalText[]; make: (chosen: string) => Draft }
  | { kind: "refused"; message: string };

/** One row of the preview: what goes where. */
export interface PasteLine {
  /** Row in the pasted block, from 0. */
  row: number;
  field: EntryField;
  /** As pasted. */
  text: string;
  outcome: PasteOutcome;
}

export interface PastePlan {
  lines: PasteLine[];
  /** Rows with something in them that go nowhere, with the reason. */
  strays: { row: number; text: string; reason: string }[];
  emptyRows: number;
}

/**
 * Cells of a block as Excel and other sheets put it on the clipboard: tabs between columns, line ends between rows,
 * quotation marks around cells that hold either.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === "\t" || sign === "\n") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => one.replace(/\s+/g, " ").trim()));
}

/** Whether a pasted text is more than one cell; a single cell is left to the input. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""));
}

const YES = new Set(["dat", "d", "co", "x", "1", "yes", "true", "da dat"]);
const NO = new Set(["chua dat", "khong dat", "c", "chua", "khong", "0", "no", "false"]);

/** A text from elsewhere as it would stand in the controls of an indicator. */
export function toDraft(
  indicator: ResolvedIndicator,
  text: string,
): { ok: true; draft: Draft } | { ok: false; message: string } {
  const folded = foldText(text);
  if (indicator.kind === "boolean") {
    if (YES.has(folded)) return { ok: true, draft: { ...EMPTY_DRAFT, choice: true } };
    if (NO.has(folded)) return { ok: true, draft: { ...EMPTY_DRAFT, choice: false } };
    return { ok: false, message: "Chỉ nhận Đạt hoặc Chưa đạt." };
  }
  if (indicator.gradeScale.length > 0) {
    const word = indicator.gradeScale.find((one) => foldText(one) === folded);
    return word === undefined
      ? { ok: false, message: `Chỉ nhận: ${indicator.gradeScale.join(", ")}.` }
      : { ok: true, draft: { ...EMPTY_DRAFT, grade: word } };
  }
  const parts = indicator.hasRatio ? text.split("/") : [];
  const [numerator, denominator] = parts;
  if (parts.length === 2 && numerator?.trim() && denominator?.trim()) {
    return {
      ok: true,
      draft: { ...EMPTY_DRAFT, numerator: numerator.trim(), denominator: denominator.trim() },
    };
  }
  return { ok: true, draft: { ...EMPTY_DRAFT, text } };
}

/** Excel turns the code 2.1 into the number 2,1. */
const normalizeCode = (text: string) => text.replace(",", ".").replace(/\.$/, "").toLowerCase();

function indexCodes(fields: readonly EntryField[]): Map<string, EntryField> {
  return new Map(fields.map((field) => [normalizeCode(field.indicator.code), field]));
}

/** A column of codes: nearly all are known, none twice, in the order of the sheet. */
function findCodeColumn(block: readonly string[][], fields: readonly EntryField[]): number | null {
  const width = Math.max(0, ...block.map((row) => row.length));
  if (width < 2) return null;
  const places = new Map(fields.map(({ indicator }, place) => [normalizeCode(indicator.code), place]));
  for (let column = 0; column < width; column += 1) {
    const texts = block.map((row) => normalizeCode(row[column] ?? "")).filter((text) => text !== "");
    const known = texts.flatMap((text) => places.get(text) ?? []);
    const isRising = known.every((place, index) => index === 0 || place > (known[index - 1] ?? -1));
    // Headings, criteria and indicators with limbs stand between the codes that take figures.
    if (known.length >= 1 && known.length >= texts.length * 0.5 && isRising) return column;
  }
  return null;
}

function readsAs(field: EntryField, text: string): boolean {
  const made = toDraft(field.indicator, text);
  if (!made.ok) return false;
  const reading = readDraft(field.indicator, made.draft);
  return reading.ok || reading.problem.kind === "question";
}

/** Where each row of a block goes. */
function addressRows(
  block: readonly string[][],
  fields: readonly EntryField[],
  start: number,
  reading: Pick<PasteReading, "codeColumn" | "skipsFirst">,
): (EntryField | null)[] {
  const byCode = indexCodes(fields);
  let next = start;
  return block.map((row, index) => {
    if (index === 0 && reading.skipsFirst) return null;
    if (reading.codeColumn !== null) {
      return byCode.get(normalizeCode(row[reading.codeColumn] ?? "")) ?? null;
    }
    const field = fields[next] ?? null;
    next += 1;
    return field;
  });
}

/**
 * The likely reading of a block: codes where there are some, the rightmost column whose texts are figures of the
 * rows they would go to.
 * @param fields fields that take a figure, in the order shown; `start`: place of the one pasted into
 */
export function guessReading(
  block: readonly string[][],
  fields: readonly EntryField[],
  start: number,
): PasteReading {
  const codeColumn = findCodeColumn(block, fields);
  const width = Math.max(1, ...block.map((row) => row.length));
  const countReadable = (column: number, skipsFirst: boolean) => {
    const targets = addressRows(block, fields, start, { codeColumn, skipsFirst });
    let readable = 0;
    for (const [index, field] of targets.entries()) {
      const text = block[index]?.[column] ?? "";
      if (field && text !== "" && readsAs(field, text)) readable += 1;
    }
    return readable;
  };
  let best = { column: codeColumn === 0 ? 1 : 0, skipsFirst: false, readable: -1 };
  for (let column = 0; column < width; column += 1) {
    if (column === codeColumn) continue;
    for (const skipsFirst of codeColumn === null && block.length > 1 ? [false, true] : [false]) {
      const readable = countReadable(column, skipsFirst);
      const isBetter =
        readable > best.readable || (readable === best.readable && column > best.column && !skipsFirst);
      if (isBetter) best = { column, skipsFirst, readable };
    }
  }
  return { codeColumn, source: { kind: "value", column: best.column }, skipsFirst: best.skipsFirst };
}

function readLine(field: EntryField, row: readonly string[], source: PasteSource): PasteOutcome | null {
  const { indicator } = field;
  let draft: Draft;
  if (source.kind === "ratio" && indicator.hasRatio) {
    const numerator = row[source.numerator] ?? "";
    const denominator = row[source.denominator] ?? "";
    if (numerator === "" && denominator === "") return null;
    draft = { ...EMPTY_DRAFT, numerator, denominator };
  } else {
    const text = row[source.kind === "ratio" ? source.numerator : source.column] ?? "";
    if (text === "") return null;
    const made = toDraft(indicator, text);
    if (!made.ok) return { kind: "refused", message: made.message };
    draft = made.draft;
  }
  const reading = readDraft(indicator, draft);
  if (reading.ok) return { kind: "write", draft };
  const { problem } = reading;
  if (problem.kind === "refused") return { kind: "refused", message: problem.message };
  const part = problem.part === "value" ? "text" : problem.part;
  return {
    kind: "question",
    candidates: problem.candidates,
    make: (chosen) => ({ ...draft, [part]: chosen }),
  };
}

/** What goes where under a reading; nothing is written yet. Empty cells leave what stands. */
export function planPaste(
  block: readonly string[][],
  reading: PasteReading,
  sheet: {
    fields: readonly EntryField[];
    start: number;
    exemptions: ExemptionMap;
    draftOf: (id: number) => Draft | undefined;
  },
): PastePlan {
  const plan: PastePlan = { lines: [], strays: [], emptyRows: 0 };
  const targets = addressRows(block, sheet.fields, sheet.start, reading);
  const seen = new Set<number>();
  for (const [row, cells] of block.entries()) {
    if (row === 0 && reading.skipsFirst) continue;
    const { source } = reading;
    const text =
      source.kind === "value"
        ? (cells[source.column] ?? "")
        : `${cells[source.numerator] ?? ""} / ${cells[source.denominator] ?? ""}`;
    const isEmpty = text.replace("/", "").trim() === "";
    const field = targets[row] ?? null;
    if (isEmpty) {
      plan.emptyRows += 1;
      continue;
    }
    if (!field) {
      const reason = reading.codeColumn === null ? "quá dòng cuối của phiếu" : "không có mã này";
      plan.strays.push({ row, text: cells.filter(Boolean).join(" · ").slice(0, 80), reason });
      continue;
    }
    if (seen.has(field.indicator.id)) {
      plan.strays.push({ row, text, reason: `mã ${field.indicator.code} có hai lần` });
      continue;
    }
    seen.add(field.indicator.id);
    const outcome = readLine(field, cells, source);
    if (outcome === null) continue;
    const current = sheet.draftOf(field.indicator.id);
    const isSame =
      outcome.kind === "write" &&
      current !== undefined &&
      !isEmptyDraft(current) &&
      isSameDraft(current, outcome.draft);
    plan.lines.push({ row, field, text, outcome: isSame ? { kind: "same" } : outcome });
  }
  return plan;
}
