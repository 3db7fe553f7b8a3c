/** The figure that evidence stands behind. */
export interface EvidencePlace {
  unit: string;
  set: string;
  period: string;
  indicatorId: number;
}
