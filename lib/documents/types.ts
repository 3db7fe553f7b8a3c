import type { Deadline } from "@/lib/numbers/deadlines";
import type { DocumentTypeCode, FactKindCode } from "./constants";
import type { StoredMeeting, StoredReference, StoredSignature } from "./stored-json";

export interface DocumentFilter {
  type: DocumentTypeCode | null;
  year: number | null;
}

export interface DocumentListItem {
  code: string;
  type: DocumentTypeCode;
  typeText: string;
  /** "37-NQ/ĐU", or "không có số". */
  numberText: string;
  /** "13/01/2023", the printed words, or "không in ngày". */
  dateText: string;
  year: number | null;
  subject: string;
  issuerName: string;
  /** Units the document is about: "Xã Bản Bo". */
  units: string[];
  factCount: number;
  taskCount: number;
  /** Remarks on the copy, among them figures that do not agree. */
  flagCount: number;
}

export interface DocumentList {
  items: DocumentListItem[];
  /** Of all documents in reach, for the filters. */
  types: DocumentTypeCode[];
  years: number[];
  total: number;
}

/** One line of the header: what is printed, or that it is not. */
export interface HeaderLine {
  label: string;
  /** Null: the copy does not print it. */
  value: string | null;
}

export interface FactRow {
  key: string;
  label: string;
  printed: string;
  valueText: string;
  periodText: string;
  sourceLine: number | null;
  note: string | null;
  /** "in 211,8 %, tính lại 198,9 %"; null when the figure agrees or cannot be checked. */
  inconsistency: string | null;
}

export interface FactGroup {
  kind: FactKindCode;
  title: string;
  rows: FactRow[];
}

export interface DocumentTaskRow {
  id: number;
  reference: string | null;
  title: string;
  /** "Tiêu chí 11 (Nghèo đa chiều)". */
  criterionText: string | null;
  responsible: string[];
  coordinating: string[];
  deadlineText: string | null;
  deadline: Deadline | null;
  isDone: boolean;
  recurrence: string | null;
  note: string | null;
}

export interface DocumentTargetRow {
  id: number;
  label: string;
  printed: string;
  periodText: string;
  /** Code of the indicator or number of the criterion it is tracked under. */
  linkText: string | null;
}

export interface DocumentMilestoneRow {
  id: number;
  title: string;
  dueText: string;
  targetText: string | null;
}

export interface DocumentVillageRow {
  id: number;
  villageText: string;
  standard: string;
  statusText: string;
  asOfText: string;
  note: string | null;
}

export interface DocumentResultRow {
  unitCode: string;
  unitLabel: string;
  setCode: string;
  setTitle: string;
  period: string;
  periodText: string;
  met: number;
  total: number;
  phrase: string | null;
  derivedNote: string | null;
  /** Whether a conclusion notice can be written from it. */
  hasNotice: boolean;
}

export interface DocumentView {
  code: string;
  typeText: string;
  subject: string;
  headerLines: HeaderLine[];
  signature: StoredSignature;
  meeting: StoredMeeting | null;
  recipients: string[];
  references: StoredReference[];
  limitations: string[];
  causes: string[];
  anomalies: string[];
  sourceFile: string;
  units: { code: string; label: string; isCommune: boolean }[];
  results: DocumentResultRow[];
  factGroups: FactGroup[];
  factCount: number;
  inconsistencyCount: number;
  tasks: DocumentTaskRow[];
  targets: DocumentTargetRow[];
  milestones: DocumentMilestoneRow[];
  villages: DocumentVillageRow[];
}
