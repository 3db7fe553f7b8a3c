import { readFileSync } from "node:fs";
import path from "node:path";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadCriteriaSets } from "@/lib/criteria/load-set";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { rescoreSubmission } from "@/lib/submissions/score-submission";
import { projectRoot } from "@/prisma/scripts/project";
import { seedDemo } from "@/prisma/seed/demo";
import { loadSourceDocuments } from "@/prisma/seed/documents";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createTestDatabase, type TestDatabase } from "../support/database";

const ADVANCED = "NTMNC_XA_2021_2025";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ seeded: "demo" });
});
afterAll(() => test.drop());

function findSheet(unit: string, set: string, period: string) {
  return test.db.submission.findFirstOrThrow({
    where: { unit: { code: unit }, set: { code: set }, period },
    include: { criterionVerdicts: { include: { criterion: true } }, document: true },
  });
}

async function countRows() {
  const { db } = test;
  return Promise.all([
    db.administrativeUnit.count(),
    db.criteriaSet.count(),
    db.threshold.count(),
    db.directiveDocument.count(),
    db.task.count(),
    db.target.count(),
    db.submission.count(),
    db.figure.count(),
    db.user.count(),
  ]);
}

describe("reference data", () => {
  it("brings every set with its counts", async () => {
    const sets = await test.db.criteriaSet.findMany({
      select: {
        code: true,
        isComplete: true,
        _count: { select: { criteria: { where: { isCounted: true } } } },
      },
    });
    const found = Object.fromEntries(
      sets.map(({ code, isComplete, _count }) => [code, [isComplete, _count.criteria]]),
    );
    expect(found).toEqual({
      KDC_KIEUMAU_HATINH: [false, 10],
      NQ_XA_001_2023: [false, 0],
      NQ_XA_001_2024: [true, 21],
      NTMKM_XA_2021_2025: [true, 1],
      NTMNC_HUYEN_2021_2025: [false, 9],
      NTMNC_XA_2021_2025: [true, 19],
      NTM_HUYEN_2021_2025: [false, 9],
      NTM_XA_2016_2020: [true, 19],
      NTM_XA_2021_2025: [true, 19],
      NTM_XA_2026_2030: [false, 10],
    });
  });

  it("gives scoring what the file says", async () => {
    const set = await loadSetDefinition(test.db, ADVANCED);
    const indicators = set?.criteria.flatMap((criterion) => criterion.indicators) ?? [];
    expect(indicators).toHaveLength(75);
    expect(indicators.find(({ code }) => code === "5.1")?.limbs.map(({ code }) => code)).toEqual([
      "5.1a",
      "5.1b",
    ]);
    expect(indicators.map(({ code }) => code).slice(0, 4)).toEqual(["1.1", "1.2", "1.3", "2.1"]);
    const rows = indicators.find(({ code }) => code === "10")?.thresholds ?? [];
    expect(rows.find((row) => row.stratum === "BTB")).toMatchObject({ value: "51", year: 2023 });
    expect(
      rows.filter((row) => row.province === "tinh-mau").every((row) => row.provenance === "illustrative"),
    ).toBe(true);
    expect(await loadSetDefinition(test.db, ADVANCED)).toBe(set);
    expect(await loadSetDefinition(test.db, "KHONG_CO")).toBeNull();
  });

  it("changes a corrected set in place, and nothing when a file is broken", async () => {
    const own = await createTestDatabase({ seeded: "reference" });
    try {
      const fileName = "NTMKM_XA_2021_2025.json";
      const text = readFileSync(path.join(projectRoot, "prisma/data/criteria", fileName), "utf8");
      const before = await own.db.threshold.findFirstOrThrow({
        where: { indicator: { code: "KM.2" }, stratumId: null },
      });
      const stale = await loadSetDefinition(own.db, "NTMKM_XA_2021_2025");
      const changed = text.replace('"value": "110"', '"value": "112"');
      expect(await loadCriteriaSets(own.db, [{ fileName, text: changed }])).toMatchObject({
        ok: true,
        value: [{ code: "NTMKM_XA_2021_2025", outcome: "updated" }],
      });
      const after = await own.db.threshold.findUniqueOrThrow({ where: { id: before.id } });
      expect(after.value?.toFixed()).toBe("112");
      expect(await loadSetDefinition(own.db, "NTMKM_XA_2021_2025")).not.toBe(stale);

      const second = { fileName: "hong.json", text: text.replace('"unit"', '"units"') };
      const refused = await loadCriteriaSets(own.db, [{ fileName, text }, second]);
      expect(refused).toMatchObject({ ok: false, reason: "invalid" });
      if (!refused.ok) expect(refused.message).toContain("hong.json");
      const kept = await own.db.threshold.findUniqueOrThrow({ where: { id: before.id } });
      expect(kept.value?.toFixed()).toBe("112");
    } finally {
      await own.drop();
    }
  });
});

describe("source documents", () => {
  it("shows Bản Bo at 9/19: ten unmet, nine derived", async () => {
    const sheet = await findSheet("ban-bo", ADVANCED, "2023-Q1");
    expect([sheet.metCount, sheet.unmetCount, sheet.totalCount, sheet.basis]).toEqual([
      9,
      10,
      19,
      "recorded",
    ]);
    const unmet = sheet.criterionVerdicts.filter(({ verdict }) => verdict === "unmet");
    expect(unmet.map(({ criterion }) => criterion.number).sort((a, b) => a - b)).toEqual([
      1, 2, 5, 6, 10, 11, 14, 17, 18, 19,
    ]);
    expect(unmet.some(({ isDerived }) => isDerived)).toBe(false);
    expect(
      sheet.criterionVerdicts.filter(({ verdict, isDerived }) => verdict === "met" && isDerived),
    ).toHaveLength(9);
    expect(sheet.document?.code).toBe("ban-bo-thong-bao-ket-luan-2023");
  });

  it("shows Dương Đức at 12/19 with one criterion named, due in quarter IV", async () => {
    const sheet = await findSheet("duong-duc", ADVANCED, "2024-Q1");
    expect([sheet.metCount, sheet.unmetCount, sheet.totalCount]).toEqual([12, 7, 19]);
    expect(sheet.criterionVerdicts.map(({ criterion, verdict }) => [criterion.number, verdict])).toEqual([
      [8, "unmet"],
    ]);
    const milestones = await test.db.milestone.findMany({
      where: { unit: { code: "duong-duc" } },
      include: { criterion: true },
    });
    expect(milestones.map((row) => [row.criterion?.number ?? null, row.targetMet, row.duePeriod])).toEqual([
      [8, null, "2024-Q4"],
      [null, 13, "2024-Q4"],
    ]);
  });

  it("shows the unnamed commune at 19/21 with nothing named, and its printed percentage flagged", async () => {
    const sheet = await findSheet("xa-001", "NQ_XA_001_2023", "2023-Q4");
    expect([sheet.metCount, sheet.unmetCount, sheet.totalCount]).toEqual([19, 2, 21]);
    expect(sheet.criterionVerdicts).toHaveLength(0);
    const fact = await test.db.documentFact.findFirstOrThrow({ where: { isInconsistent: true } });
    expect([fact.printedPercent?.toFixed(1), fact.computedPercent?.toFixed(1)]).toEqual(["211.8", "198.9"]);
    const set = await loadSetDefinition(test.db, "NQ_XA_001_2024");
    expect(set?.criteria).toHaveLength(21);
  });

  it("marks what a document does not print", async () => {
    const district = await test.db.administrativeUnit.findUniqueOrThrow({ where: { code: "tam-duong" } });
    expect(district.basis).toBe("inferred");
    expect(district.basisNote).toContain("không in tên huyện");
    const villages = await test.db.villageProgress.findMany({ where: { commune: { code: "xuan-giang" } } });
    expect(villages.map((row) => [row.countMet, row.countTotal, row.status])).toEqual([
      [5, 7, "met"],
      [null, null, "target"],
    ]);
  });
});

describe("the fictional district", () => {
  it("has 24 communes and 12 quarters, all marked illustrative", async () => {
    const where = { unit: { parent: { code: "huyen-mau" } } };
    expect(await test.db.administrativeUnit.count({ where: { parent: { code: "huyen-mau" } } })).toBe(24);
    const sheets = await test.db.submission.findMany({ where });
    expect(sheets).toHaveLength(24 * 12 - 1);
    expect(sheets.every((sheet) => sheet.isIllustrative)).toBe(true);
    for (const sheet of sheets) {
      const { metCount, unmetCount, missingCount, exemptCount, undefinedCount, totalCount } = sheet;
      expect(metCount + unmetCount + missingCount + exemptCount + undefinedCount).toBe(totalCount);
    }
    expect(sheets.reduce((sum, sheet) => sum + sheet.undefinedCount, 0)).toBe(0);
  });

  it("differs as real communes do", async () => {
    const sheets = await test.db.submission.findMany({
      where: { isIllustrative: true },
      include: { unit: true },
      orderBy: { period: "asc" },
    });
    const last = sheets.filter(({ period }) => period === "2024-Q4");
    const before = new Map(
      sheets.filter(({ period }) => period === "2024-Q3").map((row) => [row.unit.code, row.metCount]),
    );
    const average = (rows: typeof sheets) => rows.reduce((sum, row) => sum + row.metCount, 0) / rows.length;
    expect(average(last)).toBeGreaterThan(14);
    expect(average(last)).toBeLessThan(15);
    expect(average(sheets.filter(({ period }) => period === "2022-Q1"))).toBeLessThan(11);
    expect(last.filter((row) => row.metCount === row.totalCount)).toHaveLength(3);
    expect(
      last.filter((row) => row.metCount < (before.get(row.unit.code) ?? 0)).length,
    ).toBeGreaterThanOrEqual(3);
    expect(
      last.filter((row) => row.metCount > (before.get(row.unit.code) ?? 0)).length,
    ).toBeGreaterThanOrEqual(8);
    expect(last.some((row) => row.unit.code === "mau-01")).toBe(false);
    expect(before.get("mau-01")).toBe(17);
    const statuses = new Set(last.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["approved", "draft", "returned", "submitted", "verified"]);
    expect(
      last.filter(({ status }) => status === "draft").every((row) => row.enteredCount < row.indicatorCount),
    ).toBe(true);
    expect(last.some((row) => (row.submittedAt?.toISOString() ?? "") > "2024-12-26")).toBe(true);
  });

  it("stores exactly what scoring says when everything is scored again", async () => {
    const sample = await test.db.submission.findMany({
      where: {
        unit: { code: { in: ["mau-02", "mau-10", "mau-12"] } },
        period: { in: ["2022-Q1", "2024-Q4"] },
      },
      select: { id: true },
    });
    expect(sample).toHaveLength(6);
    const read = (id: number) =>
      Promise.all([
        test.db.submission.findUniqueOrThrow({ where: { id }, omit: { updatedAt: true } }),
        test.db.indicatorVerdict.findMany({ where: { submissionId: id }, orderBy: { indicatorId: "asc" } }),
        test.db.criterionVerdict.findMany({ where: { submissionId: id }, orderBy: { criterionId: "asc" } }),
      ]);
    for (const { id } of sample) {
      const stored = JSON.stringify(await read(id));
      await test.db.$transaction((tx) => rescoreSubmission(tx, id));
      expect(JSON.stringify(await read(id))).toBe(stored);
    }
  });

  it("gives every criterion a department, and the accounts their password", async () => {
    const covered = await test.db.userCriterion.findMany({ include: { criterion: true } });
    const set = await loadSetDefinition(test.db, ADVANCED);
    expect(new Set(covered.map(({ criterion }) => criterion.number)).size).toBe(set?.criteria.length);
    const user = await test.db.user.findUniqueOrThrow({ where: { username: "canbo.mau01" } });
    expect(user.isDemo).toBe(true);
    expect(await verify(user.passwordHash, "Demo-NTM-2026")).toBe(true);
    const tasks = await test.db.task.count({ where: { isIllustrative: true } });
    expect(tasks).toBe(30);
  });
});

describe("loading again", () => {
  it("changes nothing", async () => {
    vi.stubEnv("NTM_DEMO", "1");
    const before = await countRows();
    const sets = await loadReferenceData(test.db);
    const documents = await loadSourceDocuments(test.db);
    expect(sets.every(({ outcome }) => outcome === "unchanged")).toBe(true);
    expect(documents.every(({ outcome }) => outcome === "unchanged")).toBe(true);
    expect(await seedDemo(test.db)).toMatchObject({ outcome: "unchanged" });
    expect(await countRows()).toEqual(before);
    vi.unstubAllEnvs();
  });

  it("refuses the demonstration outside of one", async () => {
    vi.stubEnv("NTM_DEMO", "0");
    await expect(seedDemo(test.db)).rejects.toThrow("NTM_DEMO is not 1");
    vi.unstubAllEnvs();
  });
});
