/** Shapes of an import. Plain JSON: the read cells wait in the database between preview and commit. */

import type { DecimalText, FigureInput } from "@/lib/scoring/types";

/** One cell as the file has it. */
export type RawCell =
  /** A number; `percent` when its format shows it as a percentage (0.715 shown as 71,5%). */
  | { kind: "number"; value: DecimalText; percent?: true }
  | { kind: "text"; text: string }
  | { kind: "yes-no"; value: boolean }
  /** Excel takes "1,5" for the first of May in some settings. */
  | { kind: "date"; text: string }
  | { kind: "formula" }
  | { kind: "error"; text: string };

export interface RawRow {
  /** Row number as Excel shows it. */
  number: number;
  /** Column letters → cell; empty cells are left out. */
  cells: Record<string, RawCell>;
}

export interface RawSheet {
  name: string;
  isHidden: boolean;
  rows: RawRow[];
}

export interface RawWorkbook {
  sheets: RawSheet[];
}

/** What a template says of itself in its hidden column. */
export interface TemplateMark {
  unit: string;
  set: string;
  period: string;
  /** Beginning of the checksum of the criteria set's file. */
  version: string;
}

/** What stood in a template's cells when it was downloaded, to tell what the user changed. */
export interface BaseFigure extends FigureInput {
  note: string | null;
}

/** One line of a sheet that speaks of one indicator. */
export interface SheetLine {
  row: number;
  indicatorId: number;
  /** Column letters of the cells, for addresses. */
  columns: LineColumns;
  value: RawCell | null;
  numerator: RawCell | null;
  denominator: RawCell | null;
  note: RawCell | null;
  /** Null for a sheet of the user's own. */
  base: BaseFigure | null;
}

export interface LineColumns {
  value: string;
  numerator: string | null;
  denominator: string | null;
  note: string | null;
}

/** How the columns of a user's own sheet are read; letters as Excel shows them. */
export interface ColumnMapping {
  sheet: string;
  /** Last row of the heading; figures are below. */
  headerRow: number;
  code: string | null;
  name: string | null;
  value: string;
  numerator: string | null;
  denominator: string | null;
  note: string | null;
}

/** "Trang!F27" → the reading chosen. */
export type Answers = Readonly<Record<string, DecimalText>>;

/** Something wrong on a sheet that belongs to no indicator. */
export interface SheetProblem {
  address: string | null;
  message: string;
}

export interface CellQuestion {
  key: string;
  address: string;
  /** As it stands in the file. */
  text: string;
  message: string;
  candidates: DecimalText[];
  answer: DecimalText | null;
}

export type PlanState =
  /** Will be written. */
  | "change"
  /** The file says what is stored. */
  | "same"
  /** Nothing in the file; what is stored stays. */
  | "empty"
  | "error"
  | "question";

export interface PlanItem {
  indicatorId: number;
  criterionNumber: number;
  code: string;
  title: string;
  /** Cell of the value, or the row's first filled cell: "F27". */
  address: string;
  state: PlanState;
  /** In words; null when there is none. */
  before: string | null;
  after: string | null;
  noteBefore: string | null;
  /** Null when the note stays. */
  noteAfter: string | null;
  /** Errors by address, or remarks on a change. */
  messages: string[];
  question: CellQuestion | null;
  /** Version of the stored figure this plan was made against; 0 for none. */
  version: number;
  /** What to write; null unless `change`. */
  next: BaseFigure | null;
}
