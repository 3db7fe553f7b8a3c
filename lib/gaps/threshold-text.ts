import { formatDecimal, formatDecimalBeside, formatMeasure, printUnit } from "@/lib/numbers/format";
import type { DataProvenance, DecimalText, Direction } from "@/lib/scoring/types";

/** What a threshold row says, as far as words need it. */
export interface ThresholdFacts {
  direction: Direction;
  value: DecimalText | null;
  valueMax: DecimalText | null;
  outOf: number | null;
  gradeValue: string | null;
}

/**
 * A threshold without its unit, with the words that its direction needs: "85,0", "không quá 5,0",
 * "50 đến 60", "6/6", "Khá". Null when the number is not known.
 */
export function describeThreshold(facts: ThresholdFacts, decimals: number): string | null {
  const { direction, value, valueMax } = facts;
  if (direction === "pass") return facts.gradeValue ?? "đạt";
  if (direction === "grade") return facts.gradeValue;
  if (value === null) return facts.gradeValue;
  if (facts.gradeValue !== null && direction === "level") return facts.gradeValue;
  const shown = formatDecimal(value, decimals);
  switch (direction) {
    case "lte":
      return `≤ ${shown}`;
    case "lt":
      return `< ${shown}`;
    case "gt":
      return `> ${shown}`;
    case "gte":
      return shown;
    case "range":
      return valueMax === null ? shown : `${shown} đến ${formatDecimal(valueMax, decimals)}`;
    case "n_of_m":
      return facts.outOf === null ? shown : `${shown}/${facts.outOf}`;
    default:
      return shown;
  }
}

/** The same inside a sentence: "từ 85,0 %", "không quá 5,0 %", "trên 50 %". */
export function describeThresholdInSentence(
  facts: ThresholdFacts,
  decimals: number,
  unit: string,
): string | null {
  const bare = describeThreshold(facts, decimals);
  if (bare === null || facts.value === null) return bare;
  const bound = formatMeasure(facts.value, unit, decimals);
  const leads: Partial<Record<Direction, string>> = {
    gte: "từ",
    lte: "không quá",
    gt: "trên",
    lt: "dưới",
  };
  const lead = leads[facts.direction];
  return lead ? `${lead} ${bound}` : formatUnitAfter(bare, unit);
}

function formatUnitAfter(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** A stored result as one short text, never rounded across its threshold; null when there is none. */
export function describeValue(
  figure: { value: DecimalText | null; booleanValue: boolean | null; gradeValue: string | null },
  decimals: number,
  threshold: DecimalText | null,
): string | null {
  if (figure.value !== null) {
    return threshold === null
      ? formatDecimal(figure.value, decimals)
      : formatDecimalBeside(figure.value, threshold, decimals);
  }
  if (figure.gradeValue !== null) return figure.gradeValue;
  if (figure.booleanValue !== null) return figure.booleanValue ? "đạt" : "không đạt";
  return null;
}

export type ProvenanceName = DataProvenance | "province";

/** Which provenance badge stands under a threshold. */
export function nameThresholdSource(provenance: DataProvenance | null, isDelegated: boolean): ProvenanceName {
  if (provenance === null) return isDelegated ? "province" : "unknown";
  return provenance === "unknown" && isDelegated ? "province" : provenance;
}

/** The unit as it stands beside a value; answers by word ("đạt", "Khá") have none. */
export function describeUnit(direction: Direction, unit: string): string {
  return direction === "pass" || direction === "grade" ? "" : printUnit(unit);
}
