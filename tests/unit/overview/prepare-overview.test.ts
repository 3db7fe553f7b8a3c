import { describe, expect, it } from "vitest";
import { prepareOverview } from "@/lib/overview/prepare-overview";
import { judgeSending } from "@/lib/overview/prepare-sending";
import { prepareTrend } from "@/lib/overview/prepare-trend";
import { describeStates } from "@/lib/overview/prepare-units";
import type { CriterionHead, OverviewRows, UnitSheetRow } from "@/lib/overview/types";
import { readVerdicts } from "@/lib/overview/verdict-text";

const HEADS: CriterionHead[] = [1, 2, 3].map((number) => ({
  id: number * 10,
  number,
  title: `Tiêu chí ${number}`,
  shortTitle: `TC${number}`,
  isCounted: true,
}));

function unit(code: string, change: Partial<UnitSheetRow> = {}): UnitSheetRow {
  return {
    code,
    kind: "Xã",
    name: code,
    basis: "illustrative",
    enrolled: true,
    recognition: null,
    status: "submitted",
    provenance: "self_assessed",
    sheetBasis: "scored",
    isIllustrative: true,
    met: 3,
    total: 3,
    entered: 9,
    indicators: 9,
    sentOn: "2024-12-20",
    dueOn: "2024-12-25",
    updatedAt: null,
    metPhrase: null,
    documentCode: null,
    verdicts: "1m 2m 3m",
    previousStatus: "approved",
    previousBasis: "scored",
    previousMet: 3,
    previousVerdicts: "1m 2m 3m",
    ...change,
  };
}

function rows(units: UnitSheetRow[]): OverviewRows {
  return { criteria: HEADS, units, trend: [], regressions: [], overdueTasks: [] };
}

const FRAME = { level: "commune", period: "2024-Q4", today: "2024-12-30" } as const;

describe("prepareOverview", () => {
  it("shows near, regressed, missing and unnamed apart and sorts by criteria met, unknown last", () => {
    const view = prepareOverview(
      rows([
        unit("none", { status: null, sheetBasis: null, met: null, total: null, verdicts: null }),
        unit("slipped", { met: 1, verdicts: "1n 2u 3x" }),
        unit("full"),
        unit("paper", { sheetBasis: "recorded", met: 2, verdicts: "2u", previousStatus: null }),
      ]),
      FRAME,
    );
    expect(view.units.map((row) => row.code)).toEqual(["full", "paper", "slipped", "none"]);
    expect(view.units[1]?.states).toEqual(["unnamed", "unmet", "unnamed"]);
    expect(view.units[2]?.states).toEqual(["near", "regressed", "missing"]);
    expect(view.units[3]?.flag).toBe("not-started");
    expect(view.units[2]?.words).toBe("Chưa đạt: 2. Suy giảm: 2. Chưa có số liệu: 3");
    expect(view.regressed).toEqual({ criteria: 1, units: 1 });
    expect(view.metPerCriterion).toEqual([2, 1, 1]);
  });

  it("counts recognised units by their decision, not by what they score", () => {
    const view = prepareOverview(
      rows([
        unit("recognised", { recognition: "recognised", met: 1 }),
        unit("other", { recognition: "registered" }),
      ]),
      FRAME,
    );
    expect(view.complete.recognised).toBe(1);
  });

  it("keeps drafts in the grid but out of averages, complete units and changes", () => {
    const view = prepareOverview(
      rows([unit("sent", { met: 2 }), unit("draft", { status: "draft", met: 3, sentOn: null })]),
      FRAME,
    );
    expect(view.average).toMatchObject({ value: 2, change: -1, countedUnits: 1, comparedUnits: 1 });
    expect(view.complete).toMatchObject({ count: 0, previous: 2 });
    expect(view.units.find((row) => row.code === "draft")).toMatchObject({
      flag: "draft",
      change: null,
      met: 3,
    });
    expect(view.changeCounts).toEqual({ up: 0, same: 0, down: 1 });
  });

  it("claims no change where the period before has no result", () => {
    const view = prepareOverview(
      rows([
        unit("a", { previousStatus: null, previousBasis: null, previousMet: null, previousVerdicts: null }),
      ]),
      FRAME,
    );
    expect(view.average.change).toBeNull();
    expect(view.complete.previous).toBeNull();
    expect(view.units[0]?.change).toBeNull();
  });

  it("names units outside the set and points to the latest period when this one is empty", () => {
    const empty = { status: null, sheetBasis: null, met: null, total: null, verdicts: null } as const;
    const view = prepareOverview(
      {
        ...rows([unit("in", empty), unit("out", { ...empty, enrolled: false })]),
        trend: [
          { period: "2023-Q1", sheets: 1, sum: 2, lower: 2, upper: 2, verified: 0, isIllustrative: false },
        ],
      },
      FRAME,
    );
    expect(view.hasFigures).toBe(false);
    expect(view.outside.map((row) => row.code)).toEqual(["out"]);
    expect(view.latestPeriod).toBe("2023-Q1");
  });

  it("counts a list of which only the size is known", () => {
    const view = prepareOverview(
      { ...rows([unit("p", { sheetBasis: "recorded", met: 19, total: 21, verdicts: null })]), criteria: [] },
      FRAME,
    );
    expect(view.countedTotal).toBe(21);
    expect(view.units[0]?.words).toBe("Chỉ biết số lượng, không có tên tiêu chí");
  });

  it("puts sheets not sent by their day among what is overdue", () => {
    const view = prepareOverview(rows([unit("late", { status: "draft", sentOn: null })]), FRAME);
    expect(view.overdue).toMatchObject([{ key: "sheets", days: 5, text: "chưa gửi phiếu quý IV/2024" }]);
  });
});

describe("judgeSending", () => {
  const base = {
    status: "submitted",
    sheetBasis: "scored",
    sentOn: "2024-12-25",
    dueOn: "2024-12-25",
  } as const;
  it("takes the last day as in time, the next as late, and knows sheets without a day", () => {
    expect(judgeSending(base)).toBe("on-time");
    expect(judgeSending({ ...base, sentOn: "2024-12-26" })).toBe("late");
    expect(judgeSending({ ...base, dueOn: null })).toBe("sent");
    expect(judgeSending({ ...base, status: "draft" })).toBe("not-sent");
    expect(judgeSending({ ...base, sheetBasis: "recorded" })).toBe("recorded");
  });
});

describe("prepareTrend", () => {
  it("keeps order, leaves out the future and marks what is not verified", () => {
    const row = { sum: 29, sheets: 2, lower: 14, upper: 15, verified: 1, isIllustrative: true };
    const points = prepareTrend(
      [
        { ...row, period: "2025-Q1" },
        { ...row, period: "2024-Q4" },
        { ...row, period: "2024-Q3", verified: 2 },
      ],
      "2024-Q4",
    );
    expect(points.map((point) => [point.axisLabel, point.average, point.isSettled])).toEqual([
      ["III/24", 14.5, true],
      ["IV/24", 14.5, false],
    ]);
  });
});

describe("readVerdicts", () => {
  it("refuses a letter it does not know instead of guessing", () => {
    expect(readVerdicts("12n").get(12)).toEqual({ verdict: "met", isNear: true });
    expect(() => readVerdicts("1z")).toThrow(/Unknown/);
  });
});

describe("describeStates", () => {
  it("says that all is met only when it is", () => {
    expect(describeStates(HEADS, ["met", "near", "exempt"])).toBe("Đạt đủ các tiêu chí áp dụng");
    expect(describeStates(HEADS, ["missing", "missing", "missing"])).toBe("Chưa có số liệu của tiêu chí nào");
  });
});
