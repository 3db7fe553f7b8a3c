import "server-only";
import type { Cell, Workbook, Worksheet } from "exceljs";
import { formatPeriod } from "@/lib/numbers/periods";
import { COLUMNS, HEADER_ROW, writeMark } from "./template-layout";
import { writeCriterion } from "./template-rows";
import { CENTRED, FONT, HEAD_FILL, THIN_BORDER, writeText } from "./template-style";
import type { TemplateModel, TemplateSheet } from "./template-types";

const WIDTHS: readonly [column: string, width: number][] = [
  [COLUMNS.code, 8],
  [COLUMNS.title, 58],
  [COLUMNS.unit, 15],
  [COLUMNS.threshold, 14],
  [COLUMNS.previous, 13],
  [COLUMNS.value, 14],
  [COLUMNS.numerator, 13],
  [COLUMNS.denominator, 13],
  [COLUMNS.note, 32],
];

const HELP =
  "Chỉ ghi vào ô nền vàng. Tỷ lệ ghi số, không gõ dấu %; có tử số và mẫu số thì để trống ô số liệu. Không dùng công thức. Ô để trống giữ nguyên số đang có.";

function writeHead(sheet: Worksheet, model: TemplateSheet, setTitle: string): void {
  const place = model.parentLabel ? `${model.unitLabel}, ${model.parentLabel}` : model.unitLabel;
  const lines: [text: string, size: number, bold: boolean][] = [
    [`PHIẾU SỐ LIỆU ${formatPeriod(model.period).toLocaleUpperCase("vi")}`, 14, true],
    [`${place} · ${setTitle}${model.isIllustrative ? " · Số liệu minh họa" : ""}`, 12, true],
    [model.lock ? `${model.lock} Tệp này chỉ để xem.` : HELP, 11, false],
  ];
  for (const [index, [text, size, bold]] of lines.entries()) {
    const cell = sheet.getCell(`A${index + 1}`);
    writeText(cell, text);
    cell.font = { ...FONT, size, bold };
  }
  const heads: [column: string, text: string][] = [
    [COLUMNS.code, "Mã"],
    [COLUMNS.title, "Chỉ tiêu"],
    [COLUMNS.unit, "Đơn vị tính"],
    [COLUMNS.threshold, "Mức đạt chuẩn"],
    [COLUMNS.previous, formatPeriod(model.previousPeriod, "start")],
    [COLUMNS.value, "Số liệu kỳ này"],
    [COLUMNS.numerator, "Tử số"],
    [COLUMNS.denominator, "Mẫu số"],
    [COLUMNS.note, "Ghi chú"],
  ];
  for (const [column, text] of heads) {
    const cell: Cell = sheet.getCell(`${column}${HEADER_ROW}`);
    writeText(cell, text);
    cell.font = { ...FONT, bold: true };
    cell.alignment = CENTRED;
    cell.fill = HEAD_FILL;
    cell.border = THIN_BORDER;
  }
  sheet.getRow(HEADER_ROW).height = 32;
  const mark = sheet.getCell(`${COLUMNS.key}1`);
  writeText(
    mark,
    writeMark({ unit: model.unitCode, set: model.setCode, period: model.period, version: model.version }),
  );
}

function setUpSheet(sheet: Worksheet, model: TemplateSheet): void {
  for (const [column, width] of WIDTHS) sheet.getColumn(column).width = width;
  for (const column of [COLUMNS.key, COLUMNS.base]) sheet.getColumn(column).hidden = true;
  sheet.views = [{ state: "frozen", ySplit: HEADER_ROW, activeCell: `${COLUMNS.value}${HEADER_ROW + 2}` }];
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = `&L${model.unitLabel.replaceAll("&", "&&")} · ${formatPeriod(model.period)}&RTrang &P/&N`;
}

/** Sheet names are at most 31 characters, without seven signs, and differ without regard to case. */
export function nameSheets(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const base =
      label
        .replace(/[[\]:*?/\\']/g, " ")
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, 31) || "Phiếu";
    let name = base;
    for (let count = 2; taken.has(name.toLocaleLowerCase("vi")); count += 1) {
      const suffix = ` (${count})`;
      name = base.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(name.toLocaleLowerCase("vi"));
    return name;
  });
}

function writeGuide(workbook: Workbook, model: TemplateModel): void {
  const sheet = workbook.addWorksheet("Hướng dẫn");
  sheet.getColumn("A").width = 100;
  const lines = [
    `Phiếu số liệu của ${model.sheets.length} đơn vị · ${model.setTitle}`,
    "Mỗi đơn vị một trang tính. Điền xong, lưu tệp rồi chọn tệp này ở bước 2 của trang Nhập từ Excel.",
    HELP,
    "Có lỗi ở một ô của một đơn vị thì cả tệp chưa được ghi; sửa ô đó rồi chọn lại tệp.",
  ];
  for (const [index, line] of lines.entries()) {
    const cell = sheet.getCell(`A${index + 1}`);
    writeText(cell, line);
    cell.font = { ...FONT, bold: index === 0 };
    cell.alignment = { wrapText: true, vertical: "top" };
  }
}

/**
 * The workbook to fill in: one sheet per unit, locked but for the cells to fill, with choices where words are
 * wanted, and a hidden mark by which a wrong unit, set or period is told when it comes back.
 * Whatever is written is text or a number, never a formula.
 */
export async function buildTemplate(model: TemplateModel): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "NTM Tracker";
  if (model.sheets.length > 1) writeGuide(workbook, model);
  const names = nameSheets(model.sheets.map((sheet) => sheet.unitLabel));
  for (const [index, sheetModel] of model.sheets.entries()) {
    const sheet = workbook.addWorksheet(names[index] ?? `Phiếu ${index + 1}`);
    setUpSheet(sheet, sheetModel);
    writeHead(sheet, sheetModel, model.setTitle);
    let row = HEADER_ROW + 1;
    for (const criterion of sheetModel.resolved.criteria)
      row = writeCriterion(sheet, row, criterion, sheetModel);
    // No password: the lock keeps fingers off, it keeps no secret. Widths may be changed to read long wording.
    await sheet.protect("", {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
