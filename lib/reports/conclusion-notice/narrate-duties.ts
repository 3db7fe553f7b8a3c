import { formatCount2 } from "@/lib/numbers/format";
import { lack, say, tell } from "../document/runs";
import type { Block, Run } from "../document/types";
import { lowerFirst } from "../narrative/words";
import { nameIssuingBody } from "./bodies";
import type { ConclusionNoticeFacts } from "./facts";
import { narrateTask, narrateUnmetCriterion } from "./narrate-tasks";

/** "đến hết năm 2024 xã Bản Bo cơ bản đạt các tiêu chí xây dựng …", or a count where that is the goal. */
function narrateGoal(facts: ConclusionNoticeFacts): Run[] {
  const { goal, unit, standard, assessment } = facts;
  if (goal === null) {
    return [
      lack("goal", "thời hạn hoàn thành"),
      say(` ${unit.label} đạt các tiêu chí xây dựng ${standard}.`),
    ];
  }
  const due = /^đến(?=\s)/iu.test(goal.dueText) ? goal.dueText : `đến ${lowerFirst(goal.dueText)}`;
  const what = goal.targetMet === null ? "các tiêu chí" : `${goal.targetMet}/${assessment.total} tiêu chí`;
  return [
    tell(due, "document"),
    say(` ${unit.label} `),
    tell(`${goal.phrase} ${what}`, "document"),
    say(` xây dựng ${standard}.`),
  ];
}

/** Where the source assigns general tasks, they are told as assigned; otherwise the genre's own sentence stands. */
function narrateAim(facts: ConclusionNoticeFacts): Block {
  const { assessment, generalTasks } = facts;
  const origin = assessment.basis === "recorded" ? "document" : "figures";
  const runs: Run[] = [
    say("Tiếp tục củng cố các tiêu chí đã đạt, nâng cao chất lượng các tiêu chí đạt ở mức thấp"),
  ];
  if (assessment.unmet > 0) {
    runs.push(
      say("; tập trung lãnh đạo, chỉ đạo thực hiện "),
      tell(`${formatCount2(assessment.unmet)} tiêu chí chưa đạt`, origin),
    );
  }
  runs.push(say(", phấn đấu "), ...narrateGoal(facts));
  if (generalTasks.length === 0) {
    runs.push(
      say(
        " Đảng ủy, UBND xã xây dựng kế hoạch chi tiết, phân công cụ thể từng thành viên, gắn trách nhiệm của các đồng chí lãnh đạo xã với từng tiêu chí, bảo đảm đúng lộ trình, thời gian quy định.",
      ),
    );
  }
  return { kind: "paragraph", runs };
}

function narrateLead(facts: ConclusionNoticeFacts): Block {
  const body = nameIssuingBody(facts.issuer);
  return {
    kind: "paragraph",
    keepNext: true,
    runs: [
      say(
        `Trên cơ sở ý kiến của các đại biểu dự Hội nghị và tình hình thực tế của xã, ${body} yêu cầu các cơ quan, đơn vị liên quan và ${facts.unit.label} xác định rõ lộ trình, giải pháp khắc phục, tiến độ và mốc thời gian hoàn thành từng tiêu chí; cụ thể như sau:`,
      ),
    ],
  };
}

/** Section 2: goal, general tasks, then one numbered paragraph for each unmet criterion, in order. */
export function narrateDuties(facts: ConclusionNoticeFacts): Block[] {
  const { assessment } = facts;
  const origin = assessment.basis === "recorded" ? "document" : "figures";
  const unmet = [...assessment.unmetCriteria].sort((a, b) => a.number - b.number);
  const unnamed = assessment.unmet - unmet.length;
  const general: Block[] = facts.generalTasks.map((task, index) => ({
    kind: "paragraph",
    runs: narrateTask(task, `general.${index + 1}`, origin),
  }));
  const numbered: Block[] = unmet.map((criterion, index) => ({
    kind: "numbered",
    ordinal: index + 1,
    runs: narrateUnmetCriterion(criterion, origin),
  }));
  const rest: Block[] =
    unnamed > 0
      ? [
          {
            kind: "paragraph",
            runs: [
              say(`Đối với ${formatCount2(unnamed)} tiêu chí chưa đạt mà văn bản nguồn không kể tên: `),
              lack("unnamed.tasks", "tên tiêu chí, nhiệm vụ và cơ quan chủ trì"),
              say("."),
            ],
          },
        ]
      : [];
  return [
    { kind: "heading", level: 1, runs: [say("2. Một số nhiệm vụ trọng tâm trong thời gian tới")] },
    narrateAim(facts),
    ...general,
    ...(assessment.unmet > 0 ? [narrateLead(facts)] : []),
    ...numbered,
    ...rest,
    ...(assessment.missing > 0
      ? [
          {
            kind: "paragraph" as const,
            runs: [
              say(
                "Đối với các tiêu chí chưa có đủ số liệu, đề nghị UBND xã hoàn thiện số liệu và gửi cơ quan chuyên môn thẩm định.",
              ),
            ],
          },
        ]
      : []),
    {
      kind: "paragraph",
      keepNext: true,
      runs: [facts.closing === null ? lack("closing", "câu kết") : say(facts.closing)],
    },
  ];
}
