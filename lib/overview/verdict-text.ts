import { displayState, verdictOfState } from "@/lib/scoring/display";
import type { DisplayState, Verdict } from "@/lib/scoring/types";

/** A criterion's stored verdict as the compact SQL text carries it. */
export interface StoredVerdict {
  verdict: Verdict;
  isNear: boolean;
}

const LETTERS: Record<string, StoredVerdict> = {
  m: { verdict: "met", isNear: false },
  n: { verdict: "met", isNear: true },
  u: { verdict: "unmet", isNear: false },
  x: { verdict: "missing", isNear: false },
  e: { verdict: "exempt", isNear: false },
  d: { verdict: "undefined-threshold", isNear: false },
};

/**
 * Reads "1m 2u 3n" (criterion number and letter, one pair per stored row). A text costs the database
 * and the driver a fraction of one row per verdict.
 * @throws on a letter that the SQL does not write
 */
export function readVerdicts(text: string | null): Map<number, StoredVerdict> {
  const verdicts = new Map<number, StoredVerdict>();
  for (const pair of text ? text.split(" ") : []) {
    const stored = LETTERS[pair.slice(-1)];
    if (!stored) throw new Error(`Unknown verdict letter in "${pair}"`);
    verdicts.set(Number(pair.slice(0, -1)), stored);
  }
  return verdicts;
}

/** How one criterion shows beside the verdict of the period before. */
export function showVerdict(current: StoredVerdict, previous: StoredVerdict | undefined): DisplayState {
  return displayState(current, previous?.verdict);
}

/** near counts as met. */
export function countsAsMet(state: DisplayState): boolean {
  return verdictOfState(state) === "met";
}
