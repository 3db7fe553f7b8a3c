import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { applyPlausibilityFile } from "@/lib/plausibility/load-rules";
import type { PlausibilityFile } from "@/lib/plausibility/schema";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import { loadEntrySheet } from "@/lib/submissions/entry-queries";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { sendSubmissionCommand } from "@/lib/submissions/send-command";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;

const RULES: PlausibilityFile = {
  formatVersion: 1,
  set: SET,
  note: "Quy tắc thử",
  rules: [
    {
      code: "1",
      severity: "error",
      message: "{leftCode} ({left}) lớn hơn {rightCode} ({right}).",
      basis: "thử",
      body: {
        kind: "compare",
        left: { indicator: "3.1a", part: "value" },
        op: "lte",
        right: { indicator: "3.1b", part: "value" },
      },
    },
    {
      code: "2",
      severity: "warning",
      message: "{change} so với {previousLabel}. Nếu đúng, ghi lý do.",
      basis: "thử",
      body: { kind: "jump", select: { indicators: ["1.1"] }, mode: "points", limit: "20" },
    },
  ],
};

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  await test.db.$transaction((tx) => applyPlausibilityFile(tx, RULES));
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});
beforeEach(async () => {
  await test.db.submission.deleteMany();
});

const ADDRESS = { unit: "xa-a1", set: SET, period: PERIOD };
type Code = keyof SmallWorld["indicators"];
const save = (code: Code, entry: FigureEntry, change: object = {}) =>
  executeCommand(saveFigureCommand, editor, {
    ...ADDRESS,
    indicatorId: world.indicators[code],
    entry,
    expectedVersion: 0,
    ...change,
  });
const typed = (text: string): FigureEntry => ({ kind: "value", text });
const send = () =>
  executeCommand(sendSubmissionCommand, editor, { ...ADDRESS, confirmed: true, acknowledgeMissing: true });

describe("sending with figures that look wrong", () => {
  it("refuses an error with its field until it is mended", async () => {
    await save("3.1a", typed("3"));
    await save("3.1b", typed("2"));
    expect(await send()).toMatchObject({
      ok: false,
      reason: "has-errors",
      problems: [{ indicatorId: world.indicators["3.1a"], message: "3.1a: 3.1a (3) lớn hơn 3.1b (2)." }],
    });
    expect((await test.db.submission.findFirstOrThrow()).status).toBe("draft");
    await save("3.1a", typed("2"), { expectedVersion: 1 });
    expect(await send()).toMatchObject({ ok: true });
  });

  it("asks a jump for its reason and is content with a note", async () => {
    await save("1.1", typed("50"), { period: "2024-Q3" });
    await save("1.1", typed("72,4"));
    expect(await send()).toMatchObject({
      ok: false,
      reason: "has-errors",
      problems: [{ message: "1.1: Tăng 22,4 điểm % so với quý III/2024. Nếu đúng, ghi lý do." }],
    });
    await save("1.1", { kind: "keep" }, { expectedVersion: 1, note: "Thêm tuyến đường mới hoàn thành" });
    expect(await send()).toMatchObject({ ok: true });
  });

  it("tells the browser the same rules", async () => {
    await save("1.1", typed("50"));
    const unit = await authorizeUnit(editor, "xa-a1", "unit.view");
    if (!unit) throw new Error("no unit");
    const sheet = await loadEntrySheet(editor, unit, SET, PERIOD);
    if (!sheet.ok) throw new Error(sheet.message);
    expect(sheet.value.plausibility).toMatchObject({
      previousLabel: "quý III/2024",
      rules: [
        { code: "1", kind: "compare", severity: "error" },
        { code: "2", kind: "jump", limit: "20" },
      ],
    });
  });
});

describe("loading rules", () => {
  it("changes nothing the second time and removes rules that the file has no more", async () => {
    const read = () => test.db.plausibilityRule.findMany({ orderBy: { code: "asc" } });
    const before = await read();
    await test.db.$transaction((tx) => applyPlausibilityFile(tx, RULES));
    expect(await read()).toEqual(before);
    await test.db.$transaction((tx) =>
      applyPlausibilityFile(tx, { ...RULES, rules: RULES.rules.slice(0, 1) }),
    );
    expect((await read()).map(({ code }) => code)).toEqual(["1"]);
    await test.db.$transaction((tx) => applyPlausibilityFile(tx, RULES));
  });

  it("refuses a rule about an indicator that the set does not have", async () => {
    const [rule] = RULES.rules;
    if (rule?.body.kind !== "compare") throw new Error("no rule");
    const body = { ...rule.body, left: { indicator: "9.9", part: "value" as const } };
    await expect(
      test.db.$transaction((tx) => applyPlausibilityFile(tx, { ...RULES, rules: [{ ...rule, body }] })),
    ).rejects.toThrow("9.9");
  });
});
