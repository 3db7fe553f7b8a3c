import type { Finding } from "@/lib/plausibility/types";

/** Indicator (or limb) id → what looks wrong there, worst first. */
export type FindingIndex = ReadonlyMap<number, readonly Finding[]>;

export const EMPTY_FINDINGS: FindingIndex = new Map();

function isSame(a: readonly Finding[] | undefined, b: readonly Finding[]): boolean {
  return (
    a !== undefined &&
    a.length === b.length &&
    a.every((one, place) => one.message === b[place]?.message && one.isExplained === b[place]?.isExplained)
  );
}

/** Findings by field, keeping the identity of every list that says the same: its row need not be drawn again. */
export function indexFindings(before: FindingIndex, findings: readonly Finding[]): FindingIndex {
  if (findings.length === 0) return before.size === 0 ? before : EMPTY_FINDINGS;
  const lists = new Map<number, Finding[]>();
  for (const finding of findings) {
    const list = lists.get(finding.indicatorId);
    if (list) list.push(finding);
    else lists.set(finding.indicatorId, [finding]);
  }
  const index = new Map<number, readonly Finding[]>();
  for (const [id, list] of lists) {
    const old = before.get(id);
    index.set(id, old && isSame(old, list) ? old : list);
  }
  return index;
}
