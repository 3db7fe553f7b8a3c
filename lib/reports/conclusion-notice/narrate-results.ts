import { formatOfficialDate } from "@/lib/numbers/dates";
import { formatCount2 } from "@/lib/numbers/format";
import { lack, say, tell } from "../document/runs";
import type { Block, Run } from "../document/types";
import { joinItems, joinNames, lowerFirst, nameCriterion, trimSentence } from "../narrative/words";
import { nameIssuingBody } from "./bodies";
import type { AssessmentFacts, ConclusionNoticeFacts, CriterionName } from "./facts";

function paragraph(...runs: Run[]): Block {
  return { kind: "paragraph", runs };
}

/** Opening: which working session is concluded, who took part. */
export function narrateOpening(facts: ConclusionNoticeFacts): Block {
  const body = nameIssuingBody(facts.issuer);
  const { meeting, unit, standard } = facts;
  const counterparts = meeting?.counterparts ?? [];
  const attending = meeting?.attendingBodies ?? [];
  return paragraph(
    say("Thực hiện "),
    meeting?.programme
      ? tell(meeting.programme, "document")
      : lack("meeting.programme", "chương trình công tác tháng, năm"),
    say(", "),
    meeting?.date
      ? tell(formatOfficialDate(meeting.date), "document")
      : lack("meeting.date", "ngày làm việc"),
    say(`, ${body} làm việc với `),
    counterparts.length > 0
      ? tell(joinItems(counterparts), meeting?.date ? "document" : "units")
      : lack("meeting.counterparts", "cơ quan, đơn vị làm việc"),
    say(`; tham gia đoàn công tác của ${body} có đại diện lãnh đạo các cơ quan, đơn vị: `),
    attending.length > 0
      ? tell(attending.join(", "), "document")
      : lack("meeting.attending", "cơ quan, đơn vị tham gia đoàn công tác"),
    say("; sau khi nghe "),
    tell(
      counterparts.length > 0 ? joinNames(counterparts) : unit.label,
      meeting?.date ? "document" : "units",
    ),
    say(
      ` báo cáo kết quả lãnh đạo, chỉ đạo, tổ chức thực hiện xây dựng ${standard} trên địa bàn xã và ý kiến tham gia tại Hội nghị, ${body} kết luận như sau:`,
    ),
  );
}

function narrateStanding(facts: ConclusionNoticeFacts): Run[] {
  const { assessment } = facts;
  const origin = assessment.basis === "recorded" ? "document" : "figures";
  const lead = assessment.sourceText === null ? "Đến nay, xã " : `Theo ${assessment.sourceText}, đến nay xã `;
  return [
    say(lead),
    tell(`${assessment.phrase} ${assessment.met}/${assessment.total} tiêu chí`, origin, { bold: false }),
    say("."),
  ];
}

function listCriteria(criteria: readonly CriterionName[], origin: "document" | "figures"): Run[] {
  return [...criteria]
    .sort((a, b) => a.number - b.number)
    .flatMap((criterion, index) => [
      ...(index > 0 ? [say("; ")] : []),
      tell(nameCriterion(criterion), origin),
    ]);
}

/** What is not met, by number and name; what a source does not name is told as a count. */
export function narrateUnmetList(assessment: AssessmentFacts): Block[] {
  const origin = assessment.basis === "recorded" ? "document" : "figures";
  const { unmet, unmetCriteria } = assessment;
  if (unmet === 0) return [];
  const unnamed = unmet - unmetCriteria.length;
  const count = tell(`${formatCount2(unmet)} tiêu chí`, origin);
  if (unnamed === 0) {
    return [
      paragraph(say("Còn "), count, say(" chưa đạt: "), ...listCriteria(unmetCriteria, origin), say(".")),
    ];
  }
  if (unmetCriteria.length === 0) {
    return [paragraph(say("Còn "), count, say(" chưa đạt; văn bản nguồn không kể tên các tiêu chí này."))];
  }
  return [
    paragraph(
      say("Còn "),
      count,
      say(` chưa đạt, trong đó văn bản nguồn kể tên ${formatCount2(unmetCriteria.length)} tiêu chí: `),
      ...listCriteria(unmetCriteria, origin),
      say(`; ${formatCount2(unnamed)} tiêu chí còn lại văn bản nguồn không kể tên.`),
    ),
  ];
}

/** Criteria that could not be judged are told apart: they are not "chưa đạt". */
function narrateUnjudged(assessment: AssessmentFacts): Block[] {
  const groups: [number, readonly CriterionName[], string][] = [
    [assessment.missing, assessment.missingCriteria, "chưa có đủ số liệu để đánh giá"],
    [
      assessment.undefinedThreshold,
      assessment.undefinedCriteria,
      "chưa xác định được mức đạt chuẩn để đánh giá",
    ],
    [assessment.exempt, assessment.exemptCriteria, "không áp dụng đối với xã"],
  ];
  return groups
    .filter(([count]) => count > 0)
    .map(([count, criteria, words]) =>
      paragraph(
        tell(`Có ${formatCount2(count)} tiêu chí ${words}`, "figures"),
        ...(criteria.length > 0 ? [say(": "), ...listCriteria(criteria, "figures")] : []),
        say("."),
      ),
    );
}

function narratePoints(lead: string, points: readonly string[], slot: string, label: string): Block {
  const runs: Run[] =
    points.length > 0
      ? points.flatMap((point, index) => [
          ...(index > 0 ? [say("; ")] : []),
          tell(lowerFirst(trimSentence(point)), "document"),
        ])
      : [lack(slot, label)];
  return paragraph(say(lead), ...runs, say("."));
}

/** Section 1: standing, what is not met, shortcomings and their causes. */
export function narrateResults(facts: ConclusionNoticeFacts): Block[] {
  const body = nameIssuingBody(facts.issuer);
  const hasShortfall = facts.assessment.unmet > 0 || facts.limitations.length > 0;
  return [
    { kind: "heading", level: 1, runs: [say("1. Kết quả triển khai thực hiện")] },
    paragraph(
      say(
        `${body} ghi nhận sự cố gắng của Đảng ủy, HĐND, UBND xã, Mặt trận Tổ quốc, các đoàn thể và Nhân dân ${facts.unit.label} trong lãnh đạo, chỉ đạo và tổ chức thực hiện xây dựng ${facts.standard} thời gian qua. `,
      ),
      ...narrateStanding(facts),
    ),
    ...(hasShortfall
      ? [
          narratePoints(
            "Bên cạnh những kết quả đạt được, còn một số hạn chế, yếu kém cần khắc phục: ",
            facts.limitations,
            "limitations",
            "hạn chế, yếu kém",
          ),
        ]
      : []),
    ...narrateUnmetList(facts.assessment),
    ...narrateUnjudged(facts.assessment),
    ...(hasShortfall
      ? [
          narratePoints(
            "Những hạn chế, yếu kém trên có nhiều nguyên nhân, trong đó nguyên nhân chủ yếu là: ",
            facts.causes,
            "causes",
            "nguyên nhân chủ yếu",
          ),
        ]
      : []),
  ];
}
