import { formatCount2, formatShortfall } from "@/lib/numbers/format";
import { lack, say, tell } from "../document/runs";
import type { Run } from "../document/types";
import { describeDeadline } from "../narrative/deadlines";
import { joinBodies, joinItems, lowerFirst, nameCriterion, shorten, trimSentence } from "../narrative/words";
import type { TaskFacts, UnmetCriterionFacts } from "./facts";

/** The code finds the full wording; the sentence must stay readable. */
const LONGEST_TITLE = 90;

type Origin = "document" | "figures";

/**
 * One task as sentences: "Giao A chủ trì, phối hợp với B rà soát … . **(Hoàn thành trong tháng 5/2023).**"
 */
export function narrateTask(task: TaskFacts, slot: string, origin: Origin): Run[] {
  const runs: Run[] = [say("Giao ")];
  if (task.responsible.length === 0) runs.push(lack(`${slot}.body`, "cơ quan chủ trì"));
  else runs.push(tell(joinBodies(task.responsible), origin));
  if (task.coordinating.length > 0) {
    runs.push(say(" chủ trì, phối hợp với "), tell(joinBodies(task.coordinating), origin));
  }
  runs.push(say(" "), tell(lowerFirst(trimSentence(task.title)), origin), say("."));
  const deadline = describeDeadline(task);
  if (deadline !== null) runs.push(say(" "), tell(`(${deadline}).`, origin, { bold: true }));
  return runs;
}

/** "còn 02/04 chỉ tiêu chưa đạt: 1.2 (…, còn thiếu 1,4 điểm %); …" */
function narrateUnmetIndicators(criterion: UnmetCriterionFacts): Run[] {
  const { unmetIndicators, indicatorTotal } = criterion;
  if (unmetIndicators.length === 0) return [];
  const items = unmetIndicators.map((indicator) => {
    const gap =
      indicator.gap === null
        ? ""
        : `, ${formatShortfall(indicator.gap, indicator.unit, indicator.decimals, indicator.sense)}`;
    return `chỉ tiêu ${indicator.code} (${shorten(indicator.title, LONGEST_TITLE)}${gap})`;
  });
  const count = `còn ${formatCount2(unmetIndicators.length)}/${formatCount2(indicatorTotal)} chỉ tiêu chưa đạt: `;
  return [tell(count, "figures"), tell(joinItems(items), "figures"), say(". ")];
}

/** Runs of the numbered paragraph of one unmet criterion, without its ordinal. */
export function narrateUnmetCriterion(criterion: UnmetCriterionFacts, origin: Origin): Run[] {
  const slot = `criterion.${criterion.number}`;
  const runs: Run[] = [
    tell(nameCriterion(criterion), origin),
    say(": "),
    ...narrateUnmetIndicators(criterion),
  ];
  if (criterion.tasks.length === 0) {
    return [...runs, lack(`${slot}.task`, "nhiệm vụ và cơ quan chủ trì"), say(".")];
  }
  criterion.tasks.forEach((task, index) => {
    if (index > 0) runs.push(say(" "));
    runs.push(...narrateTask(task, `${slot}.task.${index + 1}`, origin));
  });
  return runs;
}
