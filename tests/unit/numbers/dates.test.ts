import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  countDaysBetween,
  formatDate,
  formatMonth,
  formatOfficialDate,
  formatWeekdayDate,
  monthEnd,
  parseIsoDate,
  parseTypedDate,
} from "@/lib/numbers/dates";
import { describeDeadline, formatDeadline, isOverdue } from "@/lib/numbers/deadlines";

const anyDate = fc
  .integer({ min: 0, max: 47_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10));

describe("official dates", () => {
  it.each([
    ["2023-01-13", "ngày 13 tháng 01 năm 2023", "13/01/2023"],
    ["2023-02-09", "ngày 09 tháng 02 năm 2023", "09/02/2023"],
    ["2023-03-10", "ngày 10 tháng 3 năm 2023", "10/3/2023"],
    ["2016-06-03", "ngày 03 tháng 6 năm 2016", "03/6/2016"],
    ["2017-10-17", "ngày 17 tháng 10 năm 2017", "17/10/2017"],
  ])("prints %s", (iso, long, short) => {
    expect(formatOfficialDate(iso)).toBe(long);
    expect(formatDate(iso)).toBe(short);
  });

  it("leaves room for what is not known", () => {
    expect(formatOfficialDate({ month: 3, year: 2024 })).toBe("ngày    tháng 3 năm 2024");
    expect(formatOfficialDate({ year: 2024 })).toBe("ngày    tháng    năm 2024");
  });

  it("prints months and weekdays", () => {
    expect(formatMonth("2023-05")).toBe("tháng 5/2023");
    expect(formatMonth("2023-02-28")).toBe("tháng 02/2023");
    expect(formatWeekdayDate("2024-12-18")).toBe("Thứ Tư, 18/12/2024");
    expect(formatWeekdayDate("2024-12-22")).toBe("Chủ nhật, 22/12/2024");
  });

  it("knows the calendar", () => {
    expect(parseIsoDate("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 });
    for (const bad of ["2023-02-29", "2023-13-01", "2023-00-10", "2023-4-1", "10/3/2023", "2023-04-31"]) {
      expect(parseIsoDate(bad)).toBeNull();
      expect(() => formatDate(bad)).toThrow(RangeError);
    }
    expect(parseTypedDate("10/3/2023")).toBe("2023-03-10");
    expect(parseTypedDate("31.4.2023")).toBeNull();
    expect(monthEnd(2024, 2)).toBe("2024-02-29");
    expect(monthEnd(2023, 5)).toBe("2023-05-31");
  });

  it("counts days as the UTC calendar does, in any time zone", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const days = countDaysBetween(from, to);
        expect(days).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(addDays(from, days)).toBe(to);
      }),
    );
  });
});

describe("deadlines", () => {
  it.each([
    ["2024-12-25", "2024-12-30", "overdue", "quá 5 ngày"],
    ["2024-12-30", "2024-12-30", "today", "hôm nay"],
    ["2024-12-31", "2024-12-30", "soon", "còn 1 ngày"],
    ["2025-01-06", "2024-12-30", "soon", "còn 7 ngày"],
    ["2025-01-07", "2024-12-30", "later", "còn 8 ngày"],
  ])("due %s seen from %s is %s: %s", (due, today, state, text) => {
    expect(describeDeadline(due, today)).toMatchObject({ state, text });
    expect(formatDeadline(due, today)).toBe(text);
    expect(isOverdue(due, today)).toBe(state === "overdue");
  });
});
