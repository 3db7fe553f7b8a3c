import { chooseControl } from "@/lib/entry/fields";
import { parseEntry } from "@/lib/figures/parse-entry";
import { compareDecimalText, joinDecimal, roundDigits, trimDecimal } from "@/lib/numbers/decimal-text";
import { formatDecimal } from "@/lib/numbers/format";
import type { DecimalText, FigureInput, ResolvedIndicator } from "@/lib/scoring/types";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { readCellText, readChoice, readGrade, sayExactly } from "./read-cell";
import type { Answers, CellQuestion, RawCell, SheetLine } from "./types";

type Part = "value" | "numerator" | "denominator";

/** What one line of a file says of its indicator. */
export type LineReading =
  | { kind: "empty" }
  | { kind: "figure"; figure: FigureInput; question: CellQuestion | null }
  | { kind: "error"; messages: string[] }
  | { kind: "question"; question: CellQuestion };

export interface LineContext {
  sheetName: string;
  /** Name the sheet in addresses: needed as soon as a file has several. */
  isNamed: boolean;
  answers: Answers;
}

const PART_WORDS = { value: "số liệu", numerator: "tử số", denominator: "mẫu số" } as const;

/** "F27", or "F27 (trang Xã Mẫu 01)". */
export function nameCell(line: SheetLine, part: Part | "note", context: LineContext): string {
  const address = `${line.columns[part] ?? line.columns.value}${line.row}`;
  return context.isNamed ? `${address} (trang ${context.sheetName})` : address;
}

export function nameAnswer(line: SheetLine, part: Part, context: LineContext): string {
  return `${context.sheetName}!${line.columns[part] ?? line.columns.value}${line.row}`;
}

type ReadPart =
  | { ok: true; text: string; question: CellQuestion | null }
  | { ok: false; message: string }
  | { ok: "asked"; question: CellQuestion };

function makeQuestion(
  line: SheetLine,
  part: Part,
  context: LineContext,
  asked: { text: string; message: string; candidates: DecimalText[] },
): CellQuestion {
  const key = nameAnswer(line, part, context);
  const address = nameCell(line, part, context);
  const given = context.answers[key];
  const answer = given !== undefined && asked.candidates.includes(given) ? given : null;
  return { key, address, ...asked, message: `Ô ${address}: ${asked.message}`, answer };
}

function readPart(
  indicator: ResolvedIndicator,
  line: SheetLine,
  part: Part,
  cell: RawCell,
  context: LineContext,
): ReadPart {
  const read = readCellText(indicator, cell, part !== "value");
  if (!read.ok) return { ok: false, message: `Ô ${nameCell(line, part, context)} ${read.message}` };
  if (!read.doubt) return { ok: true, text: read.text, question: null };
  const question = makeQuestion(line, part, context, { text: read.text, ...read.doubt });
  return question.answer === null
    ? { ok: "asked", question }
    : { ok: true, text: sayExactly(question.answer), question };
}

/** Runs the same parser as the screen; an ambiguous number is asked, or read as it was answered before. */
function parse(
  indicator: ResolvedIndicator,
  line: SheetLine,
  context: LineContext,
  entry: Exclude<FigureEntry, { kind: "keep" }>,
  asked: CellQuestion | null,
): LineReading {
  const parsed = parseEntry(indicator, entry);
  if (parsed.ok) return { kind: "figure", figure: parsed.figure, question: asked };
  const part = parsed.field ?? "value";
  if (parsed.reason === "ambiguous" && parsed.candidates && entry.kind !== "clear") {
    const text =
      entry.kind === "ratio"
        ? entry[part === "denominator" ? "denominator" : "numerator"]
        : String("text" in entry ? entry.text : "");
    const question = makeQuestion(line, part, context, {
      text,
      message: parsed.message,
      candidates: parsed.candidates,
    });
    if (question.answer === null) return { kind: "question", question };
    const answer = sayExactly(question.answer);
    if (entry.kind === "ratio")
      return parse(indicator, line, context, { ...entry, [part]: answer }, question);
    return parse(indicator, line, context, { kind: "value", text: answer }, question);
  }
  return { kind: "error", messages: [`Ô ${nameCell(line, part, context)}: ${parsed.message}`] };
}

function readWord(
  indicator: ResolvedIndicator,
  line: SheetLine,
  text: string,
  context: LineContext,
): LineReading {
  const choice = chooseControl(indicator) === "switch" ? readChoice(text) : null;
  const entry: Exclude<FigureEntry, { kind: "keep" }> =
    chooseControl(indicator) === "select"
      ? { kind: "grade", value: readGrade(text, indicator.gradeScale) ?? text }
      : choice === null
        ? { kind: "value", text }
        : { kind: "boolean", value: choice };
  return parse(indicator, line, context, entry, null);
}

function combine(parts: readonly ReadPart[]): LineReading | null {
  const messages = parts.flatMap((part) => (part.ok === false ? [part.message] : []));
  if (messages.length > 0) return { kind: "error", messages };
  const asked = parts.find((part) => part.ok === "asked");
  return asked?.ok === "asked" ? { kind: "question", question: asked.question } : null;
}

/** Whether a value that stands beside its two counts is their quotient as far as it is written. */
function agrees(value: DecimalText, quotient: DecimalText): boolean {
  const digits = trimDecimal(value).split(".")[1]?.length ?? 0;
  return compareDecimalText(joinDecimal(roundDigits(quotient, digits)), value) === 0;
}

function readRatio(indicator: ResolvedIndicator, line: SheetLine, context: LineContext): LineReading {
  const missing = (["numerator", "denominator"] as const).find((part) => line[part] === null);
  if (missing) {
    const message = `Ô ${nameCell(line, missing, context)}: còn thiếu ${PART_WORDS[missing]}. Ghi thêm ${PART_WORDS[missing]}.`;
    return { kind: "error", messages: [message] };
  }
  const { numerator: upper, denominator: lower } = line;
  if (upper === null || lower === null) return { kind: "empty" };
  const numerator = readPart(indicator, line, "numerator", upper, context);
  const denominator = readPart(indicator, line, "denominator", lower, context);
  const stopped = combine([numerator, denominator]);
  if (stopped || numerator.ok !== true || denominator.ok !== true) return stopped ?? { kind: "empty" };
  const entry = { kind: "ratio" as const, numerator: numerator.text, denominator: denominator.text };
  const ratio = parse(indicator, line, context, entry, null);
  if (ratio.kind !== "figure" || line.value === null) return ratio;
  const beside = readPart(indicator, line, "value", line.value, context);
  const value =
    beside.ok === true ? parse(indicator, line, context, { kind: "value", text: beside.text }, null) : null;
  const quotient = ratio.figure.value ?? "0";
  if (value?.kind === "figure" && value.figure.value !== null && agrees(value.figure.value, quotient))
    return ratio;
  const shown = value?.kind === "figure" ? formatDecimal(value.figure.value ?? "0") : "số khác";
  return {
    kind: "error",
    messages: [
      `Ô ${nameCell(line, "value", context)}: ghi ${shown}, còn tử số trên mẫu số cho ${formatDecimal(quotient, 2)}. Xóa ô này, hoặc xóa tử số và mẫu số.`,
    ],
  };
}

/**
 * What a line of a file says, read by the same parser and the same limits as the entry screen. Empty cells say
 * nothing; a cell that cannot be read says why, by its address.
 */
export function readLine(indicator: ResolvedIndicator, line: SheetLine, context: LineContext): LineReading {
  const control = chooseControl(indicator);
  if (control === "ratio" && (line.numerator !== null || line.denominator !== null)) {
    return readRatio(indicator, line, context);
  }
  if (line.value === null) return { kind: "empty" };
  const value = readPart(indicator, line, "value", line.value, context);
  const stopped = combine([value]);
  if (stopped || value.ok !== true) return stopped ?? { kind: "empty" };
  if (control === "switch" || control === "select") return readWord(indicator, line, value.text, context);
  return parse(indicator, line, context, { kind: "value", text: value.text }, value.question);
}
