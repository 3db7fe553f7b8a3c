import { resolveIndicator, resolveSet } from "@/lib/scoring/thresholds";
import type {
  CriterionDefinition,
  FigureInput,
  IndicatorDefinition,
  ResolvedIndicator,
  ResolvedSet,
  SetDefinition,
  ThresholdContext,
  ThresholdRow,
} from "@/lib/scoring/types";

export const NOWHERE: ThresholdContext = { province: null, stratum: null, communeType: null, year: 2024 };

export function makeRow(parts: Partial<ThresholdRow> = {}): ThresholdRow {
  return {
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
    source: "thử",
    note: null,
    ...parts,
  };
}

export function makeIndicator(parts: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    id: 1,
    code: "1.1",
    title: "Chỉ tiêu thử",
    unit: "%",
    kind: "percent",
    direction: "gte",
    decimals: 1,
    minValue: null,
    maxValue: null,
    gradeScale: [],
    hasRatio: false,
    numeratorLabel: null,
    denominatorLabel: null,
    points: null,
    delegatedToProvince: false,
    thresholds: [],
    limbs: [],
    ...parts,
  };
}

/** An indicator with one threshold row for everybody, already resolved. */
export function makeResolved(
  parts: Partial<IndicatorDefinition>,
  row: Partial<ThresholdRow> | null,
): ResolvedIndicator {
  return resolveIndicator(
    makeIndicator({ ...parts, thresholds: row === null ? [] : [makeRow(row)] }),
    NOWHERE,
  );
}

export function makeCriterion(parts: Partial<CriterionDefinition> = {}): CriterionDefinition {
  return {
    id: 1,
    number: 1,
    title: "Tiêu chí thử",
    rule: { kind: "all" },
    isCounted: true,
    indicators: [],
    ...parts,
  };
}

export function makeSet(criteria: CriterionDefinition[]): SetDefinition {
  return { id: 1, code: "THU", title: "Bộ thử", criteria };
}

export function resolve(criteria: CriterionDefinition[], context = NOWHERE): ResolvedSet {
  return resolveSet(makeSet(criteria), context);
}

export function makeFigure(parts: Partial<FigureInput> = {}): FigureInput {
  return {
    value: null,
    numerator: null,
    denominator: null,
    booleanValue: null,
    gradeValue: null,
    ...parts,
  };
}
