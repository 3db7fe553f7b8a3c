import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { addEvidenceReferenceCommand } from "@/lib/evidence/commands";
import { loadFigurePage } from "@/lib/explanations/queries";
import { saveFigureCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;
let unit: AuthorizedUnit;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
  const found = await authorizeUnit(editor, "xa-a1", "unit.view");
  if (!found) throw new Error("The editor cannot reach the commune");
  unit = found;
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const place = (code: keyof SmallWorld["indicators"]) => ({
  unit: "xa-a1",
  set: SET,
  period: PERIOD,
  indicatorId: world.indicators[code],
});

async function save(session: AppSession, entry: FigureEntry, expectedVersion: number, note?: string) {
  const input = { ...place("1.1"), entry, expectedVersion, ...(note === undefined ? {} : { note }) };
  expect(await executeCommand(saveFigureCommand, session, input)).toMatchObject({ ok: true });
}

async function explain(code: string) {
  const loaded = await loadFigurePage(editor, unit, { set: SET, period: PERIOD, code });
  if (!loaded.ok) throw new Error(loaded.message);
  return loaded.value;
}

describe("a figure's own page", () => {
  it("speaks before there is anything, and opens no sheet by being looked at", async () => {
    expect(await explain("1.1")).toMatchObject({
      value: null,
      state: "missing",
      sheet: null,
      history: [],
      canAddEvidence: true,
    });
    expect(await test.db.submission.count()).toBe(0);
  });

  it("tells value, level, people, and every change with its reason, newest first", async () => {
    await save(editor, { kind: "value", text: "70,5" }, 0);
    await save(leader, { kind: "ratio", numerator: "79", denominator: "100" }, 1, "Rà soát lại danh sách");
    await executeCommand(addEvidenceReferenceCommand, editor, {
      ...place("1.1"),
      kind: "document",
      title: "Biên bản rà soát",
      documentText: "số 12/BB-UBND",
    });
    const page = await explain("1.1");
    expect(page).toMatchObject({
      value: "79,0",
      unitText: "%",
      ratio: { text: "79 / 100" },
      state: "unmet",
      distance: "còn thiếu 1 điểm %",
      sentence: "79,0 % so với mức từ 80 % trở lên: chưa đạt, còn thiếu 1 điểm %.",
      note: "Rà soát lại danh sách",
      threshold: { text: "≥ 80 %", provenance: "illustrative", source: "Số liệu thử" },
      entered: { who: "Người lanhdao.a1" },
      evidence: { items: [{ title: "Biên bản rà soát", documentText: "số 12/BB-UBND" }] },
    });
    expect(page.threshold.steps.filter((step) => step.isChosen)).toEqual([
      { label: "Mức chung", text: "≥ 80 %", isChosen: true },
    ]);
    expect(page.history.map(({ who, act, sentence, reason }) => [who, act, sentence, reason])).toEqual([
      ["Người canbo.a1", "Minh chứng", "Thêm “Biên bản rà soát”", null],
      ["Người lanhdao.a1", "Nhập liệu", "70,5 % → 79,0 % (79/100)", "Rà soát lại danh sách"],
      ["Người canbo.a1", "Nhập liệu", "Ghi 70,5 %", null],
    ]);
    expect((await explain("1.2")).history).toEqual([]);
  });

  it("shows a part beside its whole, and refuses what the set has not", async () => {
    expect(await explain("3.1")).toMatchObject({
      indicator: { isParent: true },
      parts: [{ code: "3.1a" }, { code: "3.1b" }],
      sentence: "Đạt khi mọi phần đều đạt; hiện 0/2 phần đạt.",
    });
    expect(await explain("3.1a")).toMatchObject({ parent: { code: "3.1" } });
    const asked = { set: SET, period: PERIOD, code: "9.9" };
    expect(await loadFigurePage(editor, unit, asked)).toMatchObject({ reason: "unknown-indicator" });
    expect(await loadFigurePage(editor, unit, { ...asked, set: "KHAC" })).toMatchObject({ ok: false });
  });
});
