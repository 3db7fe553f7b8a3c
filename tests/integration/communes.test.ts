import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import { loadCommune } from "@/lib/communes/queries";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({ seeded: "demo" });
}, 120_000);
afterAll(() => test.drop());

async function communeOf(unitCode: string, setCode: string, period: string) {
  const admin = await test.db.user.findUniqueOrThrow({ where: { username: "quantri" } });
  const unit = await authorizeUnit(admin, unitCode, "unit.view", test.db);
  if (!unit) throw new Error(`No ${unitCode}`);
  const set = await test.db.criteriaSet.findUniqueOrThrow({ where: { code: setCode } });
  return loadCommune({ unitId: unit.id, set, period }, test.db);
}

describe("the five documents on the commune page", () => {
  it("Bản Bo: 9 of 19, ten unmet criteria by number, nine derived, district inferred", async () => {
    const page = await communeOf("ban-bo", "NTMNC_XA_2021_2025", "2023-Q1");
    expect(page.sheet).toMatchObject({ met: 9, total: 19, basis: "recorded" });
    expect(page.sheetWords).toBe("cơ bản đạt, 10/3/2023");
    expect(page.strip.filter((cell) => cell.state === "unmet").map((cell) => cell.number)).toEqual([
      1, 2, 5, 6, 10, 11, 14, 17, 18, 19,
    ]);
    expect(page.criteria.filter((row) => row.isDerived)).toHaveLength(9);
    expect(page.head.parentBasis).toBe("inferred");
    expect(page.tasks).toHaveLength(13);
  });

  it("Dương Đức: 12 to 13 of 19, nine targets as printed, five villages", async () => {
    const page = await communeOf("duong-duc", "NTMNC_XA_2021_2025", "2024-Q1");
    expect(page.promise).toMatchObject({ from: 12, to: 13, total: 19, dueText: "quý IV/2024" });
    expect(page.criteria.find((row) => row.number === 8)?.milestones[0]?.duePeriod).toBe("2024-Q4");
    const printed = page.targets.flatMap((group) => group.targets).map((target) => target.printed);
    expect(printed).toHaveLength(9);
    for (const text of ["2,21%", "76%", "100%", "96%", "80%", "99,7%"]) expect(printed).toContain(text);
    const villages = page.villages.flatMap((summary) => summary.named);
    expect(villages.filter((row) => row.status === "maintained")).toHaveLength(4);
    expect(villages.filter((row) => row.status === "target").map((row) => row.label)).toEqual([
      "Thôn Cống Phên",
    ]);
  });

  it("Xuân Giang: 5 of 7 villages and the printed figures, no invented result", async () => {
    const page = await communeOf("xuan-giang", "NTMKM_XA_2021_2025", "2024-Q4");
    expect(page.sheet).toBeNull();
    expect(page.villages.find((summary) => summary.count)?.count).toMatchObject({ met: 5, total: 7 });
    expect(page.facts.map((fact) => fact.printed)).toEqual(
      expect.arrayContaining(["1,65%", "trên 50,6 triệu đồng"]),
    );
  });

  it("the unnamed commune: 2 of 21 missed, 211,8 kept beside 198,9, targets in six groups", async () => {
    const page = await communeOf("xa-001", "NQ_XA_001_2023", "2023-Q4");
    expect(page.sheet).toMatchObject({ met: 19, unmet: 2, total: 21 });
    expect(page.strip).toHaveLength(21);
    const budget = page.facts.find((fact) => fact.isInconsistent);
    expect(Number(budget?.printedPercent)).toBe(211.8);
    expect(Number(budget?.computedPercent)).toBe(198.9);
    expect(page.targets.filter((group) => group.title !== null)).toHaveLength(6);
    const numbers = new Set(page.targets.flatMap((group) => group.targets).map((target) => target.number));
    numbers.delete(null);
    expect(numbers.size).toBe(21);
  });
});

describe("a commune with figures", () => {
  it("shows every indicator with its threshold, and counts that equal the sheet", async () => {
    const page = await communeOf("mau-12", "NTMNC_XA_2021_2025", "2024-Q4");
    expect(page.history).toHaveLength(12);
    expect(page.isIllustrative).toBe(true);
    expect(page.change).toBe(-2);
    const met = page.strip.filter((cell) => cell.state === "met" || cell.state === "near").length;
    expect(met).toBe(page.sheet?.met);
    expect(page.strip.filter((cell) => cell.state === "regressed").length).toBeGreaterThan(0);
    const leaves = page.criteria.flatMap((row) => row.indicators).filter((row) => !row.isParent);
    expect(leaves.length).toBeGreaterThanOrEqual(75);
    expect(
      leaves.filter((row) => row.state === "met" && row.threshold === null).map((row) => row.code),
    ).toEqual([]);
  });

  it("looks up the thresholds that missing figures wait for", async () => {
    const page = await communeOf("mau-02", "NTMNC_XA_2021_2025", "2024-Q4");
    const missing = page.criteria
      .flatMap((row) => row.indicators)
      .filter((row) => row.state === "missing" && !row.isParent);
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.some((row) => row.threshold !== null)).toBe(true);
  });
});
