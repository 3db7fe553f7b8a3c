import { AlignmentType, Paragraph, type Table } from "docx";
import { say } from "../document/runs";
import type { DocumentTree } from "../document/types";
import type { LayoutProfile } from "../layout/schema";
import { drawPlainTable } from "./plain-table";
import { drawRuns, drawText } from "./runs";
import { STYLE } from "./styles";

/** The blocks stand a line below the text. */
const SPACE_ABOVE = 200;

/** Foot of the document: recipients on the left, signature on the right, never torn apart by a page end. */
export function drawSignature(tree: DocumentTree, profile: LayoutProfile): Table {
  const { recipients: look, authority, position, signerName } = profile;
  const list = tree.recipients.map((runs, index) => {
    const end = index === tree.recipients.length - 1 ? look.lastEnd : look.itemEnd;
    return new Paragraph({
      style: STYLE.recipients,
      children: drawRuns([say(look.bullet), ...runs, say(end)]),
      indent: { left: 142, hanging: 142 },
    });
  });
  const label = new Paragraph({
    style: STYLE.recipients,
    alignment: AlignmentType.LEFT,
    spacing: { before: SPACE_ABOVE },
    children: drawText(look.label, {
      size: look.labelSize,
      bold: look.labelBold,
      italics: look.labelItalic,
      underline: look.labelUnderline,
    }),
  });
  const centred = (children: ReturnType<typeof drawRuns>, before = 0) =>
    new Paragraph({
      style: STYLE.letterhead,
      keepNext: true,
      keepLines: true,
      spacing: { before },
      children,
    });
  const { signature } = tree;
  const right = [
    ...signature.authorityLines.map((line, index) =>
      centred(drawText(line, { size: authority.size, bold: authority.bold }), index === 0 ? SPACE_ABOVE : 0),
    ),
    centred(drawText(signature.position, { size: position.size, bold: position.bold })),
    new Paragraph({
      style: STYLE.letterhead,
      keepLines: true,
      spacing: { before: signerName.gap },
      children: drawRuns(signature.name, { size: signerName.size, bold: signerName.bold }),
    }),
  ];
  return drawPlainTable(profile.footerColumns, [[label, ...list], right]);
}
