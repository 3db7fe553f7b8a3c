import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDaysBetween } from "@/lib/numbers/dates";
import {
  comparePeriods,
  formatPeriod,
  formatPeriodView,
  listPeriods,
  listPeriodsEndingAt,
  listViewPeriods,
  makePeriod,
  nextPeriod,
  parsePeriod,
  periodEnd,
  periodOfDate,
  periodQuarter,
  periodStart,
  periodYear,
  previousPeriod,
  sameQuarterLastYear,
} from "@/lib/numbers/periods";

const anyPeriod = fc
  .tuple(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => makePeriod(year, quarter));

describe("periods", () => {
  it("accepts quarters only", () => {
    expect(parsePeriod("2024-Q4")).toBe("2024-Q4");
    const bad = [
      "2024-Q5",
      "2024-Q0",
      "2024-q4",
      "24-Q4",
      "2024Q4",
      " 2024-Q4",
      "2024-Q4\n",
      "1999-Q4",
      "2100-Q1",
      "",
    ];
    for (const text of [...bad, null, undefined]) expect(parsePeriod(text)).toBeNull();
    expect(() => makePeriod(2024, 5)).toThrow(RangeError);
    expect(() => periodYear("2024")).toThrow(RangeError);
  });

  it("steps over the turn of the year", () => {
    expect(previousPeriod("2024-Q1")).toBe("2023-Q4");
    expect(nextPeriod("2023-Q4")).toBe("2024-Q1");
    expect(sameQuarterLastYear("2024-Q4")).toBe("2023-Q4");
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(nextPeriod(previousPeriod(period))).toBe(period);
        expect(previousPeriod(nextPeriod(period))).toBe(period);
        expect(comparePeriods(previousPeriod(period), period)).toBeLessThan(0);
        expect(previousPeriod(period) < period).toBe(true);
        expect(sameQuarterLastYear(period)).toBe(makePeriod(periodYear(period) - 1, periodQuarter(period)));
      }),
    );
  });

  it("tiles the calendar: each quarter starts the day after the one before ends", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(countDaysBetween(periodEnd(previousPeriod(period)), periodStart(period))).toBe(1);
        expect(periodOfDate(periodStart(period))).toBe(period);
        expect(periodOfDate(periodEnd(period))).toBe(period);
      }),
    );
    expect([periodStart("2024-Q4"), periodEnd("2024-Q4")]).toEqual(["2024-10-01", "2024-12-31"]);
    expect(periodOfDate("2024-09-30")).toBe("2024-Q3");
    expect(periodOfDate("2024-10-01")).toBe("2024-Q4");
    expect(() => periodOfDate("2024-13-01")).toThrow(RangeError);
  });

  it("lists ranges and views", () => {
    expect(listPeriods("2023-Q3", "2024-Q2")).toEqual(["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]);
    expect(listPeriods("2024-Q2", "2024-Q1")).toEqual([]);
    expect(listPeriodsEndingAt("2024-Q4", 12)[0]).toBe("2022-Q1");
    expect(listViewPeriods({ kind: "nine-months", year: 2024 })).toEqual(["2024-Q1", "2024-Q2", "2024-Q3"]);
    expect(listViewPeriods({ kind: "second-half", year: 2024 })).toEqual(["2024-Q3", "2024-Q4"]);
    expect(formatPeriodView({ kind: "first-half", year: 2024 })).toBe("6 tháng đầu năm 2024");
    expect(formatPeriodView({ kind: "nine-months", year: 2024 })).toBe("9 tháng đầu năm 2024");
    expect(formatPeriodView({ kind: "year", year: 2024 })).toBe("năm 2024");
  });

  it("prints Roman quarters", () => {
    expect(formatPeriod("2024-Q4")).toBe("quý IV/2024");
    expect(formatPeriod("2024-Q1", "start")).toBe("Quý I/2024");
    expect(formatPeriod("2024-Q4", "short")).toBe("IV/24");
    expect(formatPeriod("2005-Q2", "short")).toBe("II/05");
  });
});
