import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { endExemptionCommand, grantExemptionCommand } from "@/lib/exemptions/commands";
import { saveFigureCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import { loadEntrySheet } from "@/lib/submissions/entry-queries";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});
beforeEach(async () => {
  await test.db.exemption.deleteMany();
  await test.db.submission.deleteMany();
});

type Code = keyof SmallWorld["indicators"];
const PAPER = { reason: "Xã không có chợ trong quy hoạch", documentText: "Công văn 12/UBND ngày 05/01/2024" };
const address = (code: Code, period = PERIOD) => ({
  unit: "xa-a1",
  set: SET,
  period,
  indicatorId: world.indicators[code],
});
const grant = (code: Code, change: object = {}, period = PERIOD, session = editor) =>
  executeCommand(grantExemptionCommand, session, { ...address(code, period), ...PAPER, ...change });
const end = (code: Code, period = PERIOD) =>
  executeCommand(endExemptionCommand, editor, address(code, period));
const save = (code: Code, text: string, period = PERIOD) =>
  executeCommand(saveFigureCommand, editor, {
    ...address(code, period),
    entry: { kind: "value", text },
    expectedVersion: 0,
  });
const spans = async () =>
  (await test.db.exemption.findMany({ orderBy: { fromPeriod: "asc" } })).map(
    (row) => `${row.fromPeriod}…${row.toPeriod ?? ""}`,
  );

describe("granting an exemption", () => {
  it("scores the sheet at once, keeps the figure, and tells who did it", async () => {
    await save("2.1", "10");
    const answer = await grant("2.1");
    expect(answer).toMatchObject({ ok: true, value: { totals: { missing: 3 } } });
    await grant("2.2");
    const sheet = await test.db.submission.findFirstOrThrow({ include: { criterionVerdicts: true } });
    expect(sheet).toMatchObject({ exemptCount: 1, missingCount: 2, enteredCount: 2 });
    expect(await test.db.figure.count()).toBe(1);
    const audit = await test.db.auditEvent.findFirstOrThrow({ where: { act: "exemption.grant" } });
    expect(audit).toMatchObject({ actorName: "Người canbo.a1", after: { indicator: "2.1", ...PAPER } });
    const unit = await authorizeUnit(editor, "xa-a1", "unit.view");
    if (!unit) throw new Error("no unit");
    const loaded = await loadEntrySheet(editor, unit, SET, PERIOD);
    expect(loaded).toMatchObject({ ok: true, value: { score: { totals: { exempt: 1 } } } });
  });

  it("opens the draft of a quarter that has none, and holds in the next one", async () => {
    await grant("1.2", {}, "2024-Q3");
    expect(await spans()).toEqual(["2024-Q3…"]);
    await save("1.1", "85");
    const sheet = await test.db.submission.findFirstOrThrow({ where: { period: PERIOD } });
    expect(sheet).toMatchObject({ metCount: 1, enteredCount: 2 });
  });

  it("asks for reason and document, and refuses what is exempt already, even as a limb", async () => {
    expect(await grant("1.1", { reason: "  " })).toMatchObject({ ok: false, reason: "invalid" });
    expect(await grant("1.1", { documentText: "" })).toMatchObject({
      ok: false,
      message: "Ghi văn bản làm căn cứ: số, ký hiệu, ngày, cơ quan ban hành.",
    });
    expect(await test.db.submission.count()).toBe(0);
    expect((await grant("3.1")).ok).toBe(true);
    expect(await grant("3.1")).toMatchObject({ ok: false, reason: "already-exempt" });
    expect(await grant("3.1a")).toMatchObject({ ok: false, reason: "already-exempt" });
  });

  it("is refused on a sent sheet, to a neighbour and to a reviewer", async () => {
    await save("1.1", "85");
    await test.db.submission.updateMany({ data: { status: "submitted", submittedAt: new Date() } });
    expect(await grant("1.1")).toMatchObject({ ok: false, reason: "locked" });
    for (const name of ["canbo.a2", "btv.a", "xem.a"]) {
      const session = await makeSession(test.db, name);
      expect(await grant("1.1", {}, PERIOD, session)).toMatchObject({ ok: false, reason: "not-found" });
    }
    expect(await test.db.exemption.count()).toBe(0);
  });

  it("lets exactly one of two win", async () => {
    const answers = await Promise.all([grant("1.1"), grant("1.1")]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await test.db.exemption.count()).toBe(1);
  });
});

describe("ending an exemption", () => {
  it("gives the indicator its figure back in the same quarter", async () => {
    await save("1.1", "85");
    await grant("1.1");
    expect(await end("1.1")).toMatchObject({ ok: true });
    expect(await spans()).toEqual([]);
    const verdict = await test.db.indicatorVerdict.findFirstOrThrow({
      where: { indicatorId: world.indicators["1.1"] },
    });
    expect(verdict.verdict).toBe("met");
    expect(await test.db.auditEvent.count({ where: { act: "exemption.end" } })).toBe(1);
    expect(await end("1.1")).toMatchObject({ ok: false, reason: "not-exempt" });
  });

  it("leaves earlier quarters as they were", async () => {
    await grant("1.1", {}, "2024-Q1");
    await end("1.1");
    expect(await spans()).toEqual(["2024-Q1…2024-Q3"]);
  });

  it("touches one quarter alone when a later one has a sheet", async () => {
    await save("2.1", "60");
    await grant("1.1", {}, "2024-Q2");
    expect(await spans()).toEqual(["2024-Q2…2024-Q2"]);
    await test.db.exemption.updateMany({ data: { fromPeriod: "2024-Q1", toPeriod: null } });
    await end("1.1", "2024-Q2");
    expect(await spans()).toEqual(["2024-Q1…2024-Q1", "2024-Q3…"]);
  });
});
