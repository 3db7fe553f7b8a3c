import { describe, expect, it } from "vitest";
import { parseCriteriaSet } from "@/lib/criteria/parse-file";
import { provincialDecisionsFile, recognitionFile } from "@/lib/criteria/recognition-schema";
import { type CriteriaSetFile, listParts } from "@/lib/criteria/schema";
import { demoFile, overlayFile } from "@/prisma/seed/demo-schema";
import { parseOwnFile, readDataFile, readDataFolder } from "@/prisma/seed/files";

const files = [...readDataFolder("criteria"), ...readDataFolder("unit-criteria")];

function load(code: string): CriteriaSetFile {
  const folder = code.startsWith("NQ_") ? "unit-criteria" : "criteria";
  const result = parseCriteriaSet(code, readDataFile(`${folder}/${code}.json`).text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function find(set: CriteriaSetFile, code: string) {
  const part = listParts(set).find((entry) => entry.code === code);
  if (!part) throw new Error(`${set.code} has no ${code}`);
  return part;
}

const countTop = (set: CriteriaSetFile) => set.criteria.flatMap((criterion) => criterion.indicators);

describe("criteria set files", () => {
  it.each(
    files.map(({ fileName, text }) => [fileName, text]),
  )("%s is valid and named by its code", (name, text) => {
    const result = parseCriteriaSet(name, text);
    expect(result).toMatchObject({ ok: true });
    if (result.ok) expect(name.endsWith(`/${result.value.code}.json`)).toBe(true);
  });

  // The judgement of the whole indicator (its `provenance`), counted over indicators, limbs not counted apart.
  it.each([
    ["NTMNC_XA_2021_2025", 19, 75, 14, 46, 15],
    ["NTM_XA_2021_2025", 19, 57, 10, 40, 7],
    ["NTM_XA_2016_2020", 19, 49, 22, 27, 0],
    ["NTMKM_XA_2021_2025", 1, 4, 4, 0, 0],
    ["NTM_HUYEN_2021_2025", 9, 18, 10, 8, 0],
    ["NTMNC_HUYEN_2021_2025", 9, 3, 0, 3, 0],
    ["NTM_XA_2026_2030", 10, 0, 0, 0, 0],
    ["KDC_KIEUMAU_HATINH", 10, 10, 10, 0, 0],
  ])("%s counts %i criteria, %i indicators: %i sourced, %i recalled, %i unknown", (code, criteria, ...rest) => {
    const set = load(code);
    const indicators = countTop(set);
    const count = (kind: string) => indicators.filter(({ provenance }) => provenance === kind).length;
    expect(set.criteria.filter(({ isCounted }) => isCounted)).toHaveLength(criteria);
    expect([indicators.length, count("sourced"), count("recalled"), count("unknown")]).toEqual(rest);
  });

  it("says of every incomplete set what it lacks", () => {
    const incomplete = files
      .map(({ fileName, text }) => parseCriteriaSet(fileName, text))
      .flatMap((result) => (result.ok && !result.value.isComplete ? [result.value] : []));
    expect(incomplete.map(({ code }) => code).sort()).toEqual([
      "KDC_KIEUMAU_HATINH",
      "NQ_XA_001_2023",
      "NTMNC_HUYEN_2021_2025",
      "NTM_HUYEN_2021_2025",
      "NTM_XA_2026_2030",
    ]);
    for (const set of incomplete) expect(set.incompleteNote).toBeTruthy();
  });

  it("never rates a threshold better than its indicator, and never a hypothesis as a threshold", () => {
    const order = ["sourced", "recalled", "unknown"];
    for (const { fileName, text } of files) {
      const result = parseCriteriaSet(fileName, text);
      if (!result.ok) continue;
      for (const part of listParts(result.value)) {
        for (const row of part.thresholds) {
          if (part.provenance === "unknown")
            expect(row.provenance, `${fileName} ${part.code}`).toBe("unknown");
          expect(order.indexOf(row.provenance)).toBeGreaterThanOrEqual(
            Math.min(order.indexOf(part.provenance), 1),
          );
        }
      }
    }
    const poverty = find(load("NTMNC_XA_2021_2025"), "11");
    expect(poverty.extra).toHaveProperty("unverifiedHypotheses");
    expect(poverty.thresholds).toEqual([{ value: null, provenance: "unknown" }]);
  });

  it("keeps the printed thresholds that vary", () => {
    const advanced = load("NTMNC_XA_2021_2025");
    const rows = (code: string) =>
      find(advanced, code).thresholds.map((row) => [
        row.stratum ?? row.communeType ?? null,
        row.year ?? null,
        row.value,
        row.provenance,
      ]);
    expect(rows("8.2")).toEqual([
      [null, null, "80", "sourced"],
      ["dtts_mien_nui_hai_dao", null, "50", "sourced"],
      ["con_lai", null, "80", "sourced"],
    ]);
    expect(rows("10")).toEqual([
      [null, null, null, "unknown"],
      ["BTB", 2023, "51", "recalled"],
    ]);
    expect(rows("18.1")).toEqual([
      [null, null, null, "unknown"],
      ["BTB", null, "55", "sourced"],
    ]);
    expect(rows("4")).toContainEqual(["MNPB", null, "98", "sourced"]);
    expect(rows("17.10")[0]).toEqual([null, null, "5", "sourced"]);
    expect(rows("17.10")).toContainEqual(["DBSH", null, null, "unknown"]);
    const income = find(load("NTM_XA_2021_2025"), "10").thresholds;
    expect(income.find((row) => row.year === 2024 && row.stratum === "DNB")?.value).toBe("68");
    const stunting = find(load("NTM_XA_2016_2020"), "15.3").thresholds;
    expect(stunting.find((row) => row.stratum === "TN")?.value).toBe("31.4");
  });

  it("treats grades and levels as scales, and conditions as limbs", () => {
    const advanced = load("NTMNC_XA_2021_2025");
    for (const code of ["3.6", "5.5"]) {
      const part = find(advanced, code);
      expect([part.kind, part.direction, part.thresholds[0]?.gradeValue]).toEqual(["grade", "grade", "Khá"]);
    }
    expect([find(advanced, "5.3").kind, find(advanced, "5.3").thresholds[0]?.value]).toEqual(["level", "3"]);
    expect([
      find(advanced, "5.1a").thresholds[0]?.value,
      find(advanced, "5.1b").thresholds[0]?.value,
    ]).toEqual(["100", "1"]);
    expect(find(advanced, "5.1b").kind).toBe("count");
    expect(find(advanced, "2.2a").thresholds[0]?.provenance).toBe("unknown");
    expect(find(load("NTM_HUYEN_2021_2025"), "DK.1")).toBeDefined();
    expect(load("NTM_HUYEN_2021_2025").criteria[0]).toMatchObject({ number: 0, isCounted: false });
  });

  it("asks for two counts wherever a share of countable things is measured", () => {
    const shares = listParts(load("NTMNC_XA_2021_2025")).filter(
      (part) => part.kind === "percent" && part.limbs.length === 0,
    );
    expect(shares.filter((part) => part.ratio === null).map((part) => part.code)).toEqual([]);
    expect(find(load("NTMNC_XA_2021_2025"), "11").ratio?.numerator).toBe("Số hộ nghèo và hộ cận nghèo");
  });
});

describe("other reference files", () => {
  it("holds the conditions of recognition and revocation", () => {
    const rules = parseOwnFile(recognitionFile, readDataFile("reference/RECOGNITION_QD18_2022.json"));
    expect(rules.communeConditions.items).toHaveLength(4);
    expect(rules.revocation.rules.map((rule) => [rule.minFailedShare, rule.maxFailedShareExclusive])).toEqual(
      [
        ["0.3", "0.5"],
        ["0.5", null],
      ],
    );
    expect(rules.satisfaction.find(({ subject }) => subject === "commune")?.overallMin).toBeNull();
    const titles = parseOwnFile(provincialDecisionsFile, readDataFile("reference/PROVINCIAL_DECISIONS.json"));
    expect(titles.items).toHaveLength(12);
  });

  it("fills every threshold of the demonstration, and no sourced one", () => {
    const overlay = parseOwnFile(overlayFile, readDataFile("reference/OVERLAY_TINH_MAU.json"));
    const demo = parseOwnFile(demoFile, readDataFile("demo/huyen-mau.json"));
    const set = load(overlay.set);
    const filled = new Set(overlay.thresholds.map(({ indicator }) => indicator));
    for (const part of listParts(set)) {
      if (part.limbs.length > 0) continue;
      const row =
        part.thresholds.find(({ stratum }) => stratum === demo.stratum) ??
        part.thresholds.find(({ stratum, communeType }) => !stratum && !communeType);
      const isOpen = row?.provenance === "unknown" || part.delegatedToProvince;
      if (isOpen || part.code === "10") expect(filled, part.code).toContain(part.code);
      else expect(filled, part.code).not.toContain(part.code);
    }
    expect(demo.communes).toHaveLength(24);
  });
});
