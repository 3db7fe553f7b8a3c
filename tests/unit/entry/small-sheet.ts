import type { OpenSheet } from "@/lib/entry/sheet-store";
import type { FigureInput, ResolvedIndicator, ResolvedSet, ThresholdRow } from "@/lib/scoring/types";
import type { EntryFigure } from "@/lib/submissions/entry-types";

const ROW: ThresholdRow = {
  id: 1,
  province: null,
  stratum: null,
  communeType: null,
  year: null,
  value: null,
  valueMax: null,
  outOf: null,
  gradeValue: null,
  provenance: "illustrative",
  source: "số thử",
  note: null,
};

export function makeIndicator(
  id: number,
  over: Partial<ResolvedIndicator> = {},
  threshold: Partial<ThresholdRow> | null = { value: "80" },
): ResolvedIndicator {
  return {
    id,
    code: `1.${id}`,
    title: `Chỉ tiêu ${id}`,
    unit: "%",
    kind: "percent",
    direction: "gte",
    decimals: 1,
    minValue: "0",
    maxValue: "100",
    gradeScale: [],
    hasRatio: false,
    numeratorLabel: null,
    denominatorLabel: null,
    points: null,
    delegatedToProvince: false,
    threshold: threshold
      ? { row: { ...ROW, id, ...threshold }, reason: "default" }
      : { row: null, reason: "no-row" },
    limbs: [],
    ...over,
  };
}

export const PERCENT = makeIndicator(1);
export const RATIO = makeIndicator(2, { hasRatio: true });
export const SWITCH = makeIndicator(3, { kind: "boolean", direction: "pass", unit: "Đạt/Chưa đạt" }, {});
export const INCOME = makeIndicator(
  4,
  { kind: "number", unit: "triệu đồng/người/năm", minValue: "0", maxValue: null },
  { value: "54" },
);
export const GRADE = makeIndicator(
  5,
  { kind: "grade", direction: "grade", unit: "xếp loại", gradeScale: ["Trung bình", "Khá", "Tốt"] },
  { gradeValue: "Khá" },
);
export const LIMBS = makeIndicator(6, {
  limbs: [makeIndicator(61, { code: "1.6.1" }), makeIndicator(62, { code: "1.6.2" })],
});

export const SMALL_SET: ResolvedSet = {
  id: 1,
  code: "SMALL",
  title: "Bộ thử",
  criteria: [
    {
      id: 1,
      number: 1,
      title: "Một",
      rule: { kind: "all" },
      isCounted: true,
      indicators: [PERCENT, RATIO, SWITCH],
    },
    {
      id: 2,
      number: 2,
      title: "Hai",
      rule: { kind: "all" },
      isCounted: true,
      indicators: [INCOME, GRADE, LIMBS],
    },
  ],
};

export function makeFigure(
  id: number,
  over: Partial<FigureInput> & { version?: number; note?: string } = {},
): EntryFigure {
  return {
    indicatorId: id,
    value: null,
    numerator: null,
    denominator: null,
    booleanValue: null,
    gradeValue: null,
    note: null,
    version: 1,
    enteredByName: "Trần Thị Mẫu",
    enteredAt: "2024-12-20T03:40:00.000Z",
    ...over,
  };
}

export function makeSheet(over: Partial<OpenSheet> = {}): OpenSheet {
  return {
    unit: { code: "mau-01", label: "Xã Mẫu 01", parentLabel: null, isIllustrative: true },
    set: {
      code: "SMALL",
      title: "Bộ thử",
      shortTitle: "Bộ thử",
      citation: "QĐ thử",
      isComplete: true,
      incompleteNote: null,
      isIllustrative: true,
    },
    period: "2024-Q4",
    isIllustrative: true,
    resolved: SMALL_SET,
    criterionTexts: {},
    exemptions: {},
    figures: {},
    previous: { period: "2024-Q3", figures: {}, totals: null, status: null },
    lastYear: { period: "2023-Q4", figures: {} },
    targets: {},
    plausibility: { rules: [], peers: {}, previousLabel: "quý III/2024" },
    milestones: [],
    submission: null,
    deadline: "2024-12-25",
    today: "2024-12-20",
    canEdit: true,
    canSend: true,
    lock: null,
    ...over,
  };
}
