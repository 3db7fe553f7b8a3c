/**
 * The project's own format of a criteria set, one JSON file a set (prisma/data/criteria, prisma/data/unit-criteria).
 * Numbers that meet figures are canonical decimal text, so that no binary float stands between law and verdict.
 *
 * `provenance` of an indicator is the judgement of the whole (wording and number together): counting it gives how
 * many indicators of a set are sourced, recalled and unknown. The rows of `thresholds` carry their own, which is
 * never better than the indicator's: a row without a number is unknown, a number not compared with the text is
 * recalled even where the wording is sourced.
 */
import { z } from "zod";

export const DECIMAL_PATTERN = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

export const decimalText = z.string().regex(DECIMAL_PATTERN, {
  error: 'cần một số viết dạng văn bản, dấu chấm thập phân, ví dụ "21.8"',
});
export const shortText = z.string().trim().min(1);
export const fileProvenance = z.enum(["sourced", "recalled", "unknown", "illustrative"]);
export const directionName = z.enum([
  "gte",
  "lte",
  "gt",
  "lt",
  "eq",
  "range",
  "n_of_m",
  "pass",
  "grade",
  "level",
]);
const confidence = z.number().min(0).max(1);
const year = z.int().min(1990).max(2100);

const strictThreshold = z.strictObject({
  stratum: shortText.optional(),
  communeType: shortText.optional(),
  year: year.optional(),
  /** Null: the number is not known; never "no requirement". */
  value: decimalText.nullable(),
  valueMax: decimalText.optional(),
  outOf: z.int().positive().optional(),
  /** Required word of a grade, or the printed word of a pass rule; null when it is not known. */
  gradeValue: shortText.nullable().optional(),
  provenance: fileProvenance,
  confidence: confidence.optional(),
  /** Where it differs from the set's thresholdSource. */
  source: shortText.optional(),
  note: shortText.optional(),
});

const threshold = strictThreshold.superRefine((row, context) => {
  const isEmpty = row.value === null && !row.gradeValue;
  if (isEmpty !== (row.provenance === "unknown")) {
    context.addIssue({
      code: "custom",
      path: ["provenance"],
      message: isEmpty
        ? 'mức chưa biết số thì provenance phải là "unknown"'
        : 'mức đã có số thì provenance không thể là "unknown"',
    });
  }
  if (row.valueMax !== undefined && (row.value === null || Number(row.valueMax) < Number(row.value))) {
    context.addIssue({ code: "custom", path: ["valueMax"], message: "đầu trên của khoảng nhỏ hơn đầu dưới" });
  }
});

const indicatorShape = {
  code: shortText,
  title: shortText,
  unit: shortText,
  kind: z.enum(["percent", "number", "count", "boolean", "grade", "level"]),
  direction: directionName,
  decimals: z.int().min(0).max(6),
  minValue: decimalText.nullable(),
  maxValue: decimalText.nullable(),
  /** Worst to best. */
  gradeScale: z.array(shortText),
  /** Labels of the two counts a share follows from. */
  ratio: z.strictObject({ numerator: shortText, denominator: shortText }).nullable(),
  points: decimalText.nullable(),
  delegatedToProvince: z.boolean(),
  /** Set where a published text demands proof with the figure; a file that says nothing demands none. */
  requiresEvidence: z.boolean().default(false),
  provenance: fileProvenance,
  wordingProvenance: fileProvenance,
  confidence: confidence.nullable(),
  note: shortText.nullable(),
  sources: z.array(shortText),
  /** What no rule reads: hypotheses to check, references to other sets, deadlines inside a target. */
  extra: z.record(z.string(), z.json()).nullable(),
  thresholds: z.array(threshold),
};

const limb = z.strictObject({ ...indicatorShape, limbs: z.array(z.never()) }).superRefine(checkIndicator);
const indicator = z.strictObject({ ...indicatorShape, limbs: z.array(limb) }).superRefine(checkIndicator);

interface CheckedIndicator {
  direction: string;
  kind: string;
  gradeScale: string[];
  limbs: unknown[];
  thresholds: z.infer<typeof threshold>[];
}

function checkIndicator(value: CheckedIndicator, context: z.RefinementCtx): void {
  const fail = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  if (value.kind === "grade" && value.gradeScale.length < 2) {
    fail(["gradeScale"], "chỉ tiêu xếp loại cần thang ít nhất hai bậc, từ thấp đến cao");
  }
  if ((value.kind === "grade") !== (value.direction === "grade")) {
    fail(["direction"], 'kind "grade" đi với direction "grade"');
  }
  if ((value.kind === "boolean") !== (value.direction === "pass")) {
    fail(["direction"], 'kind "boolean" đi với direction "pass"');
  }
  if (value.limbs.length > 0 && value.thresholds.length > 0) {
    fail(["thresholds"], "chỉ tiêu có nhiều vế thì mức nằm ở từng vế");
  }
  const seen = new Set<string>();
  value.thresholds.forEach((row, index) => {
    const key = `${row.stratum ?? ""}|${row.communeType ?? ""}|${row.year ?? ""}`;
    if (seen.has(key)) fail(["thresholds", index], "trùng vùng, loại xã và năm với một mức khác");
    seen.add(key);
    if (row.gradeValue && value.direction === "grade" && !value.gradeScale.includes(row.gradeValue)) {
      fail(["thresholds", index, "gradeValue"], `“${row.gradeValue}” không có trong thang xếp loại`);
    }
    if (value.direction === "range" && row.value !== null && row.valueMax === undefined) {
      fail(["thresholds", index, "valueMax"], "khoảng cần cả đầu trên");
    }
  });
}

const criterion = z.strictObject({
  number: z.int().min(0),
  title: shortText,
  /** Head of a heat-grid column. */
  shortTitle: shortText.max(16, { error: "tên ngắn dài quá 16 ký tự" }),
  groupTitle: shortText.nullable(),
  rule: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("all") }),
    z.strictObject({ kind: z.literal("k_of_n"), k: z.int().positive() }),
    z.strictObject({ kind: z.literal("points"), passMark: decimalText }),
  ]),
  isCounted: z.boolean(),
  titleProvenance: fileProvenance,
  note: shortText.nullable(),
  indicators: z.array(indicator),
});

export const criteriaSetFile = z
  .strictObject({
    formatVersion: z.literal(1),
    code: z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/, { error: "mã chỉ gồm chữ in, số và gạch dưới" }),
    title: shortText,
    shortTitle: shortText,
    level: z.enum(["province", "district", "commune", "village"]),
    /** Code of the unit whose own list this is; null for a published set. */
    ownerUnit: shortText.nullable(),
    periodFrom: year,
    periodTo: year.nullable(),
    legalBasis: z.array(shortText).min(1),
    citation: shortText,
    thresholdSource: shortText,
    isComplete: z.boolean(),
    incompleteNote: shortText.nullable(),
    expectedCriteriaCount: z.int().positive().nullable(),
    expectedIndicatorCount: z.int().positive().nullable(),
    isIllustrative: z.boolean(),
    generalRules: z.array(
      z.strictObject({
        text: shortText,
        provenance: fileProvenance,
        confidence: confidence.nullable(),
        source: shortText.nullable(),
      }),
    ),
    sourceUrls: z.array(shortText),
    strata: z.array(
      z.strictObject({
        kind: z.enum(["region", "commune_group", "commune_type"]),
        code: shortText,
        name: shortText,
        provenance: fileProvenance,
        note: shortText.nullable(),
      }),
    ),
    criteria: z.array(criterion),
  })
  .superRefine((set, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (set.periodTo !== null && set.periodTo < set.periodFrom) {
      fail(["periodTo"], "năm cuối trước năm đầu");
    }
    if (!set.isComplete && set.incompleteNote === null) {
      fail(["incompleteNote"], "bộ tiêu chí chưa đủ phải ghi rõ thiếu gì");
    }
    checkCounts(set, fail);
    checkNames(set, fail);
  });

type Fail = (path: (string | number)[], message: string) => void;
type SetShape = {
  isComplete: boolean;
  expectedCriteriaCount: number | null;
  expectedIndicatorCount: number | null;
  strata: { kind: string; code: string }[];
  criteria: z.infer<typeof criterion>[];
};

function checkCounts(set: SetShape, fail: Fail): void {
  if (!set.isComplete) return;
  const counted = set.criteria.filter((item) => item.isCounted).length;
  const indicators = set.criteria.reduce((sum, item) => sum + item.indicators.length, 0);
  if (set.expectedCriteriaCount !== null && counted !== set.expectedCriteriaCount) {
    fail(["criteria"], `có ${counted} tiêu chí, cần ${set.expectedCriteriaCount}`);
  }
  if (set.expectedIndicatorCount !== null && indicators !== set.expectedIndicatorCount) {
    fail(["criteria"], `có ${indicators} chỉ tiêu, cần ${set.expectedIndicatorCount}`);
  }
  set.criteria.forEach((item, index) => {
    if (item.indicators.length === 0) {
      fail(["criteria", index, "indicators"], "bộ tiêu chí ghi là đủ nhưng tiêu chí này chưa có chỉ tiêu");
    }
  });
}

function checkNames(set: SetShape, fail: Fail): void {
  const strata = new Map<string, string>();
  set.strata.forEach((item, index) => {
    if (strata.has(item.code)) fail(["strata", index, "code"], `trùng mã ${item.code}`);
    strata.set(item.code, item.kind);
  });
  const numbers = new Set<number>();
  const codes = new Set<string>();
  set.criteria.forEach((item, index) => {
    if (numbers.has(item.number)) fail(["criteria", index, "number"], `trùng tiêu chí số ${item.number}`);
    numbers.add(item.number);
    item.indicators.forEach((entry, position) => {
      const path = ["criteria", index, "indicators", position];
      for (const [at, part] of [
        [[], entry] as const,
        ...entry.limbs.map((l, n) => [["limbs", n], l] as const),
      ]) {
        const here = [...path, ...at];
        if (codes.has(part.code)) fail([...here, "code"], `trùng mã chỉ tiêu ${part.code}`);
        codes.add(part.code);
        part.thresholds.forEach((row, n) => {
          if (row.stratum && !["region", "commune_group"].includes(strata.get(row.stratum) ?? "")) {
            fail([...here, "thresholds", n, "stratum"], `không có vùng hay nhóm xã ${row.stratum}`);
          }
          if (row.communeType && strata.get(row.communeType) !== "commune_type") {
            fail([...here, "thresholds", n, "communeType"], `không có loại xã ${row.communeType}`);
          }
        });
      }
    });
  });
}

export type CriteriaSetFile = z.infer<typeof criteriaSetFile>;
export type CriterionEntry = CriteriaSetFile["criteria"][number];
export type IndicatorEntry = CriterionEntry["indicators"][number];
export type LimbEntry = IndicatorEntry["limbs"][number];
export type ThresholdEntry = IndicatorEntry["thresholds"][number];

/** Every indicator and limb of a file. */
export function listParts(file: CriteriaSetFile): (IndicatorEntry | LimbEntry)[] {
  return file.criteria.flatMap((entry) => entry.indicators.flatMap((item) => [item, ...item.limbs]));
}
