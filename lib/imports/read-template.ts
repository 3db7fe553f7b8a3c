import { listFields } from "@/lib/entry/fields";
import type { ResolvedSet } from "@/lib/scoring/types";
import { COLUMNS, HEADER_ROW, readBase, readKey, readMark } from "./template-layout";
import type { RawCell, RawSheet, RawWorkbook, SheetLine, SheetProblem, TemplateMark } from "./types";

export interface MarkedSheet {
  sheet: RawSheet;
  mark: TemplateMark;
}

function readTextCell(cell: RawCell | undefined): string {
  return cell?.kind === "text" ? cell.text : "";
}

/** Sheets that carry the hidden mark of our template. */
export function findMarkedSheets(workbook: RawWorkbook): MarkedSheet[] {
  return workbook.sheets.flatMap((sheet) => {
    const first = sheet.rows.find((row) => row.number === 1);
    const mark = readMark(readTextCell(first?.cells[COLUMNS.key]));
    return mark ? [{ sheet, mark }] : [];
  });
}

/** Lines of a template's sheet: which indicator each row speaks of is in its hidden column, wherever the row was moved. */
export function readTemplateSheet(
  sheet: RawSheet,
  set: ResolvedSet,
): { lines: SheetLine[]; problems: SheetProblem[] } {
  const idOf = new Map(
    listFields(set).map(({ criterionNumber, indicator }) => [
      `${criterionNumber}/${indicator.code}`,
      indicator.id,
    ]),
  );
  const lines: SheetLine[] = [];
  const problems: SheetProblem[] = [];
  for (const { number: row, cells } of sheet.rows) {
    if (row <= HEADER_ROW) continue;
    const key = readKey(readTextCell(cells[COLUMNS.key]));
    if (!key) continue;
    const indicatorId = idOf.get(`${key.criterionNumber}/${key.code}`);
    if (indicatorId === undefined) {
      problems.push({
        address: `${COLUMNS.value}${row}`,
        message: `Dòng ${row}: bộ tiêu chí không có chỉ tiêu ${key.code}. Tải mẫu mới rồi chép số liệu sang.`,
      });
      continue;
    }
    lines.push({
      row,
      indicatorId,
      columns: {
        value: COLUMNS.value,
        numerator: COLUMNS.numerator,
        denominator: COLUMNS.denominator,
        note: COLUMNS.note,
      },
      value: cells[COLUMNS.value] ?? null,
      numerator: cells[COLUMNS.numerator] ?? null,
      denominator: cells[COLUMNS.denominator] ?? null,
      note: cells[COLUMNS.note] ?? null,
      base: readBase(readTextCell(cells[COLUMNS.base])),
    });
  }
  return { lines, problems };
}
