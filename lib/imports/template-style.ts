import type { Alignment, Borders, Cell, Fill, Font } from "exceljs";

/** The look of the template: the typeface of Vietnamese offices, pale yellow for what is to be filled. */
export const FONT: Partial<Font> = { name: "Times New Roman", size: 11, color: { argb: "FF1F1D1A" } };
export const CENTRED: Partial<Alignment> = { horizontal: "center", vertical: "middle", wrapText: true };

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
export const INPUT_FILL = solid("FFFFF7D6");
export const HEAD_FILL = solid("FFE4ECE6");
export const GROUP_FILL = solid("FFF6F4EF");

const line = { style: "thin" as const, color: { argb: "FFC9C2B5" } };
export const THIN_BORDER: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** Text cells stay text: a wording or note that begins with "=", "+", "-" or "@" never becomes a formula. */
export function writeText(cell: Cell, text: string): void {
  cell.value = text;
  cell.numFmt = "@";
}
