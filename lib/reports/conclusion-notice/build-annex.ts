import { lack, say, tell } from "../document/runs";
import type { Block, Run } from "../document/types";
import { describeDeadline } from "../narrative/deadlines";
import { joinItems, nameCriterion, trimSentence, upperFirst } from "../narrative/words";
import type { ConclusionNoticeFacts, TaskFacts, UnmetCriterionFacts } from "./facts";

const COLUMNS = [
  { title: "TT", weight: 5, align: "center" as const },
  { title: "Tiêu chí", weight: 17, align: "left" as const },
  { title: "Nhiệm vụ", weight: 33, align: "left" as const },
  { title: "Cơ quan chủ trì", weight: 15, align: "left" as const },
  { title: "Cơ quan phối hợp", weight: 12, align: "left" as const },
  { title: "Thời hạn", weight: 12, align: "left" as const },
  { title: "Ghi chú", weight: 6, align: "left" as const },
];

function buildRow(criterion: UnmetCriterionFacts, ordinal: string, task: TaskFacts | null): Run[][] {
  const slot = `criterion.${criterion.number}.task`;
  if (task === null) {
    return [
      [say(ordinal)],
      [tell(nameCriterion(criterion), "figures")],
      [lack(slot, "nhiệm vụ và cơ quan chủ trì")],
      [],
      [],
      [],
      [],
    ];
  }
  const deadline = describeDeadline(task);
  return [
    [say(ordinal)],
    [tell(nameCriterion(criterion), "document")],
    [tell(upperFirst(trimSentence(task.title)), "document")],
    task.responsible.length > 0
      ? [tell(joinItems(task.responsible), "document")]
      : [lack(`${slot}.body`, "cơ quan chủ trì")],
    task.coordinating.length > 0 ? [tell(joinItems(task.coordinating), "document")] : [],
    deadline === null ? [] : [tell(deadline, "document")],
    [],
  ];
}

/** Annex "Phân công thực hiện các tiêu chí chưa đạt": the numbered paragraphs as a table. */
export function buildAnnex(facts: ConclusionNoticeFacts, word: string, reference: Run[]): Block[] {
  const unmet = [...facts.assessment.unmetCriteria].sort((a, b) => a.number - b.number);
  const rows = unmet.flatMap((criterion, index) => {
    if (criterion.tasks.length === 0) return [buildRow(criterion, String(index + 1), null)];
    return criterion.tasks.map((task, taskIndex) =>
      buildRow(criterion, taskIndex === 0 ? String(index + 1) : "", task),
    );
  });
  return [
    { kind: "annex-title", word, title: "PHÂN CÔNG THỰC HIỆN CÁC TIÊU CHÍ CHƯA ĐẠT", reference },
    { kind: "table", columns: COLUMNS, rows },
  ];
}
