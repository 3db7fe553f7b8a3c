import { formatDecimal, formatMeasure } from "@/lib/numbers/format";
import type { ThresholdCandidate } from "@/lib/scoring/thresholds";
import type { ThresholdRow } from "@/lib/scoring/types";
import type { ThresholdStep } from "./types";

type Level = "province" | "type" | "stratum-and-year" | "stratum" | "year" | "default";

const LEVELS: readonly [Level, string][] = [
  ["province", "Quyết định của tỉnh"],
  ["type", "Theo loại xã"],
  ["stratum-and-year", "Theo vùng (nhóm xã) và năm"],
  ["stratum", "Theo vùng (nhóm xã)"],
  ["year", "Theo năm"],
  ["default", "Mức chung"],
];

function levelOf(row: ThresholdRow): Level {
  if (row.province !== null) return "province";
  if (row.communeType !== null) return "type";
  if (row.stratum !== null) return row.year === null ? "stratum" : "stratum-and-year";
  return row.year === null ? "default" : "year";
}

const APPLIES = new Set<ThresholdCandidate["refusal"]>([null, "less-specific", "duplicate"]);

/** The search for the threshold, step by step; a step that only other units have says "không có". */
export function listSteps(
  candidates: readonly ThresholdCandidate[],
  print: (row: ThresholdRow) => string,
): ThresholdStep[] {
  return LEVELS.map(([level, label]) => {
    const found = candidates.find(({ row, refusal }) => levelOf(row) === level && APPLIES.has(refusal));
    return { label, text: found ? print(found.row) : null, isChosen: found?.refusal === null };
  });
}

export const REFUSAL_WORDS: Readonly<Record<Exclude<ThresholdCandidate["refusal"], null>, string>> = {
  "other-province": "của tỉnh khác",
  "other-commune-type": "của loại xã khác",
  "other-stratum": "của vùng (nhóm xã) khác",
  "other-year": "của năm khác",
  "less-specific": "đã có dòng riêng hơn",
  duplicate: "trùng dòng đã chọn",
};

/** Whom a row is for. */
export function sayScope(row: ThresholdRow, nameStratum: (code: string) => string): string {
  const parts = [
    row.province === null ? null : "riêng một tỉnh",
    row.communeType === null ? null : nameStratum(row.communeType),
    row.stratum === null ? null : nameStratum(row.stratum),
    row.year === null ? null : `năm ${row.year}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "mọi nơi" : parts.join(", ");
}

/** A threshold's number with its unit and nothing else, for a sentence that brings its own operator. */
export function sayBareThreshold(row: ThresholdRow, unit: string): string {
  if (row.gradeValue !== null) return row.gradeValue;
  if (row.value === null) return "chưa rõ";
  if (row.valueMax !== null) return `${formatDecimal(row.value)} đến ${formatMeasure(row.valueMax, unit)}`;
  return row.outOf === null
    ? formatMeasure(row.value, unit)
    : `${formatDecimal(row.value)}/${formatMeasure(String(row.outOf), unit)}`;
}
