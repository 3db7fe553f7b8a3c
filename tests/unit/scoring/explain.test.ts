import { describe, expect, it } from "vitest";
import { describeRequirement, describeVerdict, explainIndicator } from "@/lib/scoring/explain";
import { makeFigure, makeIndicator, makeRow, NOWHERE } from "./builders";

const HERE = { ...NOWHERE, stratum: "vung" };
const indicator = makeIndicator({
  hasRatio: true,
  thresholds: [makeRow({ id: 1, value: "90" }), makeRow({ id: 2, value: "95", stratum: "vung" })],
});

describe("explainIndicator", () => {
  it("gives the verdict, what it rests on and what was passed over", () => {
    const explanation = explainIndicator(indicator, HERE, {
      1: makeFigure({ numerator: "1099", denominator: "1200" }),
    });
    expect(explanation).toMatchObject({
      reason: "stratum",
      threshold: { id: 2 },
      ratio: { numerator: "1099", denominator: "1200" },
      score: { verdict: "unmet", thresholdId: 2 },
    });
    expect(explanation.candidates.map(({ row, refusal }) => [row.id, refusal])).toEqual([
      [2, null],
      [1, "less-specific"],
    ]);
    const texts = { value: "91,6 %", threshold: "95 %", distance: "còn thiếu 3,4 điểm %" };
    expect(describeVerdict(explanation, texts)).toBe(
      "91,6 % so với mức từ 95 % trở lên: chưa đạt, còn thiếu 3,4 điểm %.",
    );
  });

  it("explains limbs, exemptions and what is lacking", () => {
    const parent = makeIndicator({ id: 9, limbs: [indicator] });
    expect(explainIndicator(parent, HERE, {}).limbs[0]).toMatchObject({ score: { verdict: "missing" } });
    const exempt = { reason: "không có", documentText: "CV 01" };
    expect(explainIndicator(indicator, HERE, {}, { 1: exempt })).toMatchObject({
      exemption: exempt,
      score: { verdict: "exempt" },
    });
    const unknown = explainIndicator(makeIndicator({ delegatedToProvince: true }), HERE, {
      1: makeFigure({ value: "5" }),
    });
    expect(describeVerdict(unknown, { value: "", threshold: "", distance: "" })).toContain(
      "giao tỉnh quy định",
    );
  });

  it("puts each operator into words", () => {
    expect(describeRequirement("lte", "5 %")).toBe("không quá 5 %");
    expect(describeRequirement("gt", "45 triệu")).toBe("trên 45 triệu");
    expect(describeRequirement("range", "10 - 20")).toBe("trong khoảng 10 - 20");
  });
});
