import type {
  AssessmentFacts,
  ConclusionNoticeFacts,
  TaskFacts,
  UnmetCriterionFacts,
} from "@/lib/reports/conclusion-notice/facts";

export function makeTask(task: Partial<TaskFacts> = {}): TaskFacts {
  return {
    title: "Rà soát, xây dựng kế hoạch thực hiện tiêu chí",
    responsible: ["Ban chỉ đạo xã"],
    coordinating: [],
    deadlineText: null,
    deadline: null,
    ...task,
  };
}

export function makeUnmet(
  number: number,
  title: string,
  tasks: TaskFacts[] = [makeTask()],
): UnmetCriterionFacts {
  return { number, title, tasks, unmetIndicators: [], indicatorTotal: 0 };
}

const MAY: Partial<TaskFacts> = {
  deadlineText: "Hoàn thành Kế hoạch trong tháng 5/2023",
  deadline: "2023-05-31",
};

/** The standing of Bản Bo as its notice gives it: 9 met, 10 unmet by name, three tasks of May 2023. */
export function makeBanBoAssessment(): AssessmentFacts {
  const unmetCriteria = [
    makeUnmet(1, "Quy hoạch"),
    makeUnmet(2, "Giao thông", [
      makeTask({
        title: "Rà soát các tuyến đường trục chính nội đồng, đề xuất danh mục cứng hóa",
        responsible: ["Phòng Kinh tế - hạ tầng"],
        coordinating: ["xã Bản Bo"],
      }),
    ]),
    makeUnmet(5, "Giáo dục", [makeTask({ responsible: ["UBND huyện"] })]),
    makeUnmet(6, "Văn hóa"),
    makeUnmet(10, "Thu nhập", [makeTask({ ...MAY, title: "Ban hành kế hoạch nâng cao thu nhập" })]),
    makeUnmet(11, "Nghèo đa chiều", [
      makeTask({
        ...MAY,
        deadlineText: "Hoàn thành Kế hoạch trong tháng 5/2023; đảm bảo năm 2024 hoàn thành tiêu chí",
      }),
    ]),
    makeUnmet(14, "Y tế"),
    makeUnmet(17, "Môi trường"),
    makeUnmet(18, "Chất lượng môi trường sống"),
    makeUnmet(19, "Quốc phòng và An ninh", [makeTask({ ...MAY, title: "Ban hành kế hoạch chuyên đề" })]),
  ];
  return {
    basis: "recorded",
    sourceText: null,
    phrase: "cơ bản đạt",
    met: 9,
    unmet: 10,
    missing: 0,
    exempt: 0,
    undefinedThreshold: 0,
    total: 19,
    setTotal: 19,
    unmetCriteria,
    missingCriteria: [],
    exemptCriteria: [],
    undefinedCriteria: [],
  };
}

export function makeBanBoFacts(change: Partial<ConclusionNoticeFacts> = {}): ConclusionNoticeFacts {
  return {
    unit: { code: "ban-bo", label: "xã Bản Bo", name: "Bản Bo" },
    standard: "nông thôn mới nâng cao",
    setTitle: "Xã NTM nâng cao 2021-2025",
    isIllustrative: false,
    subject: null,
    assessment: makeBanBoAssessment(),
    issuer: {
      committee: "Huyện ủy",
      levelWord: "huyện",
      abbreviation: "HU",
      name: null,
      nameHint: "Tam Đường (suy ra)",
      parent: { organisation: "Đảng bộ tỉnh", levelWord: "tỉnh", name: null, nameHint: null },
    },
    number: null,
    place: null,
    issuedOn: null,
    issueYear: 2023,
    meeting: {
      programme: "chương trình công tác tháng 3 năm 2023",
      date: "2023-03-10",
      counterparts: ["Đảng ủy xã Bản Bo", "Ban chỉ đạo các chương trình mục tiêu quốc gia xã Bản Bo"],
      attendingBodies: [
        "Ủy ban Mặt trận Tổ quốc huyện",
        "Huyện Đoàn",
        "Phòng Nội vụ",
        "Trung tâm Y tế huyện",
      ],
    },
    limitations: ["Vệ sinh môi trường tại các bản chưa thường xuyên"],
    causes: ["Nguồn lực đầu tư còn hạn chế", "Thời tiết diễn biến phức tạp"],
    goal: { dueText: "đến hết năm 2024", phrase: "cơ bản đạt", targetMet: null },
    generalTasks: [],
    closing:
      "Các cấp, các ngành theo chức năng, nhiệm vụ có trách nhiệm tổ chức thực hiện tốt nội dung Thông báo này.",
    signature: {
      authorityLines: ["T/L BAN THƯỜNG VỤ"],
      position: "CHÁNH VĂN PHÒNG",
      name: "Người Ký Mẫu",
    },
    recipients: ["Các đồng chí Ủy viên BTV Huyện ủy", "Đảng ủy xã Bản Bo", "Lưu"],
    sourceDocumentCode: "ban-bo-thong-bao-ket-luan-2023",
    ...change,
  };
}
