import { readFigure } from "./figures";
import { scoreIndicator } from "./score";
import { listThresholdCandidates, resolveIndicator, type ThresholdCandidate } from "./thresholds";
import type {
  DecimalText,
  Direction,
  ExemptionMap,
  FigureMap,
  IndicatorDefinition,
  IndicatorScore,
  ThresholdContext,
  ThresholdReason,
  ThresholdRow,
} from "./types";

/** Everything a verdict rests on, as data; words for it are below or elsewhere. */
export interface Explanation {
  indicatorId: number;
  code: string;
  title: string;
  unit: string;
  direction: Direction;
  score: IndicatorScore;
  /** The counts behind a ratio, when it was judged by them. */
  ratio: { numerator: DecimalText; denominator: DecimalText } | null;
  threshold: ThresholdRow | null;
  reason: ThresholdReason;
  /** All rows of the indicator, most specific first, each with why it was passed over. */
  candidates: ThresholdCandidate[];
  exemption: { reason: string; documentText: string } | null;
  /** One for each limb; what decided the indicator then is how they combine. */
  limbs: Explanation[];
}

/** Why an indicator has its verdict, from the same functions that gave it. */
export function explainIndicator(
  indicator: IndicatorDefinition,
  context: ThresholdContext,
  figures: FigureMap,
  exemptions: ExemptionMap = {},
): Explanation {
  const resolved = resolveIndicator(indicator, context);
  const figure = indicator.limbs.length > 0 ? null : readFigure(resolved, figures[indicator.id]);
  const ratio = figure?.kind === "number" ? figure.ratio : null;
  return {
    indicatorId: indicator.id,
    code: indicator.code,
    title: indicator.title,
    unit: indicator.unit,
    direction: indicator.direction,
    score: scoreIndicator(resolved, figures, exemptions),
    ratio: ratio === null ? null : { numerator: ratio.numerator, denominator: ratio.denominator },
    threshold: resolved.threshold.row,
    reason: resolved.threshold.reason,
    candidates: listThresholdCandidates(indicator.thresholds, context),
    exemption: exemptions[indicator.id] ?? null,
    limbs: indicator.limbs.map((limb) => explainIndicator(limb, context, figures, exemptions)),
  };
}

const REASON_WORDS: Record<ThresholdReason, string> = {
  province: "mức do tỉnh quy định",
  "stratum-and-year": "mức của vùng hoặc loại xã cho đúng năm này",
  stratum: "mức của vùng hoặc loại xã",
  year: "mức chung cho đúng năm này",
  default: "mức chung của bộ tiêu chí",
  "province-decides": "văn bản trung ương giao tỉnh quy định, tỉnh chưa có mức",
  "unknown-number": "có quy định nhưng chưa biết con số",
  "no-row": "bộ tiêu chí chưa có mức cho chỉ tiêu này",
};

/** Why this threshold, in words that can follow a colon. */
export function describeReason(reason: ThresholdReason): string {
  return REASON_WORDS[reason];
}

/** Texts already formatted by the caller, units included ("93,6 %", "95 %", "còn thiếu 1,4 điểm %"). */
export interface VerdictTexts {
  value: string;
  threshold: string;
  /** The distance as a phrase: "còn thiếu …", "vượt …", "còn cao hơn mức …"; empty when not measurable. */
  distance: string;
}

/**
 * One Vietnamese sentence for an indicator without limbs: what was compared with what, and the outcome.
 * @example "93,6 % so với mức từ 95 % trở lên: chưa đạt, còn thiếu 1,4 điểm %."
 */
export function describeVerdict({ direction, score, reason }: Explanation, texts: VerdictTexts): string {
  switch (score.verdict) {
    case "missing":
      return "Chưa có số liệu dùng được, nên chưa tính là đạt hay chưa đạt.";
    case "exempt":
      return "Chỉ tiêu không áp dụng cho đơn vị này.";
    case "undefined-threshold":
      return `Chưa có mức để so sánh: ${describeReason(reason)}.`;
    case "met":
    case "unmet": {
      const isMet = score.verdict === "met";
      const lead = `${texts.value} so với mức ${describeRequirement(direction, texts.threshold)}`;
      const distance = texts.distance === "" ? "" : `, ${texts.distance}`;
      return `${lead}: ${isMet ? "đạt" : "chưa đạt"}${distance}.`;
    }
  }
}

/** A threshold with the operator in words: "từ 95 % trở lên", "không quá 5 %", "dưới 1 %". */
export function describeRequirement(direction: Direction, threshold: string): string {
  switch (direction) {
    case "gte":
    case "level":
    case "grade":
      return `từ ${threshold} trở lên`;
    case "n_of_m":
      return `ít nhất ${threshold}`;
    case "lte":
      return `không quá ${threshold}`;
    case "gt":
      return `trên ${threshold}`;
    case "lt":
      return `dưới ${threshold}`;
    case "eq":
      return `đúng ${threshold}`;
    case "range":
      return `trong khoảng ${threshold}`;
    case "pass":
      return threshold;
  }
}
