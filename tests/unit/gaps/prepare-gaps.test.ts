import { describe, expect, it } from "vitest";
import { prepareGapItems } from "@/lib/gaps/prepare-items";
import { GAPS_PER_PAGE, prepareGapList } from "@/lib/gaps/prepare-list";
import { gapFilterSchema } from "@/lib/gaps/schema";
import { describeThreshold, describeThresholdInSentence } from "@/lib/gaps/threshold-text";
import type { GapRows, GapUnitRow, IndicatorGapRow } from "@/lib/gaps/types";

const UNIT: GapUnitRow = {
  id: 1,
  code: "mau-04",
  kind: "Xã",
  name: "Mẫu 04",
  parentId: 9,
  isIllustrative: true,
  status: "submitted",
  basis: "scored",
  entered: 9,
  enrolled: true,
  dueOn: "2024-12-25",
  province: null,
  stratum: null,
  communeType: null,
};

function gap(change: Partial<IndicatorGapRow> = {}): IndicatorGapRow {
  return {
    unitId: 1,
    criterionId: 14,
    number: 14,
    criterionTitle: "Y tế",
    indicatorId: 143,
    code: "14.3",
    title: "Khám chữa bệnh từ xa",
    unit: "%",
    decimals: 1,
    direction: "gte",
    delegated: false,
    verdict: "unmet",
    gap: "0.4",
    progress: "0.99",
    value: "39.6",
    booleanValue: null,
    gradeValue: null,
    threshold: "40",
    thresholdMax: null,
    thresholdOutOf: null,
    thresholdGrade: null,
    thresholdProvenance: "recalled",
    thresholdSource: "QĐ 318",
    previousVerdict: "met",
    previousValue: "40.8",
    ...change,
  };
}

function rows(change: Partial<GapRows> = {}): GapRows {
  return {
    units: [UNIT],
    indicators: [gap()],
    criteria: [],
    tasks: [],
    verifiers: [{ unitId: 9, criterionId: 14, position: "Phòng Y tế" }],
    officials: [{ unitId: 1, criterionId: 14, official: "Trần Văn Thử, Công chức" }],
    indicatorCount: 7,
    heads: [{ id: 14, number: 14, title: "Y tế" }],
    ...change,
  };
}

const FRAME = { period: "2024-Q4", today: "2024-12-30", line: [9] };
const ALL = gapFilterSchema.parse({});
const list = (input: GapRows, filter = ALL) =>
  prepareGapList(
    prepareGapItems(input, () => null, FRAME),
    input,
    filter,
    FRAME.today,
  );

describe("prepareGapItems", () => {
  it("measures the gap, the way back and the slip, and finds the department in charge", () => {
    const [item] = prepareGapItems(rows(), () => null, FRAME);
    expect(item).toMatchObject({
      state: "regressed",
      value: "39,6",
      threshold: "40,0",
      gap: "0,4",
      gapWords: "còn thiếu 0,4 điểm %",
      change: "−1,2",
      isWorse: true,
      owner: "Phòng Y tế",
      official: "Trần Văn Thử, Công chức",
      group: "easy",
    });
  });

  it("takes the nearest open task before the department", () => {
    const task = { id: 1, unitId: 1, criterionId: 14, deadlineText: null, documentCode: null };
    const [item] = prepareGapItems(
      rows({
        tasks: [
          { ...task, title: "Sau", deadline: null, bodies: null },
          { ...task, id: 2, title: "Trước", deadline: "2024-12-01", bodies: "Trung tâm Y tế" },
        ],
      }),
      () => null,
      FRAME,
    );
    expect(item).toMatchObject({
      taskTitle: "Trước",
      owner: "Trung tâm Y tế",
      otherTasks: 1,
      group: "overdue",
    });
  });

  it("looks up the threshold that a missing figure waits for, and asks the commune for the figure", () => {
    const [item] = prepareGapItems(
      rows({
        indicators: [
          gap({
            verdict: "missing",
            value: null,
            gap: null,
            progress: null,
            threshold: null,
            thresholdProvenance: null,
            previousVerdict: null,
          }),
        ],
      }),
      () => ({
        value: "100",
        valueMax: null,
        outOf: null,
        gradeValue: null,
        provenance: "sourced",
        source: "QĐ",
      }),
      FRAME,
    );
    expect(item).toMatchObject({
      threshold: "100,0",
      thresholdSource: "sourced",
      value: null,
      owner: "UBND xã",
      taskTitle: "Nhập số liệu quý IV/2024",
      deadline: "2024-12-25",
      group: "unmeasured",
    });
  });

  it("lets a sheet that nobody began stand for all its indicators", () => {
    const view = list(rows({ units: [{ ...UNIT, basis: null, status: null, entered: 0 }], indicators: [] }));
    expect(view.total).toBe(7);
    expect(view.shownRows).toBe(1);
    expect(view.counts.missing).toBe(7);
  });

  it("falls when an at-most figure rises", () => {
    const [item] = prepareGapItems(
      rows({ indicators: [gap({ direction: "lte", value: "5.4", previousValue: "4.9", threshold: "5" })] }),
      () => null,
      FRAME,
    );
    expect(item).toMatchObject({ change: "+0,5", isWorse: true, threshold: "≤ 5,0" });
    expect(item?.gapWords).toContain("còn cao hơn mức");
  });
});

describe("prepareGapList", () => {
  const many = rows({
    indicators: Array.from({ length: GAPS_PER_PAGE + 5 }, (_, i) => gap({ code: `14.${i}`, indicatorId: i })),
  });

  it("pages by a hundred rows and keeps honest counts", () => {
    const first = list(many);
    expect([first.shownRows, first.filteredRows, first.pages]).toEqual([100, 105, 2]);
    expect(first.sections[0]?.count).toBe(105);
    const second = list(many, { ...ALL, page: 2 });
    expect(second.shownRows).toBe(5);
    expect(second.sections[0]?.items[0]?.position).toBe(101);
    expect(list(many, { ...ALL, page: 99 }).page).toBe(2);
  });

  it("filters by criterion, status, body and overdue", () => {
    expect(list(rows(), { ...ALL, criterion: 3 }).filtered).toBe(0);
    expect(list(rows(), { ...ALL, status: "regressed" }).filtered).toBe(1);
    expect(list(rows(), { ...ALL, status: "missing" }).filtered).toBe(0);
    expect(list(rows(), { ...ALL, body: "Phòng Y tế" }).filtered).toBe(1);
    expect(list(rows(), { ...ALL, overdue: true }).filtered).toBe(0);
  });

  it("groups by criterion and by unit", () => {
    expect(list(rows(), { ...ALL, group: "criterion" }).sections[0]?.title).toBe("Tiêu chí 14 Y tế");
    expect(list(rows(), { ...ALL, group: "commune" }).sections[0]?.title).toBe("Xã Mẫu 04");
  });
});

describe("gapFilterSchema", () => {
  it("leaves out what it does not understand", () => {
    expect(
      gapFilterSchema.parse({ criterion: "abc", status: "x", page: "-1", overdue: ["1", "0"], group: "" }),
    ).toEqual({
      overdue: true,
      group: "action",
      page: 1,
    });
    expect(gapFilterSchema.parse({ criterion: "8", status: "unmet" })).toMatchObject({
      criterion: 8,
      status: "unmet",
    });
  });
});

describe("describeThreshold", () => {
  const base = { valueMax: null, outOf: null, gradeValue: null };
  it("says each direction", () => {
    expect(describeThreshold({ ...base, direction: "n_of_m", value: "5", outOf: 7 }, 0)).toBe("5/7");
    expect(describeThreshold({ ...base, direction: "range", value: "2", valueMax: "3" }, 0)).toBe("2 đến 3");
    expect(describeThreshold({ ...base, direction: "gte", value: null }, 1)).toBeNull();
    expect(describeThresholdInSentence({ ...base, direction: "lte", value: "5" }, 1, "%")).toBe(
      "không quá 5,0 %",
    );
  });
});
