import {
  AlignmentType,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { say } from "../document/runs";
import type { AnnexTitle, Block, TableBlock } from "../document/types";
import type { LayoutProfile } from "../layout/schema";
import { drawRuns, drawText } from "./runs";
import { STYLE } from "./styles";

const CELL_MARGIN = { top: 40, bottom: 40, left: 85, right: 85, marginUnitType: WidthType.DXA };

function drawTable(block: TableBlock, width: number): Table {
  const total = block.columns.reduce((sum, column) => sum + column.weight, 0);
  const widths = block.columns.map((column) => Math.floor((width * column.weight) / total));
  const cell = (children: ReturnType<typeof drawRuns>, index: number, alignment: "left" | "center") =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: CELL_MARGIN,
      children: [
        new Paragraph({
          style: STYLE.cell,
          alignment: alignment === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
          children,
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, index) =>
          cell(drawText(column.title, { bold: true }), index, "center"),
        ),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: block.columns.map((column, index) =>
              cell(drawRuns(row[index] ?? []), index, column.align),
            ),
          }),
      ),
    ],
  });
}

function drawAnnexTitle(block: AnnexTitle, profile: LayoutProfile): Paragraph[] {
  const look = { size: profile.annex.size, bold: profile.annex.bold };
  return [
    new Paragraph({ style: STYLE.letterhead, keepNext: true, children: drawText(block.word, look) }),
    new Paragraph({ style: STYLE.letterhead, keepNext: true, children: drawText(block.title, look) }),
    new Paragraph({
      style: STYLE.letterhead,
      keepNext: true,
      spacing: { after: 200 },
      children: drawRuns(block.reference, { italics: true }),
    }),
  ];
}

function drawBlock(block: Block, profile: LayoutProfile, width: number): FileChild[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ style: STYLE.body, keepNext: block.keepNext, children: drawRuns(block.runs) })];
    case "heading": {
      const style = block.level === 1 ? STYLE.heading : STYLE.subheading;
      return [new Paragraph({ style, children: drawRuns(block.runs) })];
    }
    case "numbered":
      return [
        new Paragraph({
          style: STYLE.numbered,
          children: drawRuns([say(`(${block.ordinal}) `), ...block.runs]),
        }),
      ];
    case "table":
      return [drawTable(block, width)];
    case "annex-title":
      return drawAnnexTitle(block, profile);
  }
}

/**
 * Blocks of the body as Word paragraphs and tables.
 * @param width room for a table, in twips
 */
export function drawBlocks(blocks: readonly Block[], profile: LayoutProfile, width: number): FileChild[] {
  return blocks.flatMap((block) => drawBlock(block, profile, width));
}
