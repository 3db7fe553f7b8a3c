import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import { loadGaps } from "@/lib/gaps/queries";
import { type GapFilter, gapFilterSchema } from "@/lib/gaps/schema";
import type { GapItem } from "@/lib/gaps/types";
import { createTestDatabase, type TestDatabase } from "../support/database";

const SET = "NTMNC_XA_2021_2025";
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({ seeded: "demo" });
}, 120_000);
afterAll(() => test.drop());

async function gapsOf(unitCode: string, period: string, filter: Partial<GapFilter> = {}) {
  const admin = await test.db.user.findUniqueOrThrow({ where: { username: "quantri" } });
  const unit = await authorizeUnit(admin, unitCode, "unit.view", test.db);
  if (!unit) throw new Error(`No ${unitCode}`);
  const set = await test.db.criteriaSet.findUniqueOrThrow({ where: { code: SET } });
  return loadGaps(
    { unitId: unit.id, set, period, today: "2024-12-30" },
    { ...gapFilterSchema.parse({}), ...filter },
    test.db,
  );
}

async function allItems(unitCode: string, period: string, filter: Partial<GapFilter> = {}) {
  const items: GapItem[] = [];
  for (let page = 1; ; page += 1) {
    const list = await gapsOf(unitCode, period, { ...filter, page });
    items.push(...list.sections.flatMap((section) => section.items));
    if (page >= list.pages) return items;
  }
}

describe("the gap list of Huyện Mẫu", () => {
  it("has one gap for every indicator that is unmet, missing or without threshold", async () => {
    const list = await gapsOf("huyen-mau", "2024-Q4");
    const stored = await test.db.indicatorVerdict.groupBy({
      by: ["verdict"],
      where: {
        verdict: { in: ["unmet", "missing", "undefined_threshold"] },
        indicator: { limbs: { none: {} } },
        submission: {
          period: "2024-Q4",
          set: { code: SET },
          enteredCount: { gt: 0 },
          unit: { parent: { code: "huyen-mau" } },
        },
      },
      _count: true,
    });
    const of = (verdict: string) => stored.find((row) => row.verdict === verdict)?._count ?? 0;
    const leaves = await test.db.indicator.count({
      where: { criterion: { set: { code: SET } }, limbs: { none: {} } },
    });
    // mau-01 has not begun: its whole sheet is missing.
    expect(list.counts.unmet).toBe(of("unmet"));
    expect(list.counts.missing).toBe(of("missing") + leaves);
    expect(list.counts.undefinedThreshold).toBe(of("undefined_threshold"));
    expect(list.total).toBe(list.counts.unmet + list.counts.missing + list.counts.undefinedThreshold);
    const items = await allItems("huyen-mau", "2024-Q4");
    expect(items).toHaveLength(list.filteredRows);
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
    expect(items.filter((item) => item.gap !== null).every((item) => item.threshold !== null)).toBe(true);
    expect(items.every((item) => item.owner !== "")).toBe(true);
  });

  it("never holds a row of another district", async () => {
    const items = await allItems("huyen-mau", "2023-Q1");
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.unitCode.startsWith("mau-"))).toBe(true);
  });

  it("filters by criterion and by what slipped back", async () => {
    const byCriterion = await allItems("huyen-mau", "2024-Q4", { criterion: 17 });
    expect(byCriterion.length).toBeGreaterThan(0);
    expect(byCriterion.every((item) => item.number === 17)).toBe(true);
    const slipped = await allItems("huyen-mau", "2024-Q4", { status: "regressed" });
    expect(slipped.length).toBeGreaterThan(0);
    expect(slipped.every((item) => item.state === "regressed")).toBe(true);
  });
});

describe("gaps recorded from a document", () => {
  it("lists Bản Bo's ten criteria with their bodies and deadlines", async () => {
    const items = await allItems("ban-bo", "2023-Q1");
    expect(items.map((item) => item.number).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      1, 2, 5, 6, 10, 11, 14, 17, 18, 19,
    ]);
    expect(items.every((item) => item.kind === "criterion" && item.taskTitle !== null)).toBe(true);
    const may = items.filter((item) => item.deadline?.startsWith("2023-05"));
    expect(may.map((item) => item.number).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([10, 11, 19]);
    expect(items.find((item) => item.number === 2)?.owner).toContain("Phòng Kinh tế - Hạ tầng");
  });

  it("puts criterion 8 of Dương Đức at quarter IV/2024", async () => {
    const items = await allItems("duong-duc", "2024-Q1");
    expect(items).toMatchObject([{ number: 8, deadline: "2024-12-31" }]);
  });
});
