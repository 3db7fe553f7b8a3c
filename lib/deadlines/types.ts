/** Days by which the sheets of one period are due. Days are "2024-12-25". */
export interface PeriodDeadlines {
  period: string;
  /** For every unit; null when none is set. */
  dueOn: string | null;
  extensions: { unitCode: string; unitLabel: string; dueOn: string; reason: string | null }[];
}
