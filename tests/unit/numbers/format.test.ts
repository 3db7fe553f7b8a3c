import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatChange,
  formatCount,
  formatCount2,
  formatDecimal,
  formatDecimalBeside,
  formatDecimalInput,
  formatGap,
  formatMeasure,
  formatPercent,
  formatPercentInText,
  formatRatio,
  formatShortfall,
  formatSurplus,
} from "@/lib/numbers/format";

describe("formatDecimal", () => {
  it.each<[string, number | undefined, string]>([
    ["1234567.891", undefined, "1.234.567,891"],
    ["1234567.891", 2, "1.234.567,89"],
    ["35000", undefined, "35.000"],
    ["1600", undefined, "1.600"],
    ["999", 1, "999,0"],
    ["0.5", 0, "1"],
    ["-0.5", 0, "−1"],
    ["-0.4", 0, "0"],
    ["2.345", 2, "2,35"],
    ["1.005", 2, "1,01"],
    ["999.995", 2, "1.000,00"],
    ["1.650", undefined, "1,65"],
    ["-0", undefined, "0"],
    ["123456789012345678901234567890.123456789", 8, "123.456.789.012.345.678.901.234.567.890,12345679"],
  ])("prints %s with %s digits as %s", (value, decimals, printed) => {
    expect(formatDecimal(value, decimals)).toBe(printed);
  });

  it("agrees with the platform's Vietnamese format where that is exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (value) => {
        const expected = new Intl.NumberFormat("vi-VN").format(value).replace("-", "−");
        expect(formatDecimal(String(value))).toBe(expected);
      }),
    );
  });

  it("refuses what is not canonical", () => {
    for (const bad of ["", "1,5", "1e5", "NaN", ".5", "5."])
      expect(() => formatDecimal(bad)).toThrow(RangeError);
  });

  it("prints without grouping for input", () => {
    expect(formatDecimalInput("62400")).toBe("62400");
    expect(formatDecimalInput("-1.50")).toBe("-1,5");
  });
});

describe("numbers with their words", () => {
  it("prints percentages for screen and for documents", () => {
    expect(formatPercent("1.65")).toBe("1,65 %");
    expect(formatPercent("95", 1)).toBe("95,0 %");
    expect(formatPercentInText("1.65")).toBe("1,65%");
    expect(formatMeasure("50.6", "triệu đồng/người/năm", 2)).toBe("50,60 triệu đồng/người/năm");
    expect(formatMeasure("3.8", "m2/người")).toBe("3,8 m²/người");
  });

  it.each<[string, string, number | undefined, string]>([
    ["1.4", "%", 1, "1,4 điểm %"],
    ["4.2", "triệu đồng/người/năm", 2, "4,20 triệu"],
    ["0.2", "m2/người", 1, "0,2 m²"],
    ["41", "hộ", 0, "41 hộ"],
    ["-1.4", "%", 1, "1,4 điểm %"],
    // A gap that exists is never printed as none.
    ["0.01", "%", 1, "0,01 điểm %"],
    ["0.000001", "%", 0, "0,000001 điểm %"],
    ["0", "%", 1, "0,0 điểm %"],
    ["3", "", 0, "3"],
    ["5", "tỷ đồng", 0, "5 tỷ"],
  ])("prints the gap %s %s", (value, unit, decimals, printed) => {
    expect(formatGap(value, unit, decimals)).toBe(printed);
  });

  it("says shortfall and surplus in the threshold's sense", () => {
    expect(formatShortfall("1.4", "%", 1)).toBe("còn thiếu 1,4 điểm %");
    expect(formatShortfall("1.4", "%", 1, "at-most")).toBe("còn cao hơn mức 1,4 điểm %");
    expect(formatSurplus("4.2", "triệu đồng", 2)).toBe("vượt 4,20 triệu");
    expect(formatSurplus("0.3", "%", 1, "at-most")).toBe("thấp hơn mức 0,3 điểm %");
    expect(formatSurplus("0", "%", 1)).toBe("vừa đúng mức");
  });

  it("prints counts, ratios and changes", () => {
    expect([0, 3, 9, 10, 1234].map(formatCount2)).toEqual(["00", "03", "09", "10", "1.234"]);
    expect(formatCount(1234)).toBe("1.234");
    expect(formatRatio(9, 19)).toBe("9/19");
    expect(formatChange(3)).toBe("+3");
    expect(formatChange("-2")).toBe("\u22122");
    expect(formatChange("0.04", 1)).toBe("0,0");
    expect(formatChange(0)).toBe("0");
    expect(() => formatCount2(1.5)).toThrow(RangeError);
  });

  it("never shows a missed value as if it reached its threshold", () => {
    expect(formatDecimalBeside("94.96", "95", 1)).toBe("94,96");
    expect(formatDecimalBeside("94.94", "95", 1)).toBe("94,9");
    expect(formatDecimalBeside("95", "95", 1)).toBe("95,0");
    expect(formatDecimalBeside("94.999999", "95", 0)).toBe("94,999999");
    expect(formatDecimalBeside("-0.4", "0", 0)).toBe("−0,4");
  });
});
