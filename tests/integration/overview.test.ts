import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { loadNamedUnits, loadOverview } from "@/lib/overview/queries";
import { createTestDatabase, type TestDatabase } from "../support/database";

const SET = "NTMNC_XA_2021_2025";
const TODAY = "2024-12-30";
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({ seeded: "demo" });
}, 120_000);
afterAll(() => test.drop());

async function reach(unitCode: string) {
  const admin = await test.db.user.findUniqueOrThrow({ where: { username: "quantri" } });
  const session: Pick<AppSession, "role" | "unitId"> = { role: admin.role, unitId: admin.unitId };
  const unit = await authorizeUnit(session, unitCode, "unit.view", test.db);
  if (!unit) throw new Error(`No ${unitCode}`);
  return unit;
}

async function overviewOf(unitCode: string, period: string, setCode = SET) {
  const unit = await reach(unitCode);
  const set = await test.db.criteriaSet.findUniqueOrThrow({ where: { code: setCode } });
  return loadOverview({ unitId: unit.id, set, period, today: TODAY }, test.db);
}

describe("the overview of Huyện Mẫu", () => {
  it("equals a recomputation from the stored verdict rows", async () => {
    const view = await overviewOf("huyen-mau", "2024-Q4");
    const sheets = await test.db.submission.findMany({
      where: { period: "2024-Q4", set: { code: SET }, unit: { parent: { code: "huyen-mau" } } },
      include: { unit: true, criterionVerdicts: { include: { criterion: true } } },
    });
    const before = await test.db.submission.findMany({
      where: {
        period: "2024-Q3",
        set: { code: SET },
        unit: { parent: { code: "huyen-mau" } },
        status: { not: "draft" },
      },
      include: { unit: true, criterionVerdicts: true },
    });
    const metOf = (sheet: (typeof sheets)[number]) =>
      sheet.criterionVerdicts.filter((row) => row.verdict === "met" && row.criterion.isCounted).length;

    expect(view.units).toHaveLength(24);
    for (const sheet of sheets.filter((row) => row.enteredCount > 0)) {
      expect(view.units.find((row) => row.code === sheet.unit.code)?.met, sheet.unit.code).toBe(metOf(sheet));
    }
    const sent = sheets.filter((sheet) => sheet.status !== "draft");
    expect(view.sending.sent).toBe(sent.length);
    expect(view.sending.onTime + view.sending.late).toBe(sent.length);
    expect(view.sending.sent + view.sending.notSent).toBe(24);
    const sum = sent.reduce((total, sheet) => total + metOf(sheet), 0);
    expect(view.average.value).toBe(Math.round((sum * 10) / sent.length) / 10);
    expect(view.complete.count).toBe(sent.filter((sheet) => metOf(sheet) === sheet.totalCount).length);

    let regressed = 0;
    for (const sheet of sheets) {
      const old = before.find((row) => row.unitId === sheet.unitId);
      for (const row of sheet.criterionVerdicts) {
        const was = old?.criterionVerdicts.find((entry) => entry.criterionId === row.criterionId)?.verdict;
        if (row.verdict === "unmet" && was === "met") regressed += 1;
      }
    }
    expect(regressed).toBeGreaterThan(0);
    expect(view.regressed.criteria).toBe(regressed);
    expect(view.regressions).toHaveLength(regressed);
    expect(view.regressions.every((row) => row.measured !== null)).toBe(true);

    view.criteria.forEach((head, i) => {
      const met = sheets.filter((sheet) =>
        sheet.criterionVerdicts.some((row) => row.criterionId === head.id && row.verdict === "met"),
      ).length;
      expect(view.metPerCriterion[i], `criterion ${head.number}`).toBe(met);
    });
    expect(view.isIllustrative).toBe(true);
    expect(view.trend).toHaveLength(8);
    expect(view.trend.at(-1)?.average).toBe(view.average.value);
  });

  it("shows the commune that has not begun as such, without a figure", async () => {
    const view = await overviewOf("huyen-mau", "2024-Q4");
    expect(view.units.find((row) => row.code === "mau-01")).toMatchObject({ flag: "not-started", met: null });
    expect(view.overdue.some((row) => row.key === "sheets" && row.days === 5)).toBe(true);
  });

  it("never reaches outside its subtree", async () => {
    const view = await overviewOf("huyen-mau", "2024-Q4");
    const codes = [...view.units, ...view.outside].map((row) => row.code);
    expect(codes.every((code) => code.startsWith("mau-"))).toBe(true);
    expect(
      view.overdue.every(
        (row) => row.unitCode === null || row.unitCode.startsWith("mau-") || row.unitCode === "huyen-mau",
      ),
    ).toBe(true);
  });
});

describe("districts of the source documents", () => {
  it("shows Bản Bo's 9 of 19 as recorded, with nothing to compare with", async () => {
    const view = await overviewOf("tam-duong", "2023-Q1");
    expect(view.units).toMatchObject([{ code: "ban-bo", met: 9, total: 19, flag: "recorded", change: null }]);
    expect(view.units[0]?.words).toBe("Chưa đạt: 1, 2, 5, 6, 10, 11, 14, 17, 18, 19");
    expect(view.sending.recorded).toBe(1);
    expect(view.isIllustrative).toBe(false);
  });

  it("shows Dương Đức's 12 of 19 with criterion 8 named and the rest unnamed", async () => {
    const view = await overviewOf("lang-giang", "2024-Q1");
    const states = view.units[0]?.states ?? [];
    expect(view.units[0]).toMatchObject({ code: "duong-duc", met: 12, total: 19 });
    expect(states[7]).toBe("unmet");
    expect(states.filter((state) => state === "unnamed")).toHaveLength(18);
    expect(view.metPerCriterion[0]).toBeNull();
  });

  it("points to the quarter that has a result when asked for one that has none", async () => {
    const view = await overviewOf("tam-duong", "2024-Q4");
    expect(view.hasFigures).toBe(false);
    expect(view.latestPeriod).toBe("2023-Q1");
  });

  it("only names the communes of Xuân Trường", async () => {
    const view = await overviewOf("xuan-truong", "2024-Q4");
    expect(view.hasFigures).toBe(false);
    expect(view.units).toEqual([]);
    const unit = await reach("xuan-truong");
    const named = await loadNamedUnits(unit.id, test.db);
    expect(named.map((row) => row.code).sort()).toEqual(["xuan-chau", "xuan-tan", "xuan-thuy"]);
  });
});
