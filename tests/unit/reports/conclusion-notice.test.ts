import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildConclusionNotice } from "@/lib/reports/conclusion-notice/build-document";
import { checkNoticeFacts } from "@/lib/reports/conclusion-notice/check-facts";
import { deriveIssuer } from "@/lib/reports/conclusion-notice/derive-issuer";
import type { ConclusionNoticeFacts } from "@/lib/reports/conclusion-notice/facts";
import { listNoticeSlots } from "@/lib/reports/conclusion-notice/list-slots";
import { collectMissingSlots, printRuns, walkRuns } from "@/lib/reports/document/runs";
import type { DocumentTree } from "@/lib/reports/document/types";
import { LAYOUT_PROFILES, PARTY_BODIES } from "@/lib/reports/layout/profiles";
import { makeBanBoAssessment, makeBanBoFacts, makeTask, makeUnmet } from "./notice-facts";

function build(facts: ConclusionNoticeFacts, withAnnex = false): DocumentTree {
  return buildConclusionNotice(facts, LAYOUT_PROFILES.party, PARTY_BODIES.conclusionNotice, { withAnnex });
}

function paragraphs(tree: DocumentTree): string[] {
  return tree.body.map((block) => ("runs" in block ? printRuns(block.runs) : ""));
}

function numbered(tree: DocumentTree): string[] {
  return tree.body.flatMap((block) =>
    block.kind === "numbered" ? [`(${block.ordinal}) ${printRuns(block.runs)}`] : [],
  );
}

describe("the notice about Bản Bo", () => {
  const tree = build(makeBanBoFacts());
  const text = paragraphs(tree).join("\n");

  it("states 9/19 and names the ten unmet criteria in order", () => {
    expect(text).toContain("cơ bản đạt 9/19 tiêu chí");
    expect(text).toContain(
      "Còn 10 tiêu chí chưa đạt: Tiêu chí số 1 (Quy hoạch); Tiêu chí số 2 (Giao thông); Tiêu chí số 5 (Giáo dục); Tiêu chí số 6 (Văn hóa); Tiêu chí số 10 (Thu nhập); Tiêu chí số 11 (Nghèo đa chiều); Tiêu chí số 14 (Y tế); Tiêu chí số 17 (Môi trường); Tiêu chí số 18 (Chất lượng môi trường sống); Tiêu chí số 19 (Quốc phòng và An ninh).",
    );
  });

  it("prints one numbered paragraph per unmet criterion", () => {
    const items = numbered(tree);
    expect(items).toHaveLength(10);
    expect(items[1]).toBe(
      "(2) Tiêu chí số 2 (Giao thông): Giao Phòng Kinh tế - hạ tầng chủ trì, phối hợp với xã Bản Bo rà soát các tuyến đường trục chính nội đồng, đề xuất danh mục cứng hóa.",
    );
    expect(items[9]).toContain("Tiêu chí số 19 (Quốc phòng và An ninh)");
  });

  it("sets the three deadlines of May 2023 in bold brackets", () => {
    const bold = [...walkRuns(tree)].filter((run) => run.kind === "text" && run.bold);
    expect(bold.map((run) => printRuns([run]))).toEqual([
      "(Hoàn thành Kế hoạch trong tháng 5/2023).",
      "(Hoàn thành Kế hoạch trong tháng 5/2023; đảm bảo năm 2024 hoàn thành tiêu chí).",
      "(Hoàn thành Kế hoạch trong tháng 5/2023).",
    ]);
  });

  it("leaves unprinted slots open and never prints the inferred district", () => {
    expect(collectMissingSlots(tree).map((item) => item.label)).toEqual([
      "tên tỉnh",
      "tên huyện",
      "số văn bản",
      "nơi ban hành",
      "ngày ban hành",
    ]);
    expect([...walkRuns(tree)].map((run) => printRuns([run])).join("")).not.toContain("Tam Đường");
    expect(tree.header.marks).toEqual(["DỰ THẢO"]);
    expect(printRuns(tree.header.number)).toBe("Số      -TB/HU");
    expect(printRuns(tree.header.placeDate)).toMatch(
      /^\[cần bổ sung: nơi ban hành\], ngày\s+tháng\s+năm\s2023$/,
    );
  });

  it("tells every slot's origin and says that the sum agrees", () => {
    const sections = listNoticeSlots(makeBanBoFacts());
    expect(sections[1]?.check).toBe("Khớp: 9 đạt + 10 chưa đạt = 19");
    expect(sections[0]?.slots.filter((slot) => slot.origin === "missing").map((slot) => slot.label)).toEqual([
      "Đảng bộ cấp trên",
      "Cơ quan ban hành",
      "Số, ký hiệu",
      "Nơi ban hành",
      "Ngày ban hành",
    ]);
    expect(sections[1]?.slots.find((slot) => slot.label === "Tiêu chí chưa đạt")?.value).toBe(
      "10: 1, 2, 5, 6, 10, 11, 14, 17, 18, 19",
    );
  });
});

describe("a finished notice", () => {
  it("prints number with two digits, date with the zero rule, and is no draft", () => {
    const tree = build(makeBanBoFacts({ number: "7", place: "Tam Đường", issuedOn: "2023-03-05" }));
    expect(printRuns(tree.header.number)).toBe("Số 07-TB/HU");
    expect(printRuns(tree.header.placeDate)).toBe("Tam Đường, ngày 05 tháng 3 năm 2023");
    expect(tree.header.marks).toEqual([]);
  });
});

describe("a notice from figures", () => {
  const assessment = {
    ...makeBanBoAssessment(),
    basis: "scored" as const,
    sourceText: "số liệu quý IV/2024 xã tự đánh giá",
    phrase: "đạt",
    met: 14,
    unmet: 2,
    missing: 1,
    exempt: 1,
    undefinedThreshold: 1,
    unmetCriteria: [
      {
        ...makeUnmet(17, "Môi trường", []),
        indicatorTotal: 4,
        unmetIndicators: [
          {
            code: "17.1",
            title: "Tỷ lệ hộ phân loại rác",
            unit: "%",
            decimals: 1,
            gap: "1.4",
            sense: "at-least" as const,
          },
        ],
      },
      makeUnmet(3, "Thủy lợi", [makeTask({ responsible: [], deadline: "2025-03-31" })]),
    ],
    missingCriteria: [{ number: 8, title: "Thông tin và Truyền thông" }],
    exemptCriteria: [{ number: 9, title: "Nhà ở dân cư" }],
    undefinedCriteria: [{ number: 12, title: "Lao động" }],
  };
  const facts = makeBanBoFacts({
    assessment,
    meeting: null,
    limitations: [],
    causes: [],
    goal: null,
    isIllustrative: true,
  });
  const tree = build(facts);
  const text = paragraphs(tree).join("\n");

  it("says what the result rests on and tells unjudged criteria apart from unmet ones", () => {
    expect(text).toContain("Theo số liệu quý IV/2024 xã tự đánh giá, đến nay xã đạt 14/19 tiêu chí.");
    expect(text).toContain(
      "Còn 02 tiêu chí chưa đạt: Tiêu chí số 3 (Thủy lợi); Tiêu chí số 17 (Môi trường).",
    );
    expect(text).toContain(
      "Có 01 tiêu chí chưa có đủ số liệu để đánh giá: Tiêu chí số 8 (Thông tin và Truyền thông).",
    );
    expect(text).toContain(
      "Có 01 tiêu chí chưa xác định được mức đạt chuẩn để đánh giá: Tiêu chí số 12 (Lao động).",
    );
    expect(text).toContain("Có 01 tiêu chí không áp dụng đối với xã: Tiêu chí số 9 (Nhà ở dân cư).");
    expect(checkNoticeFacts(facts)).toEqual({
      equation: "14 đạt + 2 chưa đạt + 1 chưa có số liệu + 1 không áp dụng + 1 chưa có mức = 19",
      disagreements: [],
    });
  });

  it("gives the gap and asks for task and body where nobody has set one", () => {
    expect(numbered(tree)).toEqual([
      "(1) Tiêu chí số 3 (Thủy lợi): Giao [cần bổ sung: cơ quan chủ trì] rà soát, xây dựng kế hoạch thực hiện tiêu chí. (Hoàn thành trong tháng 3/2025).",
      "(2) Tiêu chí số 17 (Môi trường): còn 01/04 chỉ tiêu chưa đạt: chỉ tiêu 17.1 (Tỷ lệ hộ phân loại rác, còn thiếu 1,4 điểm %). [cần bổ sung: nhiệm vụ và cơ quan chủ trì].",
    ]);
  });

  it("marks illustrative figures on the paper itself", () => {
    expect(tree.header.marks).toEqual(["DỰ THẢO", "SỐ LIỆU MINH HỌA"]);
  });
});

describe("a result whose source does not name every criterion", () => {
  const facts = makeBanBoFacts({
    assessment: {
      ...makeBanBoAssessment(),
      phrase: "đạt",
      met: 12,
      unmet: 7,
      unmetCriteria: [makeUnmet(8, "Thông tin và Truyền thông")],
    },
  });

  it("says so instead of filling them in", () => {
    const text = paragraphs(build(facts)).join("\n");
    expect(text).toContain("đạt 12/19 tiêu chí");
    expect(text).toContain(
      "Còn 07 tiêu chí chưa đạt, trong đó văn bản nguồn kể tên 01 tiêu chí: Tiêu chí số 8 (Thông tin và Truyền thông); 06 tiêu chí còn lại văn bản nguồn không kể tên.",
    );
    expect(text).toContain("[cần bổ sung: tên tiêu chí, nhiệm vụ và cơ quan chủ trì]");
    expect(checkNoticeFacts(facts).disagreements).toEqual([]);
  });
});

describe("contradicting facts", () => {
  it.each([
    ["a sum that fails", { met: 10 }, "Tổng không khớp"],
    ["a set of another size", { setTotal: 20 }, "bộ tiêu chí đang có 20"],
    [
      "a criterion in two lists",
      { missing: 1, met: 8, missingCriteria: [{ number: 1, title: "Quy hoạch" }] },
      "Tiêu chí số 1 được ghi 2 lần",
    ],
    [
      "more names than the count",
      { unmet: 9, met: 10 },
      "Có 10 tiêu chí ghi “chưa đạt”, nhưng số tổng hợp là 9",
    ],
  ])("are listed: %s", (_, change, sentence) => {
    const facts = makeBanBoFacts({ assessment: { ...makeBanBoAssessment(), ...change } });
    expect(checkNoticeFacts(facts).disagreements.join(" ")).toContain(sentence);
  });

  it("refuses figures that do not name every unmet criterion", () => {
    const assessment = { ...makeBanBoAssessment(), basis: "scored" as const };
    assessment.unmetCriteria = assessment.unmetCriteria.slice(1);
    expect(checkNoticeFacts(makeBanBoFacts({ assessment })).disagreements).toHaveLength(1);
  });
});

describe("who issues", () => {
  const province = {
    level: "province",
    kind: "Tỉnh",
    name: "Mẫu Tỉnh",
    basis: "stated",
    validTo: null,
  } as const;
  const district = {
    level: "district",
    kind: "Huyện",
    name: "Mẫu",
    basis: "illustrative",
    validTo: null,
  } as const;

  it("is the district while there is one, under its province", () => {
    expect(deriveIssuer([district, province], "2024-12-31", PARTY_BODIES)).toMatchObject({
      committee: "Huyện ủy",
      abbreviation: "HU",
      name: "Mẫu",
      parent: { organisation: "Đảng bộ tỉnh", name: "Mẫu Tỉnh" },
    });
  });

  it("is the province from 01/7/2025 on", () => {
    expect(deriveIssuer([district, province], "2025-06-30", PARTY_BODIES).committee).toBe("Huyện ủy");
    expect(deriveIssuer([district, province], "2025-07-01", PARTY_BODIES)).toMatchObject({
      committee: "Tỉnh ủy",
      abbreviation: "TU",
      name: "Mẫu Tỉnh",
      parent: null,
    });
  });

  it("keeps an inferred name off the paper", () => {
    const inferred = { ...district, name: "Tam Đường", basis: "inferred" } as const;
    expect(deriveIssuer([inferred], "2023-03-10", PARTY_BODIES)).toMatchObject({
      name: null,
      nameHint: "Tam Đường (suy ra, văn bản không in)",
      parent: { name: null },
    });
  });

  it("knows the level even of a commune whose parent is unknown", () => {
    expect(deriveIssuer([], "2023-12-31", PARTY_BODIES)).toMatchObject({ committee: "Huyện ủy", name: null });
  });
});

describe("for any standing", () => {
  const standing = fc
    .uniqueArray(fc.integer({ min: 1, max: 47 }), { maxLength: 47 })
    .map((numbers) => numbers);
  it("every unmet criterion has exactly one paragraph, in order, and the notice never prints undefined", () => {
    fc.assert(
      fc.property(standing, fc.array(fc.boolean(), { minLength: 47, maxLength: 47 }), (numbers, hasTask) => {
        const unmetCriteria = numbers.map((number) =>
          makeUnmet(number, `Tên ${number}`, hasTask[number - 1] ? [makeTask()] : []),
        );
        const facts = makeBanBoFacts({
          assessment: {
            ...makeBanBoAssessment(),
            met: 47 - numbers.length,
            unmet: numbers.length,
            total: 47,
            setTotal: 47,
            unmetCriteria,
          },
        });
        const tree = build(facts, true);
        const items = numbered(tree);
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(items.map((item) => Number(/số (\d+) /.exec(item)?.[1]))).toEqual(sorted);
        expect([...walkRuns(tree)].map((run) => printRuns([run])).join(" ")).not.toMatch(
          /undefined|null|NaN/,
        );
        expect(checkNoticeFacts(facts).disagreements).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
