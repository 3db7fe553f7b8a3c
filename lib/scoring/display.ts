import type { DisplayState, Verdict } from "./types";

/**
 * How a verdict shows. Regressed (met before, unmet now) and near (met with a thin margin) are shades of
 * unmet and met: they never change a count.
 * @param previous verdict of the period compared with, if there is one
 */
export function displayState(
  score: { verdict: Verdict; isNear: boolean },
  previous?: Verdict | null,
): DisplayState {
  if (score.verdict === "unmet" && previous === "met") return "regressed";
  if (score.verdict === "met" && score.isNear) return "near";
  return score.verdict;
}

/** The verdict a display state counts as; null for "unnamed", which is told only as a count. */
export function verdictOfState(state: DisplayState): Verdict | null {
  if (state === "near") return "met";
  if (state === "regressed") return "unmet";
  return state === "unnamed" ? null : state;
}
