import type { ThresholdSense } from "@/lib/numbers/format";
import type { Direction } from "@/lib/scoring/types";
import type { AssessmentFacts, CriterionName, TaskFacts, UnmetCriterionFacts } from "./facts";
import type { NoticeSubmission } from "./find-submission";

const STATUS_WORDS: Record<NoticeSubmission["status"], string> = {
  draft: "xã đang nhập, chưa gửi",
  submitted: "xã tự đánh giá",
  returned: "xã tự đánh giá, cấp trên đã trả lại để bổ sung",
  verified: "đã thẩm định",
  approved: "đã được phê duyệt",
};

function senseOf(direction: Direction): ThresholdSense {
  if (direction === "gte" || direction === "gt") return "at-least";
  if (direction === "lte" || direction === "lt") return "at-most";
  return "other";
}

/** "cơ bản đạt 9/19 tiêu chí" → "cơ bản đạt": the count is printed from the data. */
function cutPhrase(phrase: string | null): string {
  const bare = (phrase ?? "").replace(/\s*\d+\s*\/\s*\d+.*$/su, "").trim();
  return bare === "" ? "đạt" : bare;
}

function describeUnmet(
  submission: NoticeSubmission,
  row: NoticeSubmission["criterionVerdicts"][number],
  tasks: TaskFacts[],
): UnmetCriterionFacts {
  return {
    number: row.criterion.number,
    title: row.criterion.title,
    tasks,
    indicatorTotal: row.totalIndicators,
    unmetIndicators: submission.indicatorVerdicts
      .filter((verdict) => verdict.indicator.criterionId === row.criterionId)
      .map(({ indicator, gap }) => ({
        code: indicator.code,
        title: indicator.title,
        unit: indicator.unit,
        decimals: indicator.decimals,
        gap: gap === null ? null : gap.toFixed(),
        sense: senseOf(indicator.direction),
      })),
  };
}

/**
 * The stored result of a submission as facts of a notice.
 * @param tasks by criterion id
 * @param periodText "quý IV/2024"
 */
export function gatherAssessment(
  submission: NoticeSubmission,
  tasks: ReadonlyMap<number, TaskFacts[]>,
  periodText: string,
): AssessmentFacts {
  const counted = submission.criterionVerdicts
    .filter((row) => row.criterion.isCounted)
    .sort((a, b) => a.criterion.number - b.criterion.number);
  const named = (verdict: NoticeSubmission["criterionVerdicts"][number]["verdict"]): CriterionName[] =>
    counted
      .filter((row) => row.verdict === verdict)
      .map(({ criterion }) => ({ number: criterion.number, title: criterion.title }));
  const isRecorded = submission.basis === "recorded";
  return {
    basis: submission.basis,
    sourceText: isRecorded ? null : `số liệu ${periodText} ${STATUS_WORDS[submission.status]}`,
    phrase: isRecorded ? cutPhrase(submission.metPhrase) : "đạt",
    met: submission.metCount,
    unmet: submission.unmetCount,
    missing: submission.missingCount,
    exempt: submission.exemptCount,
    undefinedThreshold: submission.undefinedCount,
    total: submission.totalCount,
    setTotal: submission.set.criteria.length,
    unmetCriteria: counted
      .filter((row) => row.verdict === "unmet")
      .map((row) => describeUnmet(submission, row, tasks.get(row.criterionId) ?? [])),
    missingCriteria: named("missing"),
    exemptCriteria: named("exempt"),
    undefinedCriteria: named("undefined_threshold"),
  };
}
