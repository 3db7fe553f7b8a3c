import type { AuthorizedUnit } from "@/lib/auth/types";
import { sayDistance, sayThreshold, sayValue } from "@/lib/entry/texts";
import { nameThresholdSource } from "@/lib/gaps/threshold-text";
import { formatDecimal, formatMeasure, printUnit } from "@/lib/numbers/format";
import { displayState } from "@/lib/scoring/display";
import { describeReason, describeVerdict, type Explanation, explainIndicator } from "@/lib/scoring/explain";
import { resolveIndicator } from "@/lib/scoring/thresholds";
import type {
  ExemptionMap,
  FigureMap,
  IndicatorDefinition,
  ResolvedIndicator,
  ThresholdContext,
  ThresholdRow,
} from "@/lib/scoring/types";
import { formatMoment } from "@/lib/server/moment";
import type { FigureRow } from "@/lib/submissions/figure-rows";
import type { SheetContext } from "@/lib/submissions/sheet-context";
import { nameFigurePath } from "./address";
import type { FoundIndicator } from "./find-indicator";
import type { LoadedDecision, LoadedSheetRow, LoadedTexts } from "./queries";
import type { FigurePage, PartView, QuarterView } from "./types";
import { listSteps, REFUSAL_WORDS, sayBareThreshold, sayScope } from "./words";

export interface FigureFacts {
  unit: AuthorizedUnit;
  context: SheetContext;
  period: string;
  found: FoundIndicator;
  thresholdContext: ThresholdContext;
  figures: FigureMap;
  figure: FigureRow | null;
  exemptions: ExemptionMap;
  sheet: LoadedSheetRow;
  texts: LoadedTexts;
  quarters: QuarterView[];
  decision: LoadedDecision;
}

type Prepared = Omit<FigurePage, "assignment" | "history" | "evidence" | "canAddEvidence" | "lockMessage">;

const STATUS_TEXTS = {
  draft: "đang nhập, chưa gửi",
  submitted: "đã gửi, chờ thẩm định",
  returned: "bị trả lại, chờ xã sửa",
  verified: "đã thẩm định, chờ duyệt",
  approved: "đã duyệt",
} as const;

const withRow = (indicator: ResolvedIndicator, row: ThresholdRow): ResolvedIndicator => ({
  ...indicator,
  threshold: { row, reason: indicator.threshold.reason },
});

/** What was judged, without its unit: the value, the word, or nothing. */
function sayJudged(
  indicator: ResolvedIndicator,
  explanation: Explanation,
  figure: FigureRow | null,
): string | null {
  if (indicator.limbs.length > 0) return null;
  if (figure?.booleanValue != null) return figure.booleanValue ? "Đạt" : "Chưa đạt";
  if (figure?.gradeValue != null) return figure.gradeValue;
  const value = explanation.score.value ?? figure?.value ?? null;
  return value === null ? null : sayValue(indicator, value);
}

function isWorded(indicator: IndicatorDefinition | ResolvedIndicator): boolean {
  return indicator.kind === "boolean" || indicator.kind === "grade";
}

function saySentence(indicator: ResolvedIndicator, explanation: Explanation, value: string | null): string {
  if (indicator.limbs.length > 0) {
    const met = explanation.score.limbs.filter((limb) => limb.verdict === "met").length;
    return `Đạt khi mọi phần đều đạt; hiện ${met}/${indicator.limbs.length} phần đạt.`;
  }
  const row = explanation.threshold;
  const unit = isWorded(indicator) ? "" : printUnit(indicator.unit);
  return describeVerdict(explanation, {
    value: value === null ? "Chưa có số liệu" : unit === "" ? value : `${value} ${unit}`,
    threshold: row === null ? "" : sayBareThreshold(row, isWorded(indicator) ? "" : indicator.unit),
    distance: sayDistance(indicator, explanation.score) ?? "",
  });
}

function prepareThreshold(
  facts: FigureFacts,
  indicator: ResolvedIndicator,
  explanation: Explanation,
): Prepared["threshold"] {
  const row = explanation.threshold;
  const print = (one: ThresholdRow) => sayThreshold(withRow(indicator, one)) ?? "chưa biết con số";
  const name = (code: string) => facts.texts.strata.get(code) ?? code;
  return {
    text: row === null ? null : sayThreshold(indicator),
    reason: describeReason(explanation.reason),
    steps: listSteps(explanation.candidates, print),
    rows: explanation.candidates.map((one) => ({
      id: one.row.id,
      scope: sayScope(one.row, name),
      text: print(one.row),
      why: one.refusal === null ? "được chọn" : REFUSAL_WORDS[one.refusal],
      isChosen: one.refusal === null,
      provenance: one.row.provenance,
      source: one.row.source,
    })),
    provenance: nameThresholdSource(row?.provenance ?? null, indicator.delegatedToProvince),
    source: row?.source ?? null,
    note: row?.note ?? null,
  };
}

function prepareParts(facts: FigureFacts, resolved: ResolvedIndicator, explanation: Explanation): PartView[] {
  return resolved.limbs.map((limb, index) => {
    const score = explanation.score.limbs[index];
    const figure = facts.figures[limb.id];
    const value = score?.value ?? figure?.value ?? null;
    return {
      code: limb.code,
      title: limb.title,
      href: nameFigurePath({
        unit: facts.unit.code,
        set: facts.context.setCode,
        period: facts.period,
        code: limb.code,
      }),
      value:
        figure?.booleanValue != null
          ? figure.booleanValue
            ? "Đạt"
            : "Chưa đạt"
          : (figure?.gradeValue ??
            (value === null ? null : formatMeasure(value, limb.unit, Math.max(limb.decimals, 0)))),
      state: displayState({ verdict: score?.verdict ?? "missing", isNear: score?.isNear ?? false }, null),
    };
  });
}

function prepareSheet({ sheet }: FigureFacts): Prepared["sheet"] {
  if (!sheet) return null;
  const by = (name: string | undefined, at: Date | null) =>
    at === null ? null : { who: name ?? "dữ liệu có sẵn", when: formatMoment(at) };
  return {
    statusText: sheet.basis === "recorded" ? "ghi từ văn bản" : STATUS_TEXTS[sheet.status],
    provenance: sheet.provenance,
    basis: sheet.basis,
    document: sheet.document,
    sent: by(sheet.submittedBy?.displayName, sheet.submittedAt),
    decided: by(sheet.decidedBy?.displayName, sheet.decidedAt),
  };
}

function prepareReview({ decision }: FigureFacts): Prepared["review"] {
  if (!decision) return null;
  const said = decision.kind === "agreed" ? "đồng ý" : "trả lại";
  return {
    who: `${decision.author.displayName}, ${decision.author.position}`,
    when: formatMoment(decision.at),
    text: decision.text ? `${said}: ${decision.text}` : said,
  };
}

function prepareEntered({ figure }: FigureFacts): Prepared["entered"] {
  return figure && { who: figure.enteredByName ?? "dữ liệu có sẵn", when: formatMoment(figure.enteredAt) };
}

function prepareRatio(indicator: ResolvedIndicator, explanation: Explanation): Prepared["ratio"] {
  const { ratio } = explanation;
  if (ratio === null) return null;
  return {
    text: `${formatDecimal(ratio.numerator)} / ${formatDecimal(ratio.denominator)}`,
    labels: [indicator.numeratorLabel, indicator.denominatorLabel].filter(Boolean).join(" / "),
  };
}

/** A figure's facts as the words of its page. */
export function prepareFigure(facts: FigureFacts): Prepared {
  const { criterion, indicator, parent } = facts.found;
  const resolved = resolveIndicator(indicator, facts.thresholdContext);
  const explanation = explainIndicator(indicator, facts.thresholdContext, facts.figures, facts.exemptions);
  const { score } = explanation;
  const value = sayJudged(resolved, explanation, facts.figure);
  const threshold = explanation.threshold?.value ?? null;
  const present = facts.quarters.at(-1);
  const address = { unit: facts.unit.code, set: facts.context.setCode, period: facts.period };
  return {
    unit: { code: facts.unit.code, label: facts.unit.label },
    set: {
      code: facts.context.setCode,
      shortTitle: facts.texts.set.shortTitle,
      legalBasis: facts.texts.set.legalBasis,
    },
    period: facts.period,
    isIllustrative: facts.sheet?.isIllustrative ?? facts.context.isUnitIllustrative,
    criterion: { number: criterion.number, title: criterion.title },
    indicator: {
      id: indicator.id,
      code: indicator.code,
      title: indicator.title,
      isParent: indicator.limbs.length > 0,
      wording: facts.texts.indicator.wordingProvenance,
      sources: facts.texts.indicator.sources,
    },
    value,
    unitText: isWorded(indicator) ? "" : printUnit(indicator.unit),
    ratio: prepareRatio(resolved, explanation),
    note: facts.figure?.note ?? null,
    // Whether a quarter slipped back is known from the quarter before; a verdict alone does not know it.
    state:
      present?.period === facts.period && present.state === "regressed"
        ? "regressed"
        : displayState(score, null),
    distance: sayDistance(resolved, score),
    sentence: saySentence(resolved, explanation, value),
    exemption: explanation.exemption,
    threshold: prepareThreshold(facts, resolved, explanation),
    parts: prepareParts(facts, resolved, explanation),
    parent: parent && { code: parent.code, href: nameFigurePath({ ...address, code: parent.code }) },
    quarters: facts.quarters,
    thresholdSize: threshold === null || isWorded(indicator) ? null : Number(threshold),
    entered: prepareEntered(facts),
    sheet: prepareSheet(facts),
    review: prepareReview(facts),
  };
}
