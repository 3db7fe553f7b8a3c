import { describe, expect, it } from "vitest";
import { parseCriteriaSet, parseDataFile } from "@/lib/criteria/parse-file";
import { type DocumentFile, documentFile } from "@/lib/documents/facts-schema";
import { parseOwnFile, readDataFile, readDataFolder } from "@/prisma/seed/files";

const load = (code: string): DocumentFile =>
  parseOwnFile(documentFile, readDataFile(`documents/${code}.json`));
const fact = (file: DocumentFile, key: string) => file.facts.find((entry) => entry.key === key);
const targetOf = (file: DocumentFile, key: string) => file.targets.find((entry) => entry.factKey === key);

describe("source documents", () => {
  it.each(
    readDataFolder("documents").map(({ fileName, text }) => [fileName, text]),
  )("%s is valid", (name, text) => {
    expect(parseDataFile(documentFile, name, text)).toMatchObject({ ok: true });
  });

  it("gives every fact a line, and no document a second number for the same key", () => {
    const keys = readDataFolder("documents").flatMap((file) =>
      parseOwnFile(documentFile, file).facts.map(({ key }) => key),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("records 9/19 for Bản Bo, ten unmet by name, nine derived, thirteen tasks", () => {
    const file = load("ban-bo-thong-bao-ket-luan-2023");
    expect(file.results).toHaveLength(1);
    expect(file.results[0]).toMatchObject({
      met: 9,
      unmet: 10,
      total: 19,
      period: "2023-Q1",
      asOf: "2023-03-10",
      metPhrase: "cơ bản đạt",
      unmetCriteria: [1, 2, 5, 6, 10, 11, 14, 17, 18, 19],
      metCriteriaDerived: [3, 4, 7, 8, 9, 12, 13, 15, 16],
    });
    expect(file.tasks).toHaveLength(13);
    expect(
      file.tasks
        .filter(({ deadline }) => deadline === "2023-05-31")
        .map(({ criterion }) => criterion?.number),
    ).toEqual([10, 11, 19]);
    const roads = file.tasks.find(({ criterion }) => criterion?.number === 2);
    expect(roads?.bodies).toEqual([
      { role: "responsible", name: "Phòng Kinh tế - Hạ tầng" },
      { role: "coordinating", name: "Xã Bản Bo" },
    ]);
    expect(file.milestones.map(({ criterion, dueOn }) => [criterion, dueOn])).toEqual([
      [11, "2024-12-31"],
      [null, "2024-12-31"],
    ]);
    expect(file.units.find(({ code }) => code === "tam-duong")).toMatchObject({ basis: "inferred" });
    expect([file.numberText, file.issuedOn, file.place]).toEqual([null, null, null]);
    expect(file.meeting?.attendingBodies).toHaveLength(18);
  });

  it("records 12/19 for Dương Đức with only criterion 8 named, and nine targets", () => {
    const file = load("duong-duc-ke-hoach-2024");
    expect(file.results[0]).toMatchObject({
      met: 12,
      unmet: 7,
      total: 19,
      unmetCriteria: [8],
      metCriteriaDerived: [],
    });
    expect(file.results[0]?.derivedNote).toContain("13 - 1 = 12");
    expect(
      file.milestones.map(({ criterion, targetMet, duePeriod }) => [criterion, targetMet, duePeriod]),
    ).toEqual([
      [8, null, "2024-Q4"],
      [null, 13, "2024-Q4"],
    ]);
    expect(file.targets.map(({ value }) => value)).toEqual([
      "13",
      "2.21",
      "76",
      "100",
      "3",
      "96",
      "80",
      "99.7",
      "1",
    ]);
    expect(targetOf(file, "004-T3")).toMatchObject({ indicator: "12.1" });
    expect(targetOf(file, "004-T8")).toMatchObject({ indicator: "14.1" });
    for (const key of ["004-T2", "004-T4"]) {
      expect(targetOf(file, key)).toMatchObject({ set: null, criterion: null, indicator: null });
      expect(targetOf(file, key)?.note).toContain("Không gắn");
    }
    const village = (code: string) => file.villages.find((entry) => entry.village === `duong-duc-${code}`);
    for (const code of ["thuong", "cau-dam", "cau-van", "dong-than"])
      expect(village(code)?.status).toBe("maintained");
    expect(village("cong-phen")).toMatchObject({ status: "target", dueOn: "2024-12-31" });
    expect(file.tasks).toHaveLength(7);
    expect([file.numberText, file.issuedOn]).toEqual([null, null]);
  });

  it("keeps Xuân Giang's figures as printed", () => {
    const file = load("xuan-giang-nghi-quyet-37");
    expect(file.villages[0]).toMatchObject({ countMet: 5, countTotal: 7, village: null });
    expect(fact(file, "000-A2")).toMatchObject({ value: "1.65", printed: "1,65%" });
    expect(fact(file, "000-A3")).toMatchObject({ value: "50.6", printed: "trên 50,6 triệu đồng" });
    expect(targetOf(file, "000-T1")).toMatchObject({ value: "56.1", direction: "gte" });
    expect(targetOf(file, "000-T2")).toMatchObject({ value: "95", direction: "gte" });
    expect(targetOf(file, "000-T6")).toMatchObject({
      scopeUnit: "xuan-giang-hong-khanh",
      dueOn: "2024-12-31",
    });
    expect(file.tasks).toHaveLength(9);
    expect(file.numberText).toBe("37-NQ/ĐU");
  });

  it("flags the printed 211,8 % beside the computed 198,9 %", () => {
    const file = load("xa-001-nghi-quyet-2024");
    expect(fact(file, "001-A3")).toMatchObject({
      value: "11.08",
      printedPercent: "211.8",
      computedPercent: "198.9",
      isInconsistent: true,
    });
    expect(fact(file, "001-A3")?.printed).toContain("211,8%");
    expect(file.facts.filter(({ isInconsistent }) => isInconsistent)).toHaveLength(1);
    expect(file.facts.filter(({ kind }) => kind === "project")).toHaveLength(7);
    expect(file.results[0]).toMatchObject({
      set: "NQ_XA_001_2023",
      met: 19,
      unmet: 2,
      total: 21,
      unmetCriteria: [],
    });
    expect(JSON.stringify(file)).not.toMatch(/Kỳ Lạc|Kỳ Anh|Hà Tĩnh/);
  });

  it("turns the 21 numbered targets into criteria in six groups with their operators", () => {
    const parsed = parseCriteriaSet("x", readDataFile("unit-criteria/NQ_XA_001_2024.json").text);
    if (!parsed.ok) throw new Error(parsed.message);
    const { criteria } = parsed.value;
    expect(criteria.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const groups = [...new Set(criteria.map(({ groupTitle }) => groupTitle))];
    expect(groups.map((title) => title?.[0])).toEqual(["a", "b", "c", "e", "d", "đ"]);
    const part = (code: string) =>
      criteria.flatMap(({ indicators }) => indicators).find((entry) => entry.code === code);
    expect(part("1a")).toMatchObject({ direction: "grade", thresholds: [{ gradeValue: "HTTNV" }] });
    expect(part("1b")).toMatchObject({ direction: "n_of_m", thresholds: [{ value: "12", outOf: 12 }] });
    expect(part("2")).toMatchObject({ direction: "gt", thresholds: [{ value: "80" }] });
    expect(part("3b")).toMatchObject({ direction: "range", thresholds: [{ value: "6", valueMax: "7" }] });
    expect(part("9a")?.extra).toMatchObject({ dueOn: "2024-03-31", duePeriod: "2024-Q1" });
    expect(part("11b")?.limbs.map((limb) => limb.thresholds[0]?.value)).toEqual(["70", "60", "420"]);
    expect(part("12")).toMatchObject({ direction: "lt", thresholds: [{ value: "3.8" }] });
    expect(part("18")).toMatchObject({ direction: "gte" });
    expect(part("18")?.note).toContain("không in dấu so sánh");
  });

  it("holds the directive of 2017 with its September deadline and three communes", () => {
    const file = load("xuan-truong-chi-thi-2017");
    expect(file.issuedOn).toBe("2017-08-28");
    expect(file.tasks.find(({ key }) => key === "003-K3b")).toMatchObject({ deadline: "2017-09-30" });
    expect(file.tasks).toHaveLength(9);
    expect(file.subjects).toEqual(["xuan-truong", "xuan-tan", "xuan-chau", "xuan-thuy"]);
    expect(file.units.every(({ basis }) => basis === "stated")).toBe(true);
  });

  it("refuses a result whose parts do not add up", () => {
    const file = JSON.parse(readDataFile("documents/ban-bo-thong-bao-ket-luan-2023.json").text);
    file.results[0].met = 10;
    const result = parseDataFile(documentFile, "ban-bo.json", JSON.stringify(file));
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) {
      expect(result.message).toContain("tại results[0].total, số đạt cộng số chưa đạt khác tổng số");
    }
  });
});
