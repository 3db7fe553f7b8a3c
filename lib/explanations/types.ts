import type { AssignmentView } from "@/lib/assignments/types";
import type { EvidenceList } from "@/lib/evidence/types";
import type { ProvenanceName } from "@/lib/gaps/threshold-text";
import type { HistoryEntry } from "@/lib/history/types";
import type { DataProvenance, DisplayState } from "@/lib/scoring/types";

/** A step of the search for a threshold, most specific first. */
export interface ThresholdStep {
  label: string;
  /** "≥ 95 %"; null when there is no row at this step. */
  text: string | null;
  isChosen: boolean;
}

/** One threshold row of the indicator and why it was or was not taken. */
export interface ThresholdRowView {
  id: number;
  /** Whom it is for: "vùng Bắc Trung Bộ, năm 2024". */
  scope: string;
  text: string;
  why: string;
  isChosen: boolean;
  provenance: DataProvenance;
  source: string;
}

export interface QuarterView {
  period: string;
  /** "IV/24". */
  tick: string;
  value: string | null;
  /** For drawing only. */
  size: number | null;
  state: DisplayState;
  isSettled: boolean;
}

export interface PartView {
  code: string;
  title: string;
  href: string;
  value: string | null;
  state: DisplayState;
}

/** Everything that a figure's page shows, in words. */
export interface FigurePage {
  unit: { code: string; label: string };
  set: { code: string; shortTitle: string; legalBasis: string[] };
  period: string;
  isIllustrative: boolean;
  criterion: { number: number; title: string };
  indicator: {
    id: number;
    code: string;
    title: string;
    isParent: boolean;
    wording: DataProvenance;
    sources: string[];
  };
  /** "94,86"; null when nothing is entered or the indicator only sums up its parts. */
  value: string | null;
  unitText: string;
  /** "7.526 / 7.934". */
  ratio: { text: string; labels: string } | null;
  note: string | null;
  state: DisplayState;
  distance: string | null;
  sentence: string;
  exemption: { reason: string; documentText: string } | null;
  threshold: {
    text: string | null;
    reason: string;
    steps: ThresholdStep[];
    rows: ThresholdRowView[];
    provenance: ProvenanceName;
    source: string | null;
    note: string | null;
  };
  parts: PartView[];
  /** The code of the indicator this is a part of. */
  parent: { code: string; href: string } | null;
  quarters: QuarterView[];
  /** Drawn as a dashed line; null when it cannot be. */
  thresholdSize: number | null;
  entered: { who: string; when: string } | null;
  sheet: {
    statusText: string;
    provenance: "self_assessed" | "verified" | "recognised";
    basis: "scored" | "recorded";
    document: { code: string; subject: string } | null;
    sent: { who: string; when: string } | null;
    decided: { who: string; when: string } | null;
  } | null;
  review: { who: string; when: string; text: string } | null;
  assignment: AssignmentView | null;
  history: HistoryEntry[];
  evidence: EvidenceList;
  canAddEvidence: boolean;
  /** Why evidence cannot be changed now, for those who otherwise could. */
  lockMessage: string | null;
}
