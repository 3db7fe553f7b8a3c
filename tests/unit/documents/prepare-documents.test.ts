import { describe, expect, it } from "vitest";
import { parseDocumentFilter } from "@/lib/documents/parse-filter";
import { describeInconsistency, groupFacts, type StoredFact } from "@/lib/documents/prepare-facts";
import { describeDate, describeNumber, findYear, listHeaderLines } from "@/lib/documents/prepare-header";
import { prepareTargets, prepareVillages } from "@/lib/documents/prepare-promises";
import { readMeeting, readReferences, readSignature } from "@/lib/documents/stored-json";

const FACT: StoredFact = {
  key: "001-A3",
  kind: "actual",
  groupTitle: "Kết quả năm 2023",
  itemNumber: null,
  label: "Thu ngân sách",
  printed: "11,08 tỷ đồng/5,57 tỷ đồng đạt 211,8% kế hoạch",
  value: "11.08",
  unitOfMeasure: "tỷ đồng",
  periodText: "2023",
  sourceLine: 14,
  note: null,
  printedPercent: "211.80",
  computedPercent: "198.92",
  isInconsistent: true,
};

describe("facts of a document", () => {
  it("sets the printed percentage beside the computed one and corrects neither", () => {
    expect(describeInconsistency(FACT)).toBe("in 211,8 %, tính lại 198,9 %");
    expect(describeInconsistency({ ...FACT, isInconsistent: false })).toBeNull();
    expect(describeInconsistency({ ...FACT, computedPercent: null, note: "hai số khác nhau" })).toBe(
      "hai số khác nhau",
    );
  });

  it("groups by kind, then by the document's own headings, and keeps printed order", () => {
    const groups = groupFacts([
      { ...FACT, key: "t1", kind: "target", groupTitle: "a) Xây dựng Đảng", itemNumber: 1, label: "Đảng bộ" },
      FACT,
      { ...FACT, key: "t2", kind: "target", groupTitle: "a) Xây dựng Đảng", itemNumber: 2, label: "Chi bộ" },
      { ...FACT, key: "p", kind: "project", groupTitle: "a) Xây dựng Đảng" },
      {
        ...FACT,
        key: "x",
        kind: "assessment",
        groupTitle: null,
        value: null,
        itemNumber: 1,
        label: "Tiêu chí số 1 (Quy hoạch)",
      },
    ]);
    expect(groups.map((group) => [group.title, group.rows.map((row) => row.key)])).toEqual([
      ["Đánh giá trong văn bản", ["x"]],
      ["Kết quả năm 2023", ["001-A3"]],
      ["a) Xây dựng Đảng", ["t1", "t2"]],
      ["a) Xây dựng Đảng (dự án, công trình)", ["p"]],
    ]);
    expect(groups[2]?.rows[0]?.label).toBe("1. Đảng bộ");
    expect(groups[1]?.rows[0]?.valueText).toBe("11,08 tỷ đồng");
    expect(groups[0]?.rows[0]).toMatchObject({ valueText: "–", label: "Tiêu chí số 1 (Quy hoạch)" });
  });
});

describe("the head of a document", () => {
  it.each([
    ["37-NQ/ĐU", "37-NQ/ĐU"],
    ["Số 37-NQ/ĐU", "37-NQ/ĐU"],
    ["Số: /KH-UBND", "không có số"],
    ["Số:      /KH-UBND", "không có số"],
    [null, "không có số"],
  ])("reads the number %j", (printed, shown) => {
    expect(describeNumber(printed)).toBe(shown);
  });

  it.each([
    ["2023-01-13", null, "13/01/2023", 2023],
    [null, "ngày tháng 3 năm 2024", "ngày tháng 3 năm 2024 (không in ngày)", 2024],
    [null, null, "không in ngày", 2023],
  ])("reads the date %j %j", (issuedOn, dateText, shown, year) => {
    expect(describeDate({ issuedOn, dateText })).toBe(shown);
    expect(findYear({ issuedOn, dateText }, "2023-03-10")).toBe(year);
  });

  it("says null for what is not printed", () => {
    const lines = listHeaderLines({
      numberText: null,
      issuedOn: null,
      dateText: null,
      place: null,
      issuerName: "Huyện ủy",
      issuerParent: null,
      issuingBody: null,
      signerName: "A",
      signerPosition: "BÍ THƯ",
    });
    expect(lines.filter((line) => line.value === null).map((line) => line.label)).toEqual([
      "Số, ký hiệu",
      "Ngày ban hành",
      "Nơi ban hành",
      "Cơ quan cấp trên",
    ]);
    expect(lines.at(-1)).toEqual({ label: "Người ký", value: "BÍ THƯ A" });
  });
});

describe("promises of a document", () => {
  const village = {
    id: 1,
    village: null,
    standard: "khu dân cư kiểu mẫu",
    status: "met" as const,
    countMet: 5,
    countTotal: 7,
    asOfText: "đến năm 2022",
    dueOn: null,
    note: null,
  };

  it("tells a count where no village is named", () => {
    const [counted, named] = prepareVillages([
      village,
      {
        ...village,
        id: 2,
        village: { kind: "Thôn", name: "Cống Phên" },
        status: "target",
        dueOn: new Date("2024-12-31T00:00:00Z"),
      },
    ]);
    expect(counted?.villageText).toBe("5/7 thôn");
    expect(named).toMatchObject({ villageText: "Thôn Cống Phên", statusText: "phấn đấu, hạn 31/12/2024" });
  });

  it("says where a target is tracked", () => {
    const target = {
      id: 1,
      label: "Tỷ lệ hộ nghèo",
      printed: "2,21%",
      year: 2024,
      quarter: 1,
      periodText: null,
      indicator: null,
      criterion: { number: 11 },
      scopeUnit: null,
    };
    expect(prepareTargets([target])[0]).toMatchObject({ periodText: "quý I/2024", linkText: "tiêu chí 11" });
    expect(prepareTargets([{ ...target, quarter: null, criterion: null }])[0]).toMatchObject({
      periodText: "năm 2024",
      linkText: null,
    });
  });
});

describe("the filter of the address", () => {
  it("leaves out what it does not understand", () => {
    expect(parseDocumentFilter({ type: "plan", year: "2024" })).toEqual({ type: "plan", year: 2024 });
    expect(parseDocumentFilter({ type: "toString", year: "20x4" })).toEqual({ type: null, year: null });
    expect(parseDocumentFilter({ type: ["plan", "report"], year: "" })).toEqual({ type: "plan", year: null });
  });
});

describe("stored JSON", () => {
  it("reads broken or partial columns as unknown", () => {
    expect(readMeeting(null)).toBeNull();
    expect(readMeeting("x")).toBeNull();
    expect(readMeeting({ date: "2023-03-10" })).toMatchObject({ date: "2023-03-10", attendingBodies: [] });
    expect(readSignature(3)).toEqual({ authorityLines: [], position: null, name: null });
    expect(readReferences({})).toEqual([]);
  });
});
