import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { DocumentTree } from "../document/types";
import type { LayoutProfile } from "../layout/schema";
import { drawBlocks } from "./blocks";
import { drawLetterhead, drawTitle } from "./letterhead";
import { drawSignature } from "./signature";
import { defineStyles, STYLE } from "./styles";

/** Page number centred in the top margin, from the second page of each section on. */
function drawPageHeaders(profile: LayoutProfile): ISectionOptions["headers"] {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: profile.pageNumber.size });
  return {
    default: new Header({
      children: [
        new Paragraph({ style: STYLE.letterhead, alignment: AlignmentType.CENTER, children: [number] }),
      ],
    }),
    first: new Header({ children: [new Paragraph({ style: STYLE.letterhead })] }),
  };
}

function drawBodySection(tree: DocumentTree, profile: LayoutProfile): ISectionOptions {
  const { width, height, margin } = profile.page;
  return {
    properties: { titlePage: true, page: { size: { width, height }, margin, pageNumbers: { start: 1 } } },
    headers: drawPageHeaders(profile),
    children: [
      drawLetterhead(tree, profile),
      ...drawTitle(tree, profile),
      ...drawBlocks(tree.body, profile, width - margin.left - margin.right),
      drawSignature(tree, profile),
      // Word needs a paragraph after a table that ends a section; one point high, it adds no page.
      new Paragraph({ style: STYLE.letterhead, spacing: { line: 20, lineRule: "exact" } }),
    ],
  };
}

function drawAnnexSection(tree: DocumentTree, profile: LayoutProfile): ISectionOptions[] {
  if (tree.annex === null) return [];
  const { width, height, margin } = profile.page;
  return [
    {
      properties: {
        titlePage: true,
        page: {
          // The library swaps the two for a landscape page.
          size: { width, height, orientation: PageOrientation.LANDSCAPE },
          margin,
          pageNumbers: { start: 1 },
        },
      },
      headers: drawPageHeaders(profile),
      children: drawBlocks(tree.annex, profile, height - margin.left - margin.right),
    },
  ];
}

/**
 * A document tree as a Word file.
 * @param author who exports it, for the file's properties
 */
export async function renderDocx(
  tree: DocumentTree,
  profile: LayoutProfile,
  author: string,
): Promise<Uint8Array> {
  const document = new Document({
    title: tree.title,
    subject: tree.titleBlock.typeName,
    creator: author,
    lastModifiedBy: author,
    styles: defineStyles(profile),
    sections: [drawBodySection(tree, profile), ...drawAnnexSection(tree, profile)],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
