import { sayDistance, sayFigure, sayThreshold } from "@/lib/entry/texts";
import { formatChange, formatDecimal, printGapUnit } from "@/lib/numbers/format";
import { displayState } from "@/lib/scoring/display";
import { describeReason } from "@/lib/scoring/explain";
import { scoreCriterion } from "@/lib/scoring/score";
import type { FigureMap, IndicatorScore, ResolvedCriterion, ResolvedIndicator } from "@/lib/scoring/types";
import { formatMoment } from "@/lib/submissions/lock";
import type { SnapshotContent } from "@/lib/submissions/snapshot-types";
import { compareHandovers, type IndicatorDifference } from "./differences";
import type { ReviewSheetFacts } from "./sheet-queries";
import type { ReviewRow } from "./types";

interface Line {
  indicator: ResolvedIndicator;
  isLimb: boolean;
}

function listLines(indicators: readonly ResolvedIndicator[], isLimb = false): Line[] {
  return indicators.flatMap((indicator) => [{ indicator, isLimb }, ...listLines(indicator.limbs, true)]);
}

function listScores(scores: readonly IndicatorScore[]): IndicatorScore[] {
  return scores.flatMap((score) => [score, ...listScores(score.limbs)]);
}

/** Ids that carry figures: an indicator with limbs only sums them up. */
export function listFigureIds(criterion: ResolvedCriterion): number[] {
  return listLines(criterion.indicators)
    .filter(({ indicator }) => indicator.limbs.length === 0)
    .map(({ indicator }) => indicator.id);
}

function describeChange(indicator: ResolvedIndicator, difference: IndicatorDifference): string | null {
  const { change, delta, after } = difference;
  switch (change) {
    case null:
      return null;
    case "same":
    case "note":
      return after && sayFigure(indicator, after) !== null ? "không đổi" : null;
    case "verdict":
      return "kết quả đổi theo mức mới";
    case "entered":
      return "mới có số";
    case "emptied":
      return "nay bỏ trống";
    case "changed": {
      if (delta === null) return "đã đổi";
      const digits = Math.min(delta.split(".")[1]?.length ?? 0, 2);
      const unit = printGapUnit(indicator.unit);
      const text = formatChange(delta, Math.max(indicator.decimals, digits));
      return unit === "điểm %" ? `${text}\u00a0điểm\u00a0%` : text;
    }
  }
}

function explain(
  facts: ReviewSheetFacts,
  indicator: ResolvedIndicator,
  score: IndicatorScore | undefined,
): string[] {
  const figure = facts.now.figures[indicator.id];
  const sentences: string[] = [];
  if (figure?.numerator && figure.denominator) {
    const top = `${indicator.numeratorLabel ?? "Số đạt"}: ${formatDecimal(figure.numerator)}`;
    const bottom = `${indicator.denominatorLabel ?? "Tổng số"}: ${formatDecimal(figure.denominator)}`;
    sentences.push(`${top}; ${bottom}.`);
  }
  const distance = score ? sayDistance(indicator, score) : null;
  const threshold = sayThreshold(indicator);
  const { row, reason } = indicator.threshold;
  if (indicator.limbs.length > 0) sentences.push("Đạt khi mọi phần bên dưới đều đạt.");
  else if (threshold === null || row === null) sentences.push(`Chưa có mức: ${describeReason(reason)}.`);
  else {
    sentences.push(`Mức ${threshold}: ${describeReason(reason)}. Nguồn: ${row.source}.`);
    if (distance) sentences.push(`So với mức: ${distance}.`);
  }
  const exemption = facts.exemptions[indicator.id];
  if (exemption) sentences.push(`Không áp dụng: ${exemption.reason} (${exemption.documentText}).`);
  const stored = facts.figures.find((candidate) => candidate.indicatorId === indicator.id);
  if (stored) {
    sentences.push(`Người nhập: ${stored.enteredByName ?? "không ghi"}, ${formatMoment(stored.enteredAt)}.`);
  }
  return sentences;
}

/** Indicators and limbs of one criterion: what was approved, what was sent before, what is sent now. */
export function prepareRows(
  facts: ReviewSheetFacts,
  criterion: ResolvedCriterion,
  sentBefore: SnapshotContent | null,
): ReviewRow[] {
  const { now, approved } = facts;
  const score = scoreCriterion(criterion, now.figures as FigureMap, facts.exemptions);
  const scores = new Map(listScores(score.indicators).map((one) => [one.indicatorId, one]));
  const lines = listLines(criterion.indicators);
  const shape = [{ id: criterion.id, indicatorIds: lines.map(({ indicator }) => indicator.id) }];
  const sinceApproved = compareHandovers(approved?.snapshot ?? null, now, shape)[0]?.indicators ?? [];
  const sinceSent = compareHandovers(sentBefore, now, shape)[0]?.indicators ?? [];
  return lines.map(({ indicator, isLimb }, index): ReviewRow => {
    const isParent = indicator.limbs.length > 0;
    const fromApproved = sinceApproved[index] as IndicatorDifference;
    const fromSent = sinceSent[index] as IndicatorDifference;
    const own = scores.get(indicator.id);
    const verdict = now.figures[indicator.id]?.verdict ?? own?.verdict ?? "missing";
    // A threshold may have moved since the sending; then only the verdict that was counted is told.
    const judged = own?.verdict === verdict ? own : undefined;
    const decisive = sentBefore ? fromSent : fromApproved;
    const isMoved = decisive.change !== null && decisive.change !== "same" && decisive.change !== "note";
    const was = fromSent.change === "same" || fromSent.change === "note" ? null : fromSent.before;
    return {
      id: indicator.id,
      code: indicator.code,
      title: indicator.title,
      isLimb,
      isParent,
      threshold: isParent ? null : sayThreshold(indicator),
      thresholdProvenance: isParent ? null : (indicator.threshold.row?.provenance ?? null),
      approved: isParent ? null : sayFigure(indicator, fromApproved.before),
      sentBefore: isParent || !sentBefore || !was ? null : (sayFigure(indicator, was) ?? "trống"),
      now: isParent ? null : sayFigure(indicator, now.figures[indicator.id]),
      change: isParent ? null : describeChange(indicator, fromApproved),
      isChanged: !isParent && isMoved,
      state: displayState(
        { verdict, isNear: judged?.isNear ?? false },
        approved?.snapshot.figures[indicator.id]?.verdict,
      ),
      distance: judged ? sayDistance(indicator, judged) : null,
      note: now.figures[indicator.id]?.note ?? null,
      evidenceCount: facts.evidence.filter((one) => one.indicatorId === indicator.id).length,
      explanation: explain(facts, indicator, judged),
    };
  });
}
