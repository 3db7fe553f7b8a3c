import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineVerdicts, type RuleInput } from "@/lib/scoring/rules";
import type { CriterionRule, Verdict } from "@/lib/scoring/types";

const LETTERS: Record<string, Verdict> = {
  m: "met",
  u: "unmet",
  "-": "missing",
  e: "exempt",
  "?": "undefined-threshold",
};

/** "m" met, "n" met and near, "u" unmet, "-" missing, "e" exempt, "?" undefined; two points each. */
function parts(letters: string): RuleInput[] {
  return [...letters].map((letter) => ({
    verdict: letter === "n" ? "met" : (LETTERS[letter] ?? "missing"),
    isNear: letter === "n",
    points: "2",
  }));
}

const ALL: CriterionRule = { kind: "all" };
const TWO: CriterionRule = { kind: "k_of_n", k: 2 };
const FIVE_POINTS: CriterionRule = { kind: "points", passMark: "5" };

describe("combineVerdicts", () => {
  it.each<[CriterionRule, string, Verdict]>([
    [ALL, "", "missing"],
    [ALL, "mm", "met"],
    [ALL, "mu-?e", "unmet"],
    [ALL, "m-?e", "missing"],
    [ALL, "m?e", "undefined-threshold"],
    [ALL, "me", "met"],
    [ALL, "ee", "exempt"],
    [TWO, "", "missing"],
    [TWO, "m", "missing"],
    [TWO, "mmuu", "met"],
    [TWO, "mm-?", "met"],
    [TWO, "muu", "unmet"],
    [TWO, "mu-", "missing"],
    [TWO, "mu-?", "missing"],
    [TWO, "mu?", "undefined-threshold"],
    [TWO, "uu-", "unmet"],
    [TWO, "mee", "met"],
    [TWO, "uee", "unmet"],
    [TWO, "eee", "exempt"],
    [FIVE_POINTS, "mmm", "met"],
    [FIVE_POINTS, "mmu", "unmet"],
    [FIVE_POINTS, "mm-", "missing"],
    [FIVE_POINTS, "mm?", "undefined-threshold"],
    [FIVE_POINTS, "mm", "missing"],
    [FIVE_POINTS, "mme", "met"],
    [FIVE_POINTS, "eee", "exempt"],
  ])("%j over %j is %s", (rule, letters, verdict) => {
    expect(combineVerdicts(rule, parts(letters)).verdict).toBe(verdict);
  });

  it("calls near what would be lost with what is near", () => {
    expect(combineVerdicts(ALL, parts("mn")).isNear).toBe(true);
    expect(combineVerdicts(ALL, parts("nu")).isNear).toBe(false);
    expect(combineVerdicts(TWO, parts("mmn")).isNear).toBe(false);
    expect(combineVerdicts(TWO, parts("mnu")).isNear).toBe(true);
    expect(combineVerdicts(FIVE_POINTS, parts("mmn")).isNear).toBe(true);
  });

  it("leaves a sum open while points that matter are not known", () => {
    const unweighed = (letters: string) => parts(letters).map((part) => ({ ...part, points: null }));
    expect(combineVerdicts(FIVE_POINTS, unweighed("mmm")).verdict).toBe("undefined-threshold");
    expect(combineVerdicts(FIVE_POINTS, unweighed("uuu")).verdict).toBe("unmet");
    expect(combineVerdicts(FIVE_POINTS, unweighed("m--")).verdict).toBe("missing");
  });

  it("stops on a rule that says nothing", () => {
    expect(() => combineVerdicts({ kind: "k_of_n", k: 0 }, parts("mm"))).toThrow(RangeError);
    expect(() => combineVerdicts({ kind: "points", passMark: "0" }, parts("mm"))).toThrow(RangeError);
  });

  const anyRule = fc.oneof(
    fc.constant(ALL),
    fc.integer({ min: 1, max: 6 }).map((k): CriterionRule => ({ kind: "k_of_n", k })),
    fc
      .integer({ min: 1, max: 14 })
      .map((mark): CriterionRule => ({ kind: "points", passMark: String(mark) })),
  );
  const anyLetters = fc
    .array(fc.constantFrom("m", "u", "-", "e", "?"), { minLength: 1, maxLength: 6 })
    .map((letters) => letters.join(""));

  it("decides early only when no later answer can change it", () => {
    fc.assert(
      fc.property(anyRule, anyLetters, (rule, letters) => {
        const { verdict } = combineVerdicts(rule, parts(letters));
        const outcomes = new Set(
          complete(letters).map((answers) => combineVerdicts(rule, parts(answers)).verdict),
        );
        if (verdict === "met" || verdict === "unmet") expect([...outcomes]).toEqual([verdict]);
        // And the other way: what stays open could still go either way, or is open for want of indicators.
        else if (verdict !== "exempt" && rule.kind !== "all" && !outcomes.has("missing")) {
          expect(outcomes).toEqual(new Set(["met", "unmet"]));
        }
      }),
    );
  });

  it("is never met without a met part, and never hurt by a better answer", () => {
    const worth: Record<Verdict, number> = {
      unmet: 0,
      missing: 1,
      "undefined-threshold": 1,
      exempt: 1,
      met: 2,
    };
    fc.assert(
      fc.property(anyRule, anyLetters, fc.nat(), (rule, letters, at) => {
        const before = combineVerdicts(rule, parts(letters)).verdict;
        if (before === "met") expect(letters).toContain("m");
        const index = at % letters.length;
        fc.pre(letters[index] === "u" || letters[index] === "-");
        const better = `${letters.slice(0, index)}m${letters.slice(index + 1)}`;
        expect(worth[combineVerdicts(rule, parts(better)).verdict]).toBeGreaterThanOrEqual(worth[before]);
      }),
    );
  });
});

/** Every way the open answers can turn out. */
function complete(letters: string): string[] {
  const index = [...letters].findIndex((letter) => letter === "-" || letter === "?");
  if (index < 0) return [letters];
  return ["m", "u"].flatMap((answer) =>
    complete(`${letters.slice(0, index)}${answer}${letters.slice(index + 1)}`),
  );
}
