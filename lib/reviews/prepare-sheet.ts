import { formatPeriod } from "@/lib/numbers/periods";
import { displayState } from "@/lib/scoring/display";
import type { ResolvedCriterion, Verdict } from "@/lib/scoring/types";
import {
  type CriterionState,
  countStates,
  findCriterionState,
  mapCriterionStates,
} from "@/lib/submissions/criterion-state";
import { formatMoment } from "@/lib/submissions/lock";
import { ACT_WORDS, STATUS_WORDS } from "@/lib/submissions/transitions";
import { prepareRows } from "./prepare-rows";
import type { ReviewSheetFacts } from "./sheet-queries";
import type { Reader, Remark, ReviewSheetView } from "./types";
import { KIND_WORDS, SHEET_WORDS } from "./words";

interface SheetReader {
  reader: Reader;
  /** Criteria this reader decides on. */
  reach: "all" | readonly number[];
}

/** A sheet that was verified was agreed to as a whole, also where nobody spoke of a criterion. */
function readStates(facts: ReviewSheetFacts): Map<number, CriterionState> {
  const ids = facts.resolved.criteria.map((criterion) => criterion.id);
  const states = mapCriterionStates(ids, facts.reviews, facts.round);
  if (facts.status === "verified" || facts.status === "approved") {
    for (const [id, state] of states) if (state === "waiting") states.set(id, "agreed");
  }
  return states;
}

const HANDOVER_WORDS = { submitted: ACT_WORDS.send, verified: ACT_WORDS.verify, approved: ACT_WORDS.approve };

function listRemarks(facts: ReviewSheetFacts, criterionId: number): Remark[] {
  const spoken = facts.reviews
    .filter((review) => review.criterionId === criterionId)
    .map((review) => ({
      at: review.at,
      remark: {
        key: `review-${review.id}`,
        who: `${review.authorName}, ${review.authorPosition}`,
        when: formatMoment(review.at),
        did: KIND_WORDS[review.kind],
        kind: review.kind,
        about: review.indicatorCode === null ? null : `chỉ tiêu ${review.indicatorCode}`,
        text: review.text,
        round: review.round,
      } satisfies Remark,
    }));
  const handovers = facts.snapshots.map((snapshot) => ({
    at: snapshot.at,
    remark: {
      key: `snapshot-${snapshot.id}`,
      who: snapshot.actorName ?? (snapshot.kind === "submitted" ? facts.unitLabel : "Không ghi tên"),
      when: formatMoment(snapshot.at),
      did:
        snapshot.round > 1
          ? `${HANDOVER_WORDS[snapshot.kind]} lần ${snapshot.round}`
          : HANDOVER_WORDS[snapshot.kind],
      kind: "step",
      about: null,
      text: null,
      round: snapshot.round,
    } satisfies Remark,
  }));
  // Giving a sheet back hands nothing over: only the audit tells of it.
  const returns = facts.steps.map((step) => ({
    at: step.at,
    remark: {
      key: `step-${step.id}`,
      who: step.actorName,
      when: formatMoment(step.at),
      did: ACT_WORDS[step.step],
      kind: "step",
      about: null,
      text: step.reason,
      round: step.round ?? facts.round,
    } satisfies Remark,
  }));
  return [...spoken, ...handovers, ...returns]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ remark }) => remark);
}

/** What was sent before the sending in hand, or null for the first. */
function findSentBefore(facts: ReviewSheetFacts) {
  return facts.snapshots.findLast(({ kind, round }) => kind === "submitted" && round < facts.round) ?? null;
}

function compareText(facts: ReviewSheetFacts): string {
  const approved = facts.approved;
  const before = findSentBefore(facts);
  const parts = [
    approved
      ? `So với ${formatPeriod(approved.period)} đã duyệt.`
      : "Chưa có kỳ nào được duyệt trước đây để so.",
    before ? `Ô tô màu: khác lần gửi ${before.round}.` : approved ? "Ô tô màu: khác kỳ đó." : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Results that were handed over, in order: self-assessed and verified are both kept. */
function listResults(facts: ReviewSheetFacts): ReviewSheetView["resultTexts"] {
  const labels = { submitted: "Tự đánh giá", verified: "Thẩm định", approved: "Duyệt" } as const;
  const sendings = facts.snapshots.filter(({ kind }) => kind === "submitted").length;
  const told = facts.snapshots.map((snapshot) => ({
    label:
      snapshot.kind === "submitted" && sendings > 1
        ? `${labels.submitted} lần ${snapshot.round}`
        : labels[snapshot.kind],
    value: `${snapshot.metCount}/${snapshot.totalCount}`,
    isCurrent: false,
  }));
  if (told.length === 0) {
    told.push({ label: labels.submitted, value: `${facts.metCount}/${facts.totalCount}`, isCurrent: true });
  }
  return told.map((one, index) => ({ ...one, isCurrent: index === told.length - 1 }));
}

/** What agreeing and returning come to, in criteria met. */
function describeConsequence(facts: ReviewSheetFacts, criterion: ResolvedCriterion): string {
  const { metCount, totalCount, approved } = facts;
  const before = approved ? `${approved.snapshot.metCount}/${approved.snapshot.totalCount}` : null;
  const verdict = facts.now.verdicts[criterion.id];
  const was = approved?.snapshot.verdicts[criterion.id];
  const whole = before
    ? `Xã tự đánh giá ${metCount}/${totalCount}; ${formatPeriod(approved?.period ?? facts.period)} được duyệt ${before}.`
    : `Xã tự đánh giá ${metCount}/${totalCount}.`;
  if (!criterion.isCounted) return `${whole} Tiêu chí ${criterion.number} không tính vào tổng.`;
  if (verdict !== "met") return `${whole} Tiêu chí ${criterion.number} chưa tính là đạt.`;
  const rest = `không có tiêu chí ${criterion.number} thì còn ${metCount - 1}/${totalCount}`;
  return was && was !== "met"
    ? `${whole} Tiêu chí ${criterion.number} mới đạt: ${rest}.`
    : `${whole} Nếu ${rest}.`;
}

function refuseDecision(
  facts: ReviewSheetFacts,
  criterion: ResolvedCriterion,
  { reader, reach }: SheetReader,
): string | null {
  if (reader === "commune") return "Xã xem ý kiến và trả lời; cấp trên đồng ý hoặc trả lại.";
  if (reach !== "all" && !reach.includes(criterion.id)) {
    return `Tiêu chí ${criterion.number} do bộ phận khác thẩm định, anh/chị chỉ xem.`;
  }
  if (facts.status === "submitted") return null;
  return `Phiếu ${STATUS_WORDS[facts.status]}, không ghi thêm ý kiến từng tiêu chí.`;
}

function stateOf(verdict: Verdict | undefined, was: Verdict | undefined) {
  return displayState({ verdict: verdict ?? "missing", isNear: false }, was);
}

/** One sheet and one of its criteria as the reviewer's screen shows them. Null when there is no such criterion. */
export function prepareReviewSheet(
  facts: ReviewSheetFacts,
  criterionNumber: number,
  who: SheetReader,
): ReviewSheetView | null {
  const criterion = facts.resolved.criteria.find(({ number }) => number === criterionNumber);
  if (!criterion) return null;
  const states = readStates(facts);
  const approvedVerdicts = facts.approved?.snapshot.verdicts ?? {};
  const said = facts.reviews.filter(
    (review) => review.criterionId === criterion.id && review.round === facts.round,
  );
  const numbers: ReviewSheetView["numbers"] = {
    waiting: [],
    agreed: [],
    returned: [],
    asked: [],
    answered: [],
  };
  for (const { id, number } of facts.resolved.criteria) numbers[states.get(id) ?? "waiting"].push(number);
  const sender = facts.submittedByName ? ` Người gửi: ${facts.submittedByName}.` : "";
  const sending = facts.round > 1 ? ` (lần ${facts.round})` : "";
  const codes = new Map(
    criterion.indicators.flatMap((one) => [one, ...one.limbs]).map((one) => [one.id, one.code]),
  );
  return {
    submissionId: facts.submissionId,
    unitCode: facts.unitCode,
    unitLabel: facts.unitLabel,
    status: facts.status,
    statusText: SHEET_WORDS[facts.status],
    provenance: facts.provenance,
    isIllustrative: facts.isIllustrative,
    round: facts.round,
    sentText: facts.submittedAt ? `Gửi ${formatMoment(facts.submittedAt)}${sending}.${sender}` : "",
    comparedText: compareText(facts),
    approvedTitle: facts.approved ? formatPeriod(facts.approved.period, "start") : null,
    resultTexts: listResults(facts),
    criterion: {
      id: criterion.id,
      number: criterion.number,
      title: criterion.title,
      state: stateOf(facts.now.verdicts[criterion.id], approvedVerdicts[criterion.id]),
      reviewState: said.length > 0 ? findCriterionState(said) : (states.get(criterion.id) ?? "waiting"),
      seenId: said.at(-1)?.id ?? 0,
      indicators: criterion.indicators.map(({ id, code }) => ({ id, code })),
    },
    rows: prepareRows(facts, criterion, findSentBefore(facts)),
    consequence: describeConsequence(facts, criterion),
    remarks: listRemarks(facts, criterion.id),
    evidence: facts.evidence
      .filter((one) => codes.has(one.indicatorId))
      .map(({ indicatorId, addedAt, addedByName, ...one }) => ({
        ...one,
        indicatorCode: codes.get(indicatorId) ?? "",
        addedText: `${addedByName ?? "không ghi tên"}, ${formatMoment(addedAt)}`,
      })),
    cells: facts.resolved.criteria.map((one) => ({
      number: one.number,
      title: one.title,
      state: stateOf(facts.now.verdicts[one.id], approvedVerdicts[one.id]),
      reviewState: states.get(one.id) ?? "waiting",
    })),
    counts: countStates(states.values()),
    numbers,
    refusal: refuseDecision(facts, criterion, who),
  };
}
