import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import {
  approveSubmissionCommand,
  reopenSubmissionCommand,
  returnSubmissionCommand,
  verifySubmissionCommand,
} from "@/lib/submissions/decide-commands";
import { loadEntrySheet } from "@/lib/submissions/entry-queries";
import type { FigureEntry, SendSubmissionInput } from "@/lib/submissions/entry-types";
import { sendSubmissionCommand } from "@/lib/submissions/send-command";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;
let reviewer: AppSession;
let verifier: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
  reviewer = await makeSession(test.db, "btv.a");
  verifier = await makeSession(test.db, "phong.a");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});
beforeEach(async () => {
  await test.db.submission.deleteMany();
});

const ADDRESS = { unit: "xa-a1", set: SET, period: PERIOD };

function save(
  code: keyof SmallWorld["indicators"],
  entry: FigureEntry,
  expectedVersion = 0,
  period = PERIOD,
) {
  const indicatorId = world.indicators[code];
  return executeCommand(saveFigureCommand, editor, {
    ...ADDRESS,
    period,
    indicatorId,
    entry,
    expectedVersion,
  });
}

async function fillAll() {
  await save("1.1", { kind: "value", text: "85" });
  await save("1.2", { kind: "boolean", value: true });
  await save("2.1", { kind: "value", text: "55" });
  await save("2.2", { kind: "grade", value: "Tốt" });
  await save("3.1a", { kind: "value", text: "1" });
  await save("3.1b", { kind: "value", text: "2" });
}

function send(change: Partial<SendSubmissionInput> = {}, session = editor) {
  const input = { ...ADDRESS, confirmed: true, acknowledgeMissing: false, ...change };
  return executeCommand(sendSubmissionCommand, session, input);
}

const statusNow = async () => (await test.db.submission.findFirst())?.status ?? null;
const countSent = () => test.db.auditEvent.count({ where: { act: "submission.send" } });

describe("sending", () => {
  it("locks the sheet and says when and with what result", async () => {
    await fillAll();
    const sent = await send();
    expect(sent).toMatchObject({
      ok: true,
      value: {
        status: "submitted",
        totals: { met: 3, total: 3 },
        submittedByName: editor.displayName,
        wasAlreadySent: false,
      },
    });
    expect(await save("2.1", { kind: "value", text: "56" }, 1)).toMatchObject({
      ok: false,
      reason: "locked",
    });
  });

  it("is one sending however often the button is pressed", async () => {
    await fillAll();
    const before = await countSent();
    const answers = await Promise.all([send(), send(), send({}, leader), send()]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const values = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(new Set(values.map((value) => value.submittedAt)).size).toBe(1);
    expect(values.filter((value) => !value.wasAlreadySent)).toHaveLength(1);
    expect(await countSent()).toBe(before + 1);
    expect(await test.db.submission.count()).toBe(1);
  });

  it("asks before it sends with figures missing", async () => {
    await save("2.1", { kind: "value", text: "55" });
    expect(await send()).toMatchObject({
      ok: false,
      reason: "missing-figures",
      message: /^4 chỉ tiêu còn trống/,
    });
    expect(await statusNow()).toBe("draft");
    expect(await send({ acknowledgeMissing: true })).toMatchObject({ ok: true });
  });

  it("refuses without confirmation, without figures, and for the wrong people", async () => {
    expect(await send({ confirmed: false })).toMatchObject({ reason: "not-confirmed" });
    expect(await send()).toMatchObject({ reason: "nothing-entered" });
    await fillAll();
    expect(await send({}, reviewer)).toMatchObject({ reason: "not-found" });
    expect(await send({}, verifier)).toMatchObject({ reason: "not-found" });
    expect(await send({}, await makeSession(test.db, "canbo.a2"))).toMatchObject({ reason: "not-found" });
    expect(await send({ period: "2024-Q9" })).toMatchObject({ reason: "unknown-period" });
    expect(await statusNow()).toBe("draft");
  });

  it("refuses figures that the set no longer takes, and names them", async () => {
    await fillAll();
    await test.db.figure.updateMany({
      where: { indicatorId: world.indicators["1.1"] },
      data: { value: 140 },
    });
    expect(await send()).toMatchObject({
      ok: false,
      reason: "has-errors",
      problems: [{ indicatorId: world.indicators["1.1"], code: "1.1" }],
    });
    expect(await statusNow()).toBe("draft");
  });
});

describe("deciding", () => {
  const verify = (agreeRemaining: boolean, session = reviewer) =>
    executeCommand(verifySubmissionCommand, session, { ...ADDRESS, agreeRemaining });
  const approve = (session = reviewer) => executeCommand(approveSubmissionCommand, session, ADDRESS);
  const giveBack = (reason: string, session = reviewer) =>
    executeCommand(returnSubmissionCommand, session, { ...ADDRESS, reason });

  it("goes from sent through returned and sent again to approved, and opens again", async () => {
    await fillAll();
    await send();
    expect(await giveBack("   ")).toMatchObject({ ok: false, reason: "invalid" });
    expect(await giveBack("Thiếu minh chứng 2.1")).toMatchObject({ ok: true, value: { status: "returned" } });
    expect(await save("2.1", { kind: "value", text: "60" }, 1)).toMatchObject({ ok: true });
    expect(await send()).toMatchObject({ ok: true, value: { wasAlreadySent: false } });
    expect(await approve()).toMatchObject({ ok: false, reason: "wrong-status" });
    expect(await verify(false)).toMatchObject({
      ok: false,
      reason: "not-agreed",
      message: expect.stringContaining("Còn 3 tiêu chí chưa có ý kiến (1, 2, 3)."),
    });
    expect(await verify(true)).toMatchObject({ ok: true, value: { status: "verified", round: 2 } });
    expect(await approve()).toMatchObject({ ok: true, value: { status: "approved" } });
    expect(await giveBack("muộn")).toMatchObject({ ok: false, reason: "wrong-status" });
    expect(
      await executeCommand(reopenSubmissionCommand, reviewer, { ...ADDRESS, reason: "Sai số 2.1" }),
    ).toMatchObject({ ok: true, value: { status: "returned" } });
  });

  it("is not for the commune, nor for a verifier of some criteria", async () => {
    await fillAll();
    await send();
    expect(await giveBack("x", editor)).toMatchObject({ reason: "not-found" });
    expect(await verify(true, verifier)).toMatchObject({ reason: "not-permitted" });
    expect(await approve(verifier)).toMatchObject({ reason: "not-found" });
    expect(await statusNow()).toBe("submitted");
  });
});

describe("the sheet for the entry page", () => {
  async function load(session: AppSession, set = SET, period = PERIOD) {
    const unit = await authorizeUnit(session, "xa-a1", "unit.view");
    if (!unit) throw new Error("not authorised");
    return loadEntrySheet(session, unit, set, period);
  }

  it("shows an empty sheet ready to fill, with last quarter and target beside it", async () => {
    await save("2.1", { kind: "value", text: "48" }, 0, "2024-Q3");
    await test.db.target.create({
      data: {
        unitId: world.units["xa-a1"],
        setId: world.setId,
        indicatorId: world.indicators["2.1"],
        label: "Thu nhập",
        year: 2024,
        direction: "gte",
        value: 52,
        unitOfMeasure: "triệu đồng",
        printed: "tối thiểu 52 triệu đồng",
      },
    });
    await test.db.periodDeadline.createMany({
      data: [
        { setId: world.setId, period: PERIOD, dueOn: new Date("2024-12-25") },
        {
          setId: world.setId,
          period: PERIOD,
          unitId: world.units["xa-a1"],
          dueOn: new Date("2024-12-31"),
          reason: "mưa lũ",
        },
      ],
    });
    const sheet = await load(editor);
    expect(sheet).toMatchObject({
      ok: true,
      value: {
        unit: { label: "Xã A Một", parentLabel: "Huyện A" },
        submission: null,
        figures: {},
        previous: { period: "2024-Q3", figures: { [world.indicators["2.1"]]: { value: "48" } } },
        targets: { [world.indicators["2.1"]]: { text: "tối thiểu 52 triệu đồng", value: "52" } },
        deadline: "2024-12-31",
        today: TODAY,
        canEdit: true,
        canSend: false,
        lock: null,
        score: { totals: { missing: 3, total: 3 } },
      },
    });
    // Goes to the browser as it is: plain JSON, one chosen threshold an indicator.
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
    expect(JSON.stringify(sheet)).not.toContain('"thresholds"');
  });

  it("shows a reader a locked one", async () => {
    await fillAll();
    expect(await load(reviewer)).toMatchObject({
      value: {
        canEdit: false,
        canSend: false,
        lock: { reason: "not-permitted" },
        score: { totals: { met: 3 } },
      },
    });
    expect(await load(editor)).toMatchObject({ value: { canEdit: true, canSend: true } });
    await send();
    expect(await load(editor)).toMatchObject({
      value: {
        canEdit: false,
        canSend: false,
        lock: { reason: "submitted" },
        submission: { status: "submitted" },
      },
    });
  });

  it("refuses an address that names no sheet, in words", async () => {
    expect(await load(editor, "KHONG_CO")).toMatchObject({ ok: false, reason: "unknown-set" });
    expect(await load(editor, SET, "quý 4")).toMatchObject({ ok: false, reason: "unknown-period" });
  });
});
