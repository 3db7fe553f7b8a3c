/** Who answers for a criterion in a unit. Days are "2024-12-25". */
export interface AssignmentView {
  id: number;
  criterionId: number;
  officialName: string;
  position: string | null;
  /** "Hội LHPN xã"; the organisation that takes the criterion under its wing. */
  sponsorName: string | null;
  fromDate: string;
  /** Last day; null while it goes on. */
  toDate: string | null;
  isIllustrative: boolean;
}

export interface CriterionAssignments {
  criterionId: number;
  number: number;
  title: string;
  /** Who answers on the day in view; null when nobody is named. */
  current: AssignmentView | null;
  /** Begins after the day in view. */
  next: AssignmentView | null;
  /** Ended before the day in view, newest first. */
  past: AssignmentView[];
}
