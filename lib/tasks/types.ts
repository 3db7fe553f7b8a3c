export type SheetStatus = "absent" | "draft" | "submitted" | "returned" | "verified" | "approved";

/** One unit's sheet for one set and period, begun or not. Dates are ISO. */
export interface SheetFact {
  unitCode: string;
  unitLabel: string;
  setCode: string;
  setTitle: string;
  period: string;
  status: SheetStatus;
  enteredCount: number;
  indicatorCount: number;
  /** The unit's own extension, else the set's deadline; null when none is set. */
  dueOn: string | null;
  returnReason: string | null;
  returnedOn: string | null;
  submittedOn: string | null;
  isIllustrative: boolean;
}

/** A task that a document gives, not yet done. */
export interface TaskFact {
  id: number;
  title: string;
  unitCode: string;
  unitLabel: string;
  documentCode: string | null;
  documentLabel: string | null;
  reference: string | null;
  criterionNumber: number | null;
  deadline: string | null;
  deadlineText: string | null;
  recurrence: string | null;
  responsible: readonly string[];
  inProgress: boolean;
  isIllustrative: boolean;
}

/** What a unit promised by a day, not yet reached as far as the figures say. */
export interface MilestoneFact {
  id: number;
  title: string;
  unitCode: string;
  unitLabel: string;
  setCode: string;
  documentLabel: string | null;
  criterionNumber: number | null;
  dueOn: string;
  dueText: string;
  isIllustrative: boolean;
}

export interface WorkFacts {
  sheets: readonly SheetFact[];
  tasks: readonly TaskFact[];
  milestones: readonly MilestoneFact[];
}

export interface WorkReader {
  /** ISO date in Vietnam. */
  today: string;
  /** Enters figures: a due sheet is this person's own work and links to the entry page. */
  entersFigures: boolean;
  /** Sees several units: items name their unit, unsent sheets are told as one item. */
  seesManyUnits: boolean;
}

export type WorkGroupKey = "overdue" | "returned" | "soon" | "later";

export interface WorkItem {
  key: string;
  title: string;
  href: string;
  meta: string;
  /** The reviewer's words. */
  quote: string | null;
  /** As shown: "13/12/2024" or "quý IV/2024". */
  due: string;
  /** ISO, for <time>; null when the deadline is only words. */
  dueOn: string | null;
  tag: { tone: "late" | "soon" | "returned" | "neutral"; text: string };
  isIllustrative: boolean;
}

export interface WorkGroup {
  key: WorkGroupKey;
  title: string;
  items: WorkItem[];
}

export interface WorkList {
  /** Only groups with something in them, most pressing first. */
  groups: WorkGroup[];
  /** "Thứ Hai, 30/12/2024. Có 2 việc quá hạn và 1 phiếu bị trả lại." */
  lead: string;
  total: number;
  isIllustrative: boolean;
}
