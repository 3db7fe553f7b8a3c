import "server-only";
import type { Cell, CellValue, Row } from "exceljs";
import { trimDecimal } from "@/lib/numbers/decimal-text";
import type { DecimalText } from "@/lib/scoring/types";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { checkContainer, type FileReason } from "./container";
import { MAX_CELL_TEXT } from "./limits";
import type { RawCell, RawRow, RawSheet, RawWorkbook } from "./types";

/** Digits the database keeps after the comma. */
const STORED_DIGITS = 6;
/** Excel itself keeps and shows fifteen digits. */
const EXCEL_DIGITS = 15;
const PERCENT_FORMAT = /%/;

/**
 * The decimal a user sees for Excel's binary number: 0.1 + 0.2 is 0.3 there, and 66.6666666666667 keeps six digits.
 * Null for what no figure can be.
 */
export function toDecimal(value: number): DecimalText | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e18) return null;
  return trimDecimal(Number(value.toPrecision(EXCEL_DIGITS)).toFixed(STORED_DIGITS));
}

function readNumber(value: number, format: string | undefined): RawCell {
  const isPercent = PERCENT_FORMAT.test(format ?? "");
  const decimal = toDecimal(isPercent ? value * 100 : value);
  if (decimal === null) return { kind: "text", text: String(value) };
  return isPercent ? { kind: "number", value: decimal, percent: true } : { kind: "number", value: decimal };
}

function readText(text: string): RawCell | null {
  const clean = text.replaceAll("\0", "").slice(0, MAX_CELL_TEXT);
  return clean.trim() === "" ? null : { kind: "text", text: clean };
}

function readDate(date: Date): RawCell {
  const day = Number.isNaN(date.getTime())
    ? ""
    : date.toISOString().slice(0, 10).split("-").reverse().join("/");
  return { kind: "date", text: day };
}

/** Order matters: a formula carries its result along, which must not pass for a typed number. */
function readValue(value: CellValue, format: string | undefined): RawCell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return readNumber(value, format);
  if (typeof value === "string") return readText(value);
  if (typeof value === "boolean") return { kind: "yes-no", value };
  if (value instanceof Date) return readDate(value);
  if ("formula" in value || "sharedFormula" in value) return { kind: "formula" };
  if ("richText" in value) return readText(value.richText.map((run) => run.text).join(""));
  if ("error" in value) return { kind: "error", text: String(value.error) };
  if ("text" in value) return readText(String(value.text));
  return null;
}

function readRow(row: Row): RawRow {
  const cells: RawRow["cells"] = {};
  row.eachCell({ includeEmpty: false }, (cell: Cell) => {
    const read = readValue(cell.value, cell.numFmt);
    if (read) cells[cell.address.replace(/\d+$/, "")] = read;
  });
  return { number: row.number, cells };
}

/**
 * Reads an uploaded workbook into plain cells, after its container has been checked. Formulas are told as such
 * and never computed or believed; styles, pictures, links and names are not read at all.
 */
export async function readWorkbook(bytes: Buffer): Promise<Result<RawWorkbook, FileReason>> {
  const checked = await checkContainer(bytes);
  if (!checked.ok) return checked;
  // Loaded when the first file comes: it is large, and most processes never import.
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  const { value: clean } = checked;
  try {
    await workbook.xlsx.load(
      clean.buffer.slice(clean.byteOffset, clean.byteOffset + clean.byteLength) as ArrayBuffer,
    );
  } catch {
    // Whatever a library makes of a broken part, the user needs one sentence.
    return refuse("broken", "Không đọc được nội dung tệp. Mở tệp bằng Excel, lưu lại rồi chọn lại.");
  }
  const sheets: RawSheet[] = [];
  workbook.eachSheet((sheet) => {
    const rows: RawRow[] = [];
    sheet.eachRow({ includeEmpty: false }, (row) => {
      const read = readRow(row);
      if (Object.keys(read.cells).length > 0) rows.push(read);
    });
    sheets.push({ name: sheet.name, isHidden: sheet.state !== "visible", rows });
  });
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    return refuse("empty-file", "Tệp không có số liệu nào. Chọn đúng tệp đã điền.");
  }
  return succeed({ sheets });
}
