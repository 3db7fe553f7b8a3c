import { addDecimals, compareDecimals, minDecimal } from "./decimal";
import type { CriterionRule, DecimalText, Verdict } from "./types";

/** What a rule needs to know of an indicator. */
export interface RuleInput {
  verdict: Verdict;
  isNear: boolean;
  points: DecimalText | null;
}

export interface RuleResult {
  verdict: Verdict;
  /** Met, and no longer so if what is near were lost. */
  isNear: boolean;
}

/**
 * Verdict of a criterion (or of an indicator over its limbs) from its parts.
 *
 * - No parts at all (an incomplete set): missing. Every part exempt: exempt.
 * - all: unmet if any applicable part is unmet, else missing if any is missing, else undefined-threshold
 *   if any is, else met.
 * - k_of_n: met once k applicable parts are met; unmet once what is still open cannot make up k; otherwise
 *   missing if any open part is missing, else undefined-threshold. Exemptions leave fewer parts to choose
 *   from, so at most all applicable ones are asked for. A list shorter than k is incomplete: missing.
 * - points: the same with the points of the parts against the pass mark. A met part whose points are not
 *   known leaves the sum open (undefined-threshold) where it matters.
 *
 * Nothing is ever met by absence.
 */
export function combineVerdicts(rule: CriterionRule, parts: readonly RuleInput[]): RuleResult {
  if (parts.length === 0) return plain("missing");
  const applicable = parts.filter((part) => part.verdict !== "exempt");
  if (applicable.length === 0) return plain("exempt");
  switch (rule.kind) {
    case "all":
      return combineAll(applicable);
    case "k_of_n":
      return combineCount(rule.k, parts.length, applicable);
    case "points":
      return combinePoints(rule.passMark, parts, applicable);
  }
}

function combineAll(applicable: readonly RuleInput[]): RuleResult {
  let worst: Verdict = "met";
  let isNear = false;
  for (const { verdict, isNear: partIsNear } of applicable) {
    if (verdict === "unmet") return plain("unmet");
    if (verdict === "missing") worst = "missing";
    else if (verdict === "undefined-threshold" && worst === "met") worst = verdict;
    isNear ||= partIsNear;
  }
  return { verdict: worst, isNear: worst === "met" && isNear };
}

function combineCount(k: number, listed: number, applicable: readonly RuleInput[]): RuleResult {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k of n needs a whole k of at least 1, got ${k}`);
  if (listed < k) return plain("missing");
  const required = Math.min(k, applicable.length);
  const met = applicable.filter((part) => part.verdict === "met");
  if (met.length >= required) {
    return { verdict: "met", isNear: met.filter((part) => !part.isNear).length < required };
  }
  const open = applicable.filter(isOpen);
  return met.length + open.length < required ? plain("unmet") : plain(openVerdict(open));
}

function combinePoints(
  passMark: DecimalText,
  parts: readonly RuleInput[],
  applicable: readonly RuleInput[],
): RuleResult {
  if (compareDecimals(passMark, "0") <= 0) throw new RangeError(`A pass mark is above zero, got ${passMark}`);
  const isWeighed = parts.every((part) => part.points !== null);
  if (isWeighed && compareDecimals(sumPoints(parts), passMark) < 0) return plain("missing");
  const required = isWeighed ? minDecimal(passMark, sumPoints(applicable)) : passMark;
  const met = applicable.filter((part) => part.verdict === "met");
  const earned = sumPoints(met);
  if (compareDecimals(earned, required) >= 0 && compareDecimals(earned, "0") > 0) {
    const sure = sumPoints(met.filter((part) => !part.isNear));
    return { verdict: "met", isNear: compareDecimals(sure, required) < 0 };
  }
  const open = applicable.filter(isOpen);
  const isUnweighed = [...met, ...open].some((part) => part.points === null);
  const reachable = addDecimals(earned, sumPoints(open));
  if (!isUnweighed && compareDecimals(reachable, required) < 0) return plain("unmet");
  return plain(openVerdict(open));
}

function sumPoints(parts: readonly RuleInput[]): DecimalText {
  return parts.reduce((sum, part) => (part.points === null ? sum : addDecimals(sum, part.points)), "0");
}

function isOpen(part: RuleInput): boolean {
  return part.verdict === "missing" || part.verdict === "undefined-threshold";
}

function openVerdict(open: readonly RuleInput[]): Verdict {
  return open.some((part) => part.verdict === "missing") ? "missing" : "undefined-threshold";
}

function plain(verdict: Verdict): RuleResult {
  return { verdict, isNear: false };
}
