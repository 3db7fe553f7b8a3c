import type { Cell, DataValidation, Worksheet } from "exceljs";
import { chooseControl } from "@/lib/entry/fields";
import { listRows } from "@/lib/entry/rows";
import { sayChoice, sayFigure, sayThreshold } from "@/lib/entry/texts";
import { formatDecimal, printUnit } from "@/lib/numbers/format";
import type { DecimalText, ResolvedCriterion, ResolvedIndicator } from "@/lib/scoring/types";
import { COLUMNS, NO_BASE, writeBase, writeKey } from "./template-layout";
import { CENTRED, FONT, GROUP_FILL, INPUT_FILL, THIN_BORDER, writeText } from "./template-style";
import type { TemplateSheet } from "./template-types";
import type { BaseFigure } from "./types";

const LAST_SHOWN = COLUMNS.note;
/** A list in a validation is one text of at most 255 signs, divided by commas. */
const LONGEST_LIST = 250;
const TITLE_CHARACTERS_A_LINE = 70;
const LINE_HEIGHT = 15;

function readLimits(indicator: ResolvedIndicator): { min: number; max: number | null } {
  return {
    min: indicator.minValue === null ? (indicator.kind === "number" ? -1e12 : 0) : Number(indicator.minValue),
    max: indicator.maxValue === null ? null : Number(indicator.maxValue),
  };
}

function sayLimits(indicator: ResolvedIndicator): string {
  const { minValue, maxValue } = indicator;
  const what = indicator.kind === "count" ? "số nguyên" : "số";
  if (minValue !== null && maxValue !== null) {
    return `Ghi ${what} từ ${formatDecimal(minValue)} đến ${formatDecimal(maxValue)}.`;
  }
  return `Ghi ${what}${indicator.kind === "count" ? " từ 0 trở lên" : ""}.`;
}

function limitNumber(indicator: ResolvedIndicator): DataValidation {
  const { min, max } = readLimits(indicator);
  const message = sayLimits(indicator);
  return {
    type: indicator.kind === "count" ? "whole" : "decimal",
    operator: "between",
    formulae: [min, max ?? 1e12],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Số chưa đúng",
    error: message,
    showInputMessage: true,
    promptTitle: printUnit(indicator.unit).slice(0, 30),
    prompt: message,
  };
}

function limitChoice(words: readonly string[]): DataValidation | null {
  const list = words.join(",");
  if (words.some((word) => word.includes(",") || word.includes('"')) || list.length > LONGEST_LIST)
    return null;
  return {
    type: "list",
    formulae: [`"${list}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Chọn trong danh sách",
    error: `Chọn một trong các mức: ${words.join(", ")}.`.slice(0, 250),
  };
}

function limitPart(name: string, label: string | null): DataValidation {
  return {
    type: "decimal",
    operator: "greaterThanOrEqual",
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Số chưa đúng",
    error: "Ghi số từ 0 trở lên.",
    showInputMessage: true,
    promptTitle: name,
    prompt: (label ?? name).slice(0, 250),
  };
}

function openInput(cell: Cell): void {
  cell.protection = { locked: false };
  cell.fill = INPUT_FILL;
}

function writeNumber(cell: Cell, value: DecimalText | null, format: string): void {
  if (value !== null) cell.value = Number(value);
  cell.numFmt = format;
  cell.alignment = { horizontal: "right", vertical: "top" };
}

/** Digits a stored value has, so that 66,666667 is not shown (and printed) as 66,67 where it would look equal to a threshold. */
function chooseFormat(indicator: ResolvedIndicator): string {
  return indicator.kind === "count" ? "#,##0" : "#,##0.00";
}

function writeInputs(sheet: Worksheet, row: number, indicator: ResolvedIndicator, figure: BaseFigure): void {
  const value = sheet.getCell(`${COLUMNS.value}${row}`);
  openInput(value);
  const control = chooseControl(indicator);
  if (control === "switch" || control === "select") {
    const words = control === "switch" ? [sayChoice(true), sayChoice(false)] : indicator.gradeScale;
    const chosen = figure.booleanValue === null ? figure.gradeValue : sayChoice(figure.booleanValue);
    if (chosen !== null) value.value = chosen;
    value.alignment = { ...CENTRED, vertical: "top" };
    const limit = limitChoice(words);
    if (limit) value.dataValidation = limit;
  } else {
    const isRatio = figure.numerator !== null && figure.denominator !== null;
    writeNumber(value, isRatio ? null : figure.value, chooseFormat(indicator));
    value.dataValidation = limitNumber(indicator);
  }
  if (control === "ratio") {
    const parts = [
      [COLUMNS.numerator, "Tử số", indicator.numeratorLabel, figure.numerator],
      [COLUMNS.denominator, "Mẫu số", indicator.denominatorLabel, figure.denominator],
    ] as const;
    for (const [column, name, label, part] of parts) {
      const cell = sheet.getCell(`${column}${row}`);
      openInput(cell);
      writeNumber(cell, part, "General");
      cell.dataValidation = limitPart(name, label);
    }
  }
  const note = sheet.getCell(`${COLUMNS.note}${row}`);
  openInput(note);
  writeText(note, figure.note ?? "");
  if (figure.note === null) note.value = null;
  note.alignment = { wrapText: true, vertical: "top" };
  writeText(sheet.getCell(`${COLUMNS.base}${row}`), writeBase(figure));
}

function writeFacts(sheet: Worksheet, row: number, texts: readonly [column: string, text: string][]): void {
  for (const [column, text] of texts) {
    const cell = sheet.getCell(`${column}${row}`);
    writeText(cell, text);
    cell.alignment = { wrapText: true, vertical: "top" };
  }
}

function frameRow(sheet: Worksheet, row: number): void {
  for (let code = 65; code <= LAST_SHOWN.charCodeAt(0); code += 1) {
    const cell = sheet.getCell(`${String.fromCharCode(code)}${row}`);
    cell.border = THIN_BORDER;
    cell.font = { ...FONT, ...(cell.font?.bold ? { bold: true } : {}) };
  }
}

/** The threshold, and beside it what is not a published number: a sheet leaves the house without its badges. */
function sayRequired(indicator: ResolvedIndicator): string {
  const text = sayThreshold(indicator);
  const provenance = indicator.threshold.row?.provenance;
  if (text === null || provenance === undefined) return "chưa có mức";
  if (provenance === "sourced") return text;
  return `${text}\n(${provenance === "illustrative" ? "mức minh họa" : "chưa đối chiếu"})`;
}

/** Writes a criterion's heading and rows. @returns the next free row */
export function writeCriterion(
  sheet: Worksheet,
  firstRow: number,
  criterion: ResolvedCriterion,
  model: TemplateSheet,
): number {
  let row = firstRow;
  for (let code = 65; code <= LAST_SHOWN.charCodeAt(0); code += 1) {
    sheet.getCell(`${String.fromCharCode(code)}${row}`).fill = GROUP_FILL;
  }
  for (const [column, text] of [
    [COLUMNS.code, String(criterion.number)],
    [COLUMNS.title, `Tiêu chí ${criterion.number}. ${criterion.title}`],
  ] as const) {
    writeText(sheet.getCell(`${column}${row}`), text);
    sheet.getCell(`${column}${row}`).font = { bold: true };
  }
  frameRow(sheet, row);
  row += 1;
  for (const { indicator, isLimb, kind } of listRows(criterion, model.exemptions)) {
    const unit = indicator.kind === "boolean" || indicator.kind === "grade" ? "" : printUnit(indicator.unit);
    writeFacts(sheet, row, [
      [COLUMNS.code, indicator.code],
      [COLUMNS.title, `${isLimb ? "   – " : ""}${indicator.title}`],
      [COLUMNS.unit, kind === "group" ? "" : unit],
      [COLUMNS.threshold, kind === "group" ? "" : sayRequired(indicator)],
      [COLUMNS.previous, sayFigure(indicator, model.previous[indicator.id]) ?? ""],
    ]);
    if (kind === "exempt") {
      writeFacts(sheet, row, [
        [COLUMNS.value, "không áp dụng"],
        [COLUMNS.note, model.exemptions[indicator.id]?.reason ?? ""],
      ]);
    } else if (kind === "field") {
      const figure = model.figures[indicator.id] ?? NO_BASE;
      if (model.lock === null) {
        writeText(sheet.getCell(`${COLUMNS.key}${row}`), writeKey(criterion.number, indicator.code));
        writeInputs(sheet, row, indicator, figure);
        // Without its key the row of a locked sheet is not read back: it is there to look at.
      } else writeFacts(sheet, row, [[COLUMNS.value, sayFigure(indicator, figure) ?? ""]]);
    }
    sheet.getCell(`${COLUMNS.previous}${row}`).alignment = { horizontal: "right", vertical: "top" };
    frameRow(sheet, row);
    const lines = Math.ceil((indicator.title.length + (isLimb ? 5 : 0)) / TITLE_CHARACTERS_A_LINE);
    const required = kind === "group" ? 1 : sayRequired(indicator).split("\n").length;
    sheet.getRow(row).height = Math.max(lines, required) * LINE_HEIGHT + 4;
    row += 1;
  }
  return row;
}
