import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeRecorded } from "@/lib/scoring/recorded";
import type { Verdict } from "@/lib/scoring/types";

const unmet = (...numbers: number[]) => numbers.map((number) => ({ number, verdict: "unmet" as const }));

describe("summarizeRecorded", () => {
  it("totals a document that counts the met and names the unmet", () => {
    const summary = summarizeRecorded({
      total: 19,
      met: 9,
      unmet: 10,
      named: unmet(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    });
    expect(summary).toEqual({
      ok: true,
      totals: { met: 9, unmet: 10, missing: 0, exempt: 0, undefinedThreshold: 0, total: 19 },
      unnamed: { met: 9, unmet: 0, missing: 0, total: 9 },
    });
  });

  it("takes what the count leaves over for not met", () => {
    expect(summarizeRecorded({ total: 19, met: 12, named: unmet(8) })).toMatchObject({
      totals: { met: 12, unmet: 7 },
      unnamed: { met: 12, unmet: 6, total: 18 },
    });
  });

  it("knows nothing of what is neither counted nor named", () => {
    expect(summarizeRecorded({ total: 19, met: null, named: unmet(8) })).toMatchObject({
      totals: { met: 0, unmet: 1, missing: 18 },
      unnamed: { missing: 18 },
    });
    expect(summarizeRecorded({ total: 19, met: 9, unmet: 3, named: [] })).toMatchObject({
      totals: { met: 9, unmet: 3, missing: 7 },
    });
  });

  it.each([
    [{ total: 19, met: 20, named: [] }, "met-above-total"],
    [{ total: 19, met: 10, unmet: 10, named: [] }, "sum-differs"],
    [{ total: 19, met: 9, unmet: 9, named: unmet(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) }, "sum-differs"],
    [{ total: 3, met: 2, named: unmet(1, 2) }, "too-many-named"],
    [{ total: 3, met: 0, named: [{ number: 1, verdict: "met" as const }] }, "too-many-named"],
    [{ total: 2, met: 0, named: unmet(1, 2, 3) }, "too-many-named"],
    [{ total: 3, met: 1, named: unmet(1, 1) }, "named-twice"],
    [{ total: 19, met: 8.5, named: [] }, "not-a-count"],
    [{ total: -1, met: null, named: [] }, "not-a-count"],
  ])("refuses the contradiction in %j", (recorded, reason) => {
    expect(summarizeRecorded(recorded)).toMatchObject({ ok: false, reason });
  });

  it("keeps the identity of totals whenever it accepts", () => {
    const verdict = fc.constantFrom<Verdict>("met", "unmet", "missing", "exempt", "undefined-threshold");
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        count,
        fc.option(count),
        fc.option(count),
        fc.array(verdict),
        (total, met, unmetCount, verdicts) => {
          const named = verdicts.map((item, index) => ({ number: index + 1, verdict: item }));
          const summary = summarizeRecorded({ total, met, unmet: unmetCount, named });
          if (!summary.ok) {
            expect(summary.message).toMatch(/\.$/);
            return;
          }
          const { totals, unnamed } = summary;
          const sum = totals.met + totals.unmet + totals.missing + totals.exempt + totals.undefinedThreshold;
          expect(sum).toBe(total);
          expect(totals.total).toBe(total);
          if (met !== null) expect(totals.met).toBe(met);
          if (unmetCount !== null) expect(totals.unmet).toBe(unmetCount);
          expect(unnamed.total).toBe(total - named.length);
          expect(Math.min(...Object.values(totals), ...Object.values(unnamed))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
