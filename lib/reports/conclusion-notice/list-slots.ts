import { formatDate, formatOfficialDate } from "@/lib/numbers/dates";
import { checkNoticeFacts } from "./check-facts";
import type { ConclusionNoticeFacts } from "./facts";

export type SlotOrigin = "document" | "figures" | "units" | "form" | "missing";

export interface NoticeSlot {
  label: string;
  /** What is known, in a few words; a hint when the slot is missing. */
  value: string;
  origin: SlotOrigin;
}

export interface SlotSection {
  title: string;
  slots: NoticeSlot[];
  missingCount: number;
  /** "Khớp: 9 đạt + 10 chưa đạt = 19". */
  check: string | null;
}

export const SLOT_ORIGIN_WORDS: Record<SlotOrigin, string> = {
  document: "từ văn bản",
  figures: "từ số liệu",
  units: "từ danh mục đơn vị",
  form: "theo mẫu",
  missing: "cần bổ sung",
};

function slot(label: string, value: string | null, origin: SlotOrigin, hint = "chưa có"): NoticeSlot {
  return value === null || value === ""
    ? { label, value: hint, origin: "missing" }
    : { label, value, origin };
}

function section(title: string, slots: NoticeSlot[], check: string | null = null): SlotSection {
  return { title, slots, missingCount: slots.filter((item) => item.origin === "missing").length, check };
}

function listHeaderSlots(facts: ConclusionNoticeFacts): NoticeSlot[] {
  const { issuer, meeting } = facts;
  const workingDay = meeting?.date ? `ngày làm việc: ${formatDate(meeting.date)}` : "chưa có ngày";
  return [
    ...(issuer.parent === null
      ? []
      : [
          slot(
            "Đảng bộ cấp trên",
            issuer.parent.name && `${issuer.parent.organisation} ${issuer.parent.name}`,
            "units",
            issuer.parent.nameHint ?? `tên ${issuer.parent.levelWord}`,
          ),
        ]),
    slot(
      "Cơ quan ban hành",
      issuer.name && `${issuer.committee} ${issuer.name}`,
      "units",
      `${issuer.committee}: ${issuer.nameHint ?? `tên ${issuer.levelWord}`}`,
    ),
    slot("Số, ký hiệu", facts.number, "document", `-TB/${issuer.abbreviation}`),
    slot("Nơi ban hành", facts.place, "units"),
    slot(
      "Ngày ban hành",
      facts.issuedOn === null ? null : formatOfficialDate(facts.issuedOn),
      "document",
      workingDay,
    ),
    slot("Chương trình công tác", meeting?.programme ?? null, "document"),
    slot("Ngày làm việc", meeting?.date ? formatDate(meeting.date) : null, "document"),
    slot(
      "Đoàn công tác",
      meeting && meeting.attendingBodies.length > 0
        ? `${meeting.attendingBodies.length} cơ quan, đơn vị`
        : null,
      "document",
    ),
  ];
}

function listResultSlots(facts: ConclusionNoticeFacts): NoticeSlot[] {
  const { assessment } = facts;
  const origin: SlotOrigin = assessment.basis === "recorded" ? "document" : "figures";
  const numbers = assessment.unmetCriteria.map((criterion) => criterion.number).sort((a, b) => a - b);
  const unnamed = assessment.unmet - numbers.length;
  const others: [string, number][] = [
    ["Chưa có số liệu", assessment.missing],
    ["Chưa có mức", assessment.undefinedThreshold],
    ["Không áp dụng", assessment.exempt],
  ];
  return [
    slot("Số tiêu chí đạt", `${assessment.met}/${assessment.total} tiêu chí`, origin),
    slot("Mức diễn đạt", assessment.phrase, assessment.basis === "recorded" ? "document" : "form"),
    ...(assessment.sourceText === null ? [] : [slot("Căn cứ", assessment.sourceText, origin)]),
    slot(
      "Tiêu chí chưa đạt",
      assessment.unmet === 0
        ? "không có"
        : `${assessment.unmet}: ${numbers.length > 0 ? numbers.join(", ") : "không kể tên"}`,
      origin,
    ),
    ...(unnamed > 0 && numbers.length > 0
      ? [slot("Không kể tên", `${unnamed} tiêu chí, văn bản không kể tên`, "document")]
      : []),
    ...others
      .filter(([, count]) => count > 0)
      .map(([label, count]) => slot(label, `${count} tiêu chí, không tính là chưa đạt`, origin)),
    ...(assessment.unmet > 0 || facts.limitations.length > 0
      ? [
          slot(
            "Hạn chế",
            facts.limitations.length > 0 ? `${facts.limitations.length} hạn chế` : null,
            "document",
          ),
          slot(
            "Nguyên nhân",
            facts.causes.length > 0 ? `${facts.causes.length} nguyên nhân` : null,
            "document",
          ),
        ]
      : []),
  ];
}

function listDutySlots(facts: ConclusionNoticeFacts): NoticeSlot[] {
  const { unmetCriteria, unmet } = facts.assessment;
  const without = unmetCriteria.filter((criterion) => criterion.tasks.length === 0);
  const dated = unmetCriteria.filter((criterion) =>
    criterion.tasks.some((task) => task.deadline !== null || task.deadlineText !== null),
  );
  const unnamed = unmet - unmetCriteria.length;
  return [
    slot("Đích", facts.goal?.dueText ?? null, "document"),
    ...(unmetCriteria.length > without.length
      ? [
          slot(
            "Nhiệm vụ theo tiêu chí",
            `${unmetCriteria.length - without.length} mục, ${dated.length} mục có hạn`,
            facts.assessment.basis === "recorded" ? "document" : "figures",
          ),
        ]
      : []),
    ...(without.length > 0
      ? [
          slot(
            "Tiêu chí chưa có nhiệm vụ",
            null,
            "missing",
            `số ${without.map((criterion) => criterion.number).join(", ")}`,
          ),
        ]
      : []),
    ...(unnamed > 0 ? [slot("Tiêu chí không kể tên", null, "missing", `${unnamed} tiêu chí`)] : []),
  ];
}

/** What the notice is filled from, section by section: the left side of the builder. */
export function listNoticeSlots(facts: ConclusionNoticeFacts): SlotSection[] {
  const { equation, disagreements } = checkNoticeFacts(facts);
  const { signature, sourceDocumentCode } = facts;
  const formOrigin: SlotOrigin = sourceDocumentCode === null ? "form" : "document";
  const signer =
    signature.name === null
      ? null
      : `${signature.authorityLines.join(", ")}, ${signature.position}, ${signature.name}`;
  return [
    section("Phần đầu", listHeaderSlots(facts)),
    section(
      "1. Kết quả triển khai thực hiện",
      listResultSlots(facts),
      disagreements.length === 0 ? `Khớp: ${equation}` : null,
    ),
    section("2. Nhiệm vụ trọng tâm", listDutySlots(facts)),
    section("Phần cuối", [
      slot(
        "Người ký",
        signer,
        formOrigin,
        `${signature.authorityLines.join(", ")}, ${signature.position}: họ và tên`,
      ),
      slot("Nơi nhận", facts.recipients.length > 0 ? `${facts.recipients.length} dòng` : null, formOrigin),
    ]),
  ];
}
