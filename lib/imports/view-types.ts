import type { Totals } from "@/lib/scoring/types";
import type { ImportOutcome } from "./schema";
import type { ColumnMapping, PlanItem, PlanState } from "./types";

export interface UnitPreview {
  unitCode: string;
  unitLabel: string;
  sheetName: string;
  items: PlanItem[];
  /** Rows of a user's own sheet that hold a value and speak of no indicator. */
  skipped: { row: number; text: string }[];
  /** Null when the sheet cannot be judged; then `stop` says why. */
  before: Totals | null;
  after: Totals | null;
  /** What stops the whole unit: a lock, an unknown period, a line twice. */
  stop: string | null;
}

export interface ColumnMappingView {
  sheets: string[];
  sheet: string;
  headerRow: number;
  columns: { column: string; heading: string; sample: string }[];
  proposal: ColumnMapping | null;
  /** Whether the proposal was chosen by the user, now or for an earlier file. */
  isChosen: boolean;
}

export interface ImportPreview {
  id: string;
  kind: "template" | "many" | "own";
  unitCode: string;
  unitLabel: string;
  setCode: string;
  setTitle: string;
  period: string;
  fileName: string;
  mapping: ColumnMappingView | null;
  needsMapping: boolean;
  units: UnitPreview[];
  counts: Record<PlanState, number>;
  stops: string[];
  outcome: ImportOutcome | null;
}
