import { describe, expect, it } from "vitest";
import { chooseDefaultPeriod, listPeriodChoices } from "@/lib/context/choose";

const today = "2024-12-30";
const set = (periods: string[], periodTo: number | null = 2025) => ({ periodFrom: 2021, periodTo, periods });

describe("the period a page opens with", () => {
  it.each<[string, string[], string]>([
    ["reporting this quarter", ["2024-Q4", "2024-Q3"], "2024-Q4"],
    ["reported last quarter, this one not begun", ["2024-Q3", "2024-Q2"], "2024-Q4"],
    ["known from a document only", ["2023-Q1"], "2023-Q1"],
    ["nothing yet", [], "2024-Q4"],
  ])("%s", (_name, periods, expected) => {
    expect(chooseDefaultPeriod(set(periods), today)).toBe(expected);
  });

  it("stays inside the years of the set", () => {
    expect(chooseDefaultPeriod(set(["2020-Q4"], 2020), "2021-02-01")).toBe("2020-Q4");
    expect(listPeriodChoices(set(["2020-Q4"], 2020), today, "2020-Q4")).toEqual(["2020-Q4"]);
  });
});
