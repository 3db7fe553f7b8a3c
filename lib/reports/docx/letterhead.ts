import { BorderStyle, Paragraph, type Table } from "docx";
import { measureBoldLine } from "../document/text-width";
import type { DocumentTree } from "../document/types";
import type { LayoutProfile } from "../layout/schema";
import { drawPlainTable } from "./plain-table";
import { drawRuns, drawText } from "./runs";
import { STYLE } from "./styles";

const RULE = { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" };

/** A centred line with, where the rule asks, a border below exactly as long as its text. */
function drawNationalLine(line: LayoutProfile["nationalTitle"][number], columnWidth: number): Paragraph {
  const side = Math.max(0, Math.floor((columnWidth - measureBoldLine(line.text, line.size)) / 2));
  return new Paragraph({
    style: STYLE.letterhead,
    children: drawText(line.text, { size: line.size, bold: line.bold }),
    ...(line.rule === "text" ? { indent: { left: side, right: side }, border: { bottom: RULE } } : {}),
  });
}

function drawIssuerMark(profile: LayoutProfile, columnWidth: number): Paragraph {
  if (profile.issuerMark === "asterisk") {
    return new Paragraph({ style: STYLE.letterhead, children: drawText("*", { size: profile.issuer.size }) });
  }
  const side = Math.floor(columnWidth * 0.35);
  return new Paragraph({
    style: STYLE.letterhead,
    indent: { left: side, right: side },
    spacing: { line: 60 },
    border: { bottom: RULE },
  });
}

/** Top of the first page: bodies and number on the left, national or Party title, place and date on the right. */
export function drawLetterhead(tree: DocumentTree, profile: LayoutProfile): Table {
  const { header } = tree;
  const [left, right] = profile.headerColumns;
  const centred = (children: ReturnType<typeof drawRuns>, before = 0) =>
    new Paragraph({ style: STYLE.letterhead, children, spacing: { before } });
  const leftCell = [
    ...(header.parent ?? []).map((line) => centred(drawRuns(line, profile.parent))),
    ...header.issuer.map((line) => centred(drawRuns(line, profile.issuer))),
    drawIssuerMark(profile, left),
    centred(drawRuns(header.number, { size: profile.number.size })),
    ...header.marks.map((mark, index) =>
      centred(
        drawText(mark, { size: profile.draftMark.size, bold: profile.draftMark.bold }),
        index === 0 ? 80 : 0,
      ),
    ),
  ];
  const rightCell = [
    ...profile.nationalTitle.map((line) => drawNationalLine(line, right)),
    centred(
      drawRuns(header.placeDate, { size: profile.placeDate.size, italics: profile.placeDate.italic }),
      160,
    ),
  ];
  return drawPlainTable(profile.headerColumns, [leftCell, rightCell]);
}

/** Type, capital line, subject and what stands under it. */
export function drawTitle(tree: DocumentTree, profile: LayoutProfile): Paragraph[] {
  const { typeName, headline, subject } = tree.titleBlock;
  const mark = profile.subject.underMark;
  return [
    new Paragraph({ style: STYLE.typeName, children: drawText(typeName) }),
    ...(headline.length > 0 ? [new Paragraph({ style: STYLE.subject, children: drawRuns(headline) })] : []),
    new Paragraph({ style: STYLE.subject, children: drawRuns(subject) }),
    new Paragraph({
      style: STYLE.letterhead,
      spacing: { after: 240 },
      children: mark === null ? [] : drawText(mark, { size: profile.subject.size }),
      ...(mark === null ? { indent: { left: 3600, right: 3600 }, border: { top: RULE } } : {}),
    }),
  ];
}
