import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand, saveFiguresCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { rescoreSubmission } from "@/lib/submissions/score-submission";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

type Cell = [code: keyof SmallWorld["indicators"], entry: FigureEntry, expectedVersion?: number];
const typed = (text: string): FigureEntry => ({ kind: "value", text });

function saveMany(session: AppSession, cells: Cell[], period = PERIOD) {
  return executeCommand(saveFiguresCommand, session, {
    unit: "xa-a1",
    set: SET,
    period,
    via: "paste",
    cells: cells.map(([code, entry, expectedVersion = 0]) => ({
      indicatorId: world.indicators[code],
      entry,
      expectedVersion,
    })),
  });
}

describe("saving many figures at once", () => {
  it("writes what can be read, refuses the rest by name, and counts once", async () => {
    const answer = await saveMany(editor, [
      ["1.1", typed("85,5")],
      ["1.2", { kind: "boolean", value: true }],
      ["2.1", typed("abc")],
      ["3.1a", typed("1")],
      ["3.1b", typed("2")],
      ["3.1", typed("2")],
    ]);
    if (!answer.ok) throw new Error(answer.message);
    const outcomes = answer.value.cells.map(({ outcome }) => (outcome.ok ? "ok" : outcome.reason));
    expect(outcomes).toEqual(["ok", "ok", "not-a-number", "ok", "ok", "unknown-indicator"]);
    expect(answer.value.totals).toMatchObject({ met: 2, missing: 1 });
    const sheet = await test.db.submission.findFirstOrThrow({ include: { figures: true } });
    expect(sheet).toMatchObject({ metCount: 2, missingCount: 1, enteredCount: 3 });
    expect(sheet.figures).toHaveLength(4);
    const audits = await test.db.auditEvent.findMany({ where: { act: "figure.save" } });
    expect(audits).toHaveLength(4);
    expect(audits[0]?.after).toMatchObject({ via: "paste", period: PERIOD });

    // Recomputing everything gives the same rows.
    const read = () =>
      Promise.all([
        test.db.indicatorVerdict.findMany({ orderBy: { indicatorId: "asc" } }),
        test.db.criterionVerdict.findMany({ orderBy: { criterionId: "asc" } }),
      ]);
    const before = JSON.stringify(await read());
    await test.db.$transaction((tx) => rescoreSubmission(tx, sheet.id));
    expect(JSON.stringify(await read())).toBe(before);
  });

  it("shows the conflict of one cell with what stands now, and writes the others", async () => {
    const other = await executeCommand(saveFigureCommand, leader, {
      unit: "xa-a1",
      set: SET,
      period: PERIOD,
      indicatorId: world.indicators["1.1"],
      entry: typed("71"),
      expectedVersion: 1,
    });
    expect(other.ok).toBe(true);
    const answer = await saveMany(editor, [
      ["1.1", typed("90"), 1],
      ["2.1", typed("58,2")],
    ]);
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.value.cells[0]?.outcome).toMatchObject({
      ok: false,
      reason: "conflict",
      current: { value: "71", version: 2, enteredByName: "Người lanhdao.a1" },
    });
    expect(answer.value.cells[1]?.outcome).toMatchObject({ ok: true, figure: { value: "58.2", version: 1 } });
  });

  it("does nothing twice: the same request again changes no row and writes no audit", async () => {
    const cells: Cell[] = [["2.1", typed("58,2"), 0]];
    const before = await test.db.auditEvent.count();
    const answer = await saveMany(editor, cells);
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.value.cells[0]?.outcome).toMatchObject({ ok: true, figure: { version: 1 } });
    expect(await test.db.auditEvent.count()).toBe(before);
  });

  it("opens no sheet for cells that cannot be written", async () => {
    const answer = await saveMany(editor, [["1.1", typed("5"), 4]], "2024-Q2");
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.value.cells[0]?.outcome).toMatchObject({ ok: false, reason: "conflict", current: null });
    expect(await test.db.submission.count({ where: { period: "2024-Q2" } })).toBe(0);
  });

  it("refuses one indicator named twice, a sent sheet and a stranger", async () => {
    expect(
      await saveMany(editor, [
        ["1.1", typed("5")],
        ["1.1", typed("6")],
      ]),
    ).toMatchObject({ ok: false, reason: "invalid" });
    const neighbour = await makeSession(test.db, "canbo.a2");
    expect(await saveMany(neighbour, [["1.1", typed("5")]])).toMatchObject({
      ok: false,
      reason: "not-found",
    });
    await test.db.submission.updateMany({ data: { status: "submitted", submittedAt: new Date() } });
    expect(await saveMany(editor, [["1.1", typed("5"), 2]])).toMatchObject({ ok: false, reason: "locked" });
  });

  it("lets two people fill different cells of one new sheet at once", async () => {
    const [a, b] = await Promise.all([
      saveMany(editor, [["1.1", typed("85")]], "2024-Q1"),
      saveMany(leader, [["2.1", typed("55")]], "2024-Q1"),
    ]);
    expect([a.ok, b.ok]).toEqual([true, true]);
    const sheet = await test.db.submission.findFirstOrThrow({
      where: { period: "2024-Q1" },
      include: { figures: true },
    });
    expect(sheet.figures).toHaveLength(2);
    expect(sheet.enteredCount).toBe(2);
  });
});
