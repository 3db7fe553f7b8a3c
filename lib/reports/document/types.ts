/**
 * A document as a tree of plain JSON: what stands on paper, in order, without saying how a format
 * draws it. Word is drawn from it today; the preview on screen is; PDF can be.
 */

/** Where a piece of text comes from; "form" is the fixed wording of the genre. */
export type TextOrigin = "document" | "figures" | "units" | "form";

export interface TextRun {
  kind: "text";
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Live data: the preview marks it. Absent for wording. */
  origin?: Exclude<TextOrigin, "form">;
}

/**
 * A slot nobody has filled. "named" prints "[cần bổ sung: …]" highlighted; "blank" leaves the room
 * in which a clerk writes (document number, day).
 */
export interface MissingRun {
  kind: "missing";
  slot: string;
  label: string;
  form: "named" | "blank";
  /** Printed room of a blank. */
  blank?: string;
  bold?: boolean;
  italic?: boolean;
}

export type Run = TextRun | MissingRun;

export interface Paragraph {
  kind: "paragraph";
  runs: Run[];
  keepNext?: boolean;
}

export interface Heading {
  kind: "heading";
  level: 1 | 2;
  runs: Run[];
}

/** "(1) …": the ordinal is printed text, as offices type it. */
export interface NumberedParagraph {
  kind: "numbered";
  ordinal: number;
  runs: Run[];
}

export interface TableBlock {
  kind: "table";
  columns: { title: string; weight: number; align: "left" | "center" }[];
  rows: Run[][][];
}

/** Centred lines above an annex table. */
export interface AnnexTitle {
  kind: "annex-title";
  word: string;
  title: string;
  reference: Run[];
}

export type Block = Paragraph | Heading | NumberedParagraph | TableBlock | AnnexTitle;

export interface HeaderBlock {
  /** Lines; null for a body that has none above it on paper. */
  parent: Run[][] | null;
  issuer: Run[][];
  number: Run[];
  placeDate: Run[];
  /** "DỰ THẢO", "SỐ LIỆU MINH HỌA". */
  marks: string[];
}

export interface TitleBlock {
  typeName: string;
  /** Capital line under the type: "KẾT LUẬN CỦA …". */
  headline: Run[];
  subject: Run[];
}

export interface SignatureBlock {
  authorityLines: string[];
  position: string;
  name: Run[];
}

export interface DocumentTree {
  profile: "party" | "state";
  /** For file properties and window titles. */
  title: string;
  header: HeaderBlock;
  titleBlock: TitleBlock;
  body: Block[];
  recipients: Run[][];
  signature: SignatureBlock;
  /** Landscape section of its own, pages counted from 1. */
  annex: Block[] | null;
}
