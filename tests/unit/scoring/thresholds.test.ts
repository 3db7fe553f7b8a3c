import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listThresholdCandidates, resolveThreshold } from "@/lib/scoring/thresholds";
import type { ThresholdContext, ThresholdRow } from "@/lib/scoring/types";
import { makeIndicator, makeRow } from "./builders";

const HERE: ThresholdContext = { province: "tinh", stratum: "vung", communeType: "dac-biet", year: 2024 };

describe("resolveThreshold", () => {
  const rows = [
    makeRow({ id: 1, value: "1" }),
    makeRow({ id: 2, value: "2", year: 2024 }),
    makeRow({ id: 3, value: "3", stratum: "vung" }),
    makeRow({ id: 4, value: "4", stratum: "vung", year: 2024 }),
    makeRow({ id: 5, value: "5", communeType: "dac-biet" }),
    makeRow({ id: 6, value: "6", province: "tinh" }),
  ];

  it.each([
    [6, "province"],
    [5, "stratum"],
    [4, "stratum-and-year"],
    [3, "stratum"],
    [2, "year"],
    [1, "default"],
  ])("prefers row %s (%s) to all the rows below it", (id, reason) => {
    const thresholds = rows.filter((row) => row.id <= id).reverse();
    const resolved = resolveThreshold(makeIndicator({ thresholds }), HERE);
    expect(resolved).toMatchObject({ row: { id }, reason });
  });

  it("does not lend a year's level to other years", () => {
    const thresholds = [makeRow({ id: 2, value: "51", stratum: "vung", year: 2023 })];
    expect(resolveThreshold(makeIndicator({ thresholds }), HERE)).toEqual({ row: null, reason: "no-row" });
  });

  it("does not fall back on a looser row when the specific number is unknown", () => {
    const thresholds = [makeRow({ id: 1, value: "80" }), makeRow({ id: 2, stratum: "vung" })];
    expect(resolveThreshold(makeIndicator({ thresholds }), HERE)).toMatchObject({
      row: { id: 2 },
      reason: "unknown-number",
    });
  });

  it("leaves what is delegated to the province until the province has a row", () => {
    const delegated = { delegatedToProvince: true };
    const national = makeRow({ id: 1 });
    const own = makeRow({ id: 2, province: "tinh", value: "70" });
    const other = makeRow({ id: 3, province: "khac", value: "10" });
    const reasonOf = (...thresholds: ThresholdRow[]) =>
      resolveThreshold(makeIndicator({ ...delegated, thresholds }), HERE).reason;
    expect(reasonOf()).toBe("province-decides");
    expect(reasonOf(national, other)).toBe("province-decides");
    expect(reasonOf(national, other, own)).toBe("province");
    expect(reasonOf(makeRow({ value: "60" }))).toBe("default");
    expect(reasonOf(national, makeRow({ id: 2, province: "tinh" }))).toBe("unknown-number");
  });

  it("asks of a row what its direction needs", () => {
    const reasonOf = (direction: "range" | "grade" | "pass" | "gte", row: Partial<ThresholdRow>) =>
      resolveThreshold(makeIndicator({ direction, thresholds: [makeRow(row)] }), HERE).reason;
    expect(reasonOf("range", { value: "1" })).toBe("unknown-number");
    expect(reasonOf("range", { value: "1", valueMax: "2" })).toBe("default");
    expect(reasonOf("grade", { value: "1" })).toBe("unknown-number");
    expect(reasonOf("grade", { gradeValue: "Khá" })).toBe("default");
    expect(reasonOf("pass", { gradeValue: "Đạt" })).toBe("default");
    expect(reasonOf("pass", {})).toBe("unknown-number");
    expect(reasonOf("gte", { gradeValue: "Đạt" })).toBe("unknown-number");
  });

  it("agrees with a naive reading of the rule on random rows", () => {
    const row = fc
      .record({
        province: fc.constantFrom(null, "tinh", "khac"),
        communeType: fc.constantFrom(null, "dac-biet", "khac"),
        stratum: fc.constantFrom(null, "vung", "khac"),
        year: fc.constantFrom(null, 2024, 2023),
      })
      .map((selectors) => makeRow({ ...selectors, value: "1" }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), (drawn, isReversed) => {
        const numbered = drawn.map((item, index) => ({ ...item, id: index + 1 }));
        const thresholds = isReversed ? [...numbered].reverse() : numbered;
        const { row: chosen } = resolveThreshold(makeIndicator({ thresholds }), HERE);
        expect(chosen?.id ?? null).toBe(naiveChoice(numbered)?.id ?? null);

        const candidates = listThresholdCandidates(thresholds, HERE);
        expect(candidates.filter((candidate) => candidate.refusal === null)).toHaveLength(chosen ? 1 : 0);
        expect(candidates).toHaveLength(thresholds.length);
      }),
    );
  });
});

/** Narrow the applicable rows selector by selector, in the order of the rule. */
function naiveChoice(rows: ThresholdRow[]): ThresholdRow | undefined {
  let left = rows.filter((row) =>
    (["province", "communeType", "stratum", "year"] as const).every(
      (selector) => row[selector] === null || row[selector] === HERE[selector],
    ),
  );
  for (const selector of ["province", "communeType", "stratum", "year"] as const) {
    const named = left.filter((row) => row[selector] !== null);
    if (named.length > 0) left = named;
  }
  return left[0];
}

describe("listThresholdCandidates", () => {
  it("says why each row was passed over", () => {
    const rows = [
      makeRow({ id: 1, value: "1" }),
      makeRow({ id: 2, value: "2", stratum: "vung" }),
      makeRow({ id: 3, value: "3", stratum: "khac" }),
      makeRow({ id: 4, value: "4", province: "khac" }),
      makeRow({ id: 5, value: "5", stratum: "vung", year: 2023 }),
      makeRow({ id: 6, value: "6", communeType: "hai-dao" }),
      makeRow({ id: 7, value: "7", stratum: "vung" }),
    ];
    const refusals = Object.fromEntries(
      listThresholdCandidates(rows, HERE).map(({ row, refusal }) => [row.id, refusal]),
    );
    expect(refusals).toEqual({
      1: "less-specific",
      2: null,
      3: "other-stratum",
      4: "other-province",
      5: "other-year",
      6: "other-commune-type",
      7: "duplicate",
    });
  });
});
