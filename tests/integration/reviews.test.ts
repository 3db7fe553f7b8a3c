import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { answerCriterionCommand, decideCriterionCommand } from "@/lib/reviews/commands";
import { compareHandovers } from "@/lib/reviews/differences";
import { actOfReader, findReader, loadReviewPage } from "@/lib/reviews/queries";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import {
  approveSubmissionCommand,
  reopenSubmissionCommand,
  returnSubmissionCommand,
  verifySubmissionCommand,
} from "@/lib/submissions/decide-commands";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { sendSubmissionCommand } from "@/lib/submissions/send-command";
import { loadLastApproved, loadSnapshots } from "@/lib/submissions/snapshots";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;
let committee: AppSession;
let colleague: AppSession;
let department: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
  committee = await makeSession(test.db, "btv.a");
  department = await makeSession(test.db, "phong.a");
  const { passwordHash, unitId } = await test.db.user.findUniqueOrThrow({ where: { username: "btv.a" } });
  await test.db.user.create({
    data: {
      username: "btv.a.hai",
      displayName: "Đồng nghiệp Hai",
      position: "Chuyên viên",
      role: "committee_reviewer",
      passwordHash,
      unitId,
    },
  });
  colleague = await makeSession(test.db, "btv.a.hai");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const ADDRESS = { unit: "xa-a1", set: SET, period: PERIOD };
let period = PERIOD;

beforeEach(async () => {
  period = PERIOD;
  await test.db.submission.deleteMany();
});

type Code = keyof SmallWorld["indicators"];

function save(code: Code, entry: FigureEntry, expectedVersion = 0) {
  const indicatorId = world.indicators[code];
  return executeCommand(saveFigureCommand, editor, {
    ...ADDRESS,
    period,
    indicatorId,
    entry,
    expectedVersion,
  });
}

async function fillAndSend() {
  await save("1.1", { kind: "value", text: "85" });
  await save("1.2", { kind: "boolean", value: true });
  await save("2.1", { kind: "value", text: "55" });
  await save("2.2", { kind: "grade", value: "Tốt" });
  await save("3.1a", { kind: "value", text: "1" });
  await save("3.1b", { kind: "value", text: "2" });
  expect(await send()).toMatchObject({ ok: true });
}

const send = (session = editor) =>
  executeCommand(sendSubmissionCommand, session, {
    ...ADDRESS,
    period,
    confirmed: true,
    acknowledgeMissing: false,
  });

interface Words {
  kind: "agreed" | "returned" | "question";
  criterion?: 1 | 2 | 3;
  text?: string;
  round?: number;
  seenId?: number;
  indicator?: Code;
}

function say(session: AppSession, { kind, criterion = 1, text, round = 1, seenId = 0, indicator }: Words) {
  return executeCommand(decideCriterionCommand, session, {
    ...ADDRESS,
    period,
    kind,
    criterionId: world.criteria[criterion],
    ...(indicator ? { indicatorId: world.indicators[indicator] } : {}),
    round,
    seenId,
    ...(text === undefined ? {} : { text }),
  });
}

const answer = (session: AppSession, text: string, criterion: 1 | 2 | 3 = 1, seenId = 0, round = 1) =>
  executeCommand(answerCriterionCommand, session, {
    ...ADDRESS,
    period,
    criterionId: world.criteria[criterion],
    round,
    seenId,
    text,
  });

const verify = (session = committee, change: { round?: number; agreeRemaining?: boolean } = {}) =>
  executeCommand(verifySubmissionCommand, session, { ...ADDRESS, period, agreeRemaining: true, ...change });
const approve = (session = committee, round?: number) =>
  executeCommand(approveSubmissionCommand, session, { ...ADDRESS, period, ...(round ? { round } : {}) });
const giveBack = (session = committee, reason = "") =>
  executeCommand(returnSubmissionCommand, session, { ...ADDRESS, period, reason });
const reopen = (reason: string, session = committee) =>
  executeCommand(reopenSubmissionCommand, session, { ...ADDRESS, period, reason });

const findSheet = () => test.db.submission.findFirstOrThrow({ where: { period } });
const reviews = () => test.db.criterionReview.findMany({ orderBy: { id: "asc" } });

describe("what a sheet said at each hand-over", () => {
  it("is kept, self-assessed and verified side by side, through returning and sending again", async () => {
    await fillAndSend();
    await say(department, { kind: "returned", text: "Chưa có biên bản" });
    expect(await giveBack()).toMatchObject({ ok: true, value: { status: "returned", round: 1 } });
    await save("1.1", { kind: "value", text: "70" }, 1);
    expect(await send()).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ ok: true, value: { round: 2 } });
    expect(await approve()).toMatchObject({ ok: true });

    const sheet = await findSheet();
    const snapshots = await loadSnapshots(test.db, sheet.id);
    expect(
      snapshots.map(({ kind, round, metCount, actorName }) => [kind, round, metCount, actorName]),
    ).toEqual([
      ["submitted", 1, 3, editor.displayName],
      ["submitted", 2, 2, editor.displayName],
      ["verified", 2, 2, committee.displayName],
      ["approved", 2, 2, committee.displayName],
    ]);
    const [first, second] = snapshots;
    if (!first || !second) throw new Error("no snapshots");
    expect(first.figures[world.indicators["1.1"]]).toEqual({
      value: "85",
      numerator: null,
      denominator: null,
      booleanValue: null,
      gradeValue: null,
      note: null,
      verdict: "met",
    });
    const shape = [
      { id: world.criteria[1], indicatorIds: [world.indicators["1.1"], world.indicators["1.2"]] },
    ];
    expect(compareHandovers(first, second, shape)).toMatchObject([
      {
        before: "met",
        after: "unmet",
        changedCount: 1,
        indicators: [{ change: "changed", delta: "-15" }, { change: "same" }],
      },
    ]);
    expect(sheet.provenance).toBe("verified");
  });

  it("is what the next period is compared with once it is approved, and not before", async () => {
    period = "2024-Q3";
    await fillAndSend();
    const subject = { unitId: world.units["xa-a1"], setId: world.setId, period: PERIOD };
    expect(await loadLastApproved(test.db, subject)).toBeNull();
    await verify();
    await approve();
    expect(await loadLastApproved(test.db, subject)).toMatchObject({
      period: "2024-Q3",
      snapshot: { metCount: 3 },
    });
    // Opened again: what was approved is in doubt.
    await reopen("Sai số");
    expect(await loadLastApproved(test.db, subject)).toBeNull();
  });

  it("cannot be rewritten, nor can figures that were handed over", async () => {
    await fillAndSend();
    await expect(test.db.submissionSnapshot.updateMany({ data: { metCount: 0 } })).rejects.toThrow(
      /append-only/,
    );
    await expect(test.db.figure.updateMany({ data: { note: "lén" } })).rejects.toThrow(/handed over/);
    await say(committee, { kind: "agreed" });
    await expect(test.db.criterionReview.updateMany({ data: { text: "khác" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(test.db.submission.updateMany({ data: { status: "approved" } })).rejects.toThrow(
      /cannot go from submitted to approved/,
    );
  });
});

describe("one criterion", () => {
  beforeEach(fillAndSend);

  it("is decided by its department, and by no other", async () => {
    expect(await say(department, { kind: "agreed" })).toMatchObject({ ok: true, value: { state: "agreed" } });
    expect(await say(department, { kind: "agreed", criterion: 2 })).toMatchObject({
      ok: false,
      reason: "not-permitted",
      message: expect.stringContaining("Tiêu chí 2 không thuộc phần anh/chị được giao"),
    });
    expect(await reviews()).toHaveLength(1);
  });

  it("is out of reach for the commune itself, a neighbour's committee and a viewer", async () => {
    for (const name of ["canbo.a1", "lanhdao.a1", "btv.b", "xem.a", "canbo.a2"]) {
      const session = await makeSession(test.db, name);
      expect(await say(session, { kind: "agreed" }), name).toMatchObject({ ok: false, reason: "not-found" });
    }
    for (const session of [committee, department, await makeSession(test.db, "canbo.a2")]) {
      expect(await answer(session, "x")).toMatchObject({ ok: false, reason: "not-found" });
    }
    expect(await reviews()).toHaveLength(0);
  });

  it("is asked about, answered, and agreed to, each with a notice or an audit row", async () => {
    expect(await say(department, { kind: "question", text: "Nguồn số liệu?" })).toMatchObject({
      value: { state: "asked" },
    });
    expect(await test.db.notice.count({ where: { kind: "review.question", userId: editor.userId } })).toBe(1);
    const [question] = await reviews();
    expect(await verify()).toMatchObject({
      ok: false,
      reason: "open-criteria",
      message: expect.stringContaining("Tiêu chí 1 còn câu hỏi chưa trả lời."),
    });
    expect(await answer(leader, "Theo sổ hộ", 1, question?.id)).toMatchObject({
      value: { state: "answered" },
    });
    expect(await test.db.notice.count({ where: { kind: "review.answer", userId: department.userId } })).toBe(
      1,
    );
    const [, answered] = await reviews();
    expect(await say(department, { kind: "agreed", seenId: answered?.id ?? 0 })).toMatchObject({
      value: { state: "agreed" },
    });
    const acts = await test.db.auditEvent.findMany({
      where: { entity: "CriterionReview" },
      orderBy: { id: "desc" },
      take: 3,
    });
    expect(acts.map((row) => row.act)).toEqual(["review.agreed", "review.answer", "review.question"]);
  });

  it("needs a reason to be returned, and its reason reaches the commune with the sheet", async () => {
    expect(await say(department, { kind: "returned", text: "  " })).toMatchObject({ reason: "invalid" });
    await say(department, { kind: "returned", text: "Ảnh chưa rõ địa điểm", indicator: "1.1" });
    await say(committee, { kind: "returned", criterion: 2, text: "Thiếu biên bản." });
    expect(await verify()).toMatchObject({ reason: "open-criteria" });
    expect(await giveBack(committee, "Nộp lại trước 05/01")).toMatchObject({ ok: true });
    expect((await findSheet()).returnReason).toBe(
      "Chỉ tiêu 1.1: Ảnh chưa rõ địa điểm. Tiêu chí 2: Thiếu biên bản. Chung: Nộp lại trước 05/01.",
    );
    expect(
      await test.db.notice.count({ where: { kind: "submission.returned", userId: leader.userId } }),
    ).toBe(1);
  });

  it("is not given away with an indicator of another criterion", async () => {
    expect(await say(committee, { kind: "returned", text: "x", indicator: "2.1" })).toMatchObject({
      reason: "unknown-criterion",
    });
  });

  it("is said once however often the button is pressed", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => say(department, { kind: "agreed" })));
    expect(answers.every((one) => one.ok)).toBe(true);
    expect(await reviews()).toHaveLength(1);
  });

  it("has one winner when two decide at once, and the other is told who and what", async () => {
    const [mine, theirs] = await Promise.all([
      say(department, { kind: "agreed" }),
      say(committee, { kind: "returned", text: "Chưa đủ" }),
    ]);
    const lost = [mine, theirs].filter((one) => !one.ok);
    expect(lost).toHaveLength(1);
    const winner = mine.ok ? department : committee;
    expect(lost[0]).toMatchObject({
      reason: "conflict",
      message: expect.stringMatching(
        new RegExp(`^${winner.displayName} vừa (đồng ý|trả lại) tiêu chí 1 lúc`),
      ),
    });
    expect(await reviews()).toHaveLength(1);
  });

  it("takes a change of mind of the same person", async () => {
    await say(department, { kind: "agreed" });
    const [first] = await reviews();
    expect(
      await say(department, { kind: "returned", text: "Xem lại", seenId: first?.id ?? 0 }),
    ).toMatchObject({
      value: { state: "returned" },
    });
  });

  it("starts afresh with the next sending, and a page of the earlier one decides nothing", async () => {
    await say(department, { kind: "returned", text: "Sửa" });
    await giveBack();
    expect(await say(department, { kind: "agreed" })).toMatchObject({
      reason: "wrong-status",
      message: expect.stringContaining(`${committee.displayName} đã trả lại phiếu lúc`),
    });
    await save("1.1", { kind: "value", text: "90" }, 1);
    await send();
    expect(await say(department, { kind: "agreed" })).toMatchObject({
      reason: "stale",
      message: expect.stringContaining("nay là lần gửi 2"),
    });
    expect(await verify(committee, { round: 1 })).toMatchObject({ reason: "stale" });
    expect(await verify(committee, { round: 2, agreeRemaining: false })).toMatchObject({
      reason: "not-agreed",
    });
    expect(await say(department, { kind: "agreed", round: 2 })).toMatchObject({ value: { state: "agreed" } });
  });
});

describe("the screen", () => {
  async function load(session: AppSession, params: Record<string, string> = {}) {
    const reader = findReader(session);
    if (!reader) throw new Error("no reader");
    const unit = await authorizeUnit(session, session.unitCode, actOfReader(reader));
    if (!unit) throw new Error("not authorised");
    return loadReviewPage(session, reader, { unit, set: { id: world.setId, code: SET }, period }, params);
  }

  it("shows each reader its part, with what changed since the last approval and the last sending", async () => {
    period = "2024-Q3";
    await fillAndSend();
    await verify();
    await approve();
    period = PERIOD;
    await fillAndSend();
    expect((await load(department)).queue.groups).toMatchObject([
      { title: "Tiêu chí 1 TC 1", items: [{ label: "Xã A Một", note: "2 chỉ tiêu · không đổi" }] },
    ]);
    await say(department, { kind: "returned", text: "Sửa 1.1" });
    await giveBack();
    await save("1.1", { kind: "value", text: "79" }, 1);
    // What is being mended is not what was sent.
    expect((await load(committee, { sheet: "xa-a1", criterion: "1" })).sheet?.rows[0]).toMatchObject({
      now: "85,0 %",
      isChanged: false,
    });
    await send();

    const page = await load(committee);
    expect(page.queue).toMatchObject({ counts: { pending: 1, returned: 0, agreed: 0 } });
    expect(page.queue.groups[0]?.items[0]?.note).toBe("0/3 tiêu chí có ý kiến · 1 thay đổi");
    expect(page.sheet).toMatchObject({
      unitCode: "xa-a1",
      round: 2,
      approvedTitle: "Quý III/2024",
      criterion: { number: 1, state: "regressed", reviewState: "waiting", seenId: 0 },
      refusal: null,
      resultTexts: [
        { label: "Tự đánh giá lần 1", value: "3/3" },
        { label: "Tự đánh giá lần 2", value: "2/3" },
      ],
    });
    expect(page.sheet?.rows[0]).toMatchObject({
      code: "1.1",
      threshold: "≥ 80 %",
      approved: "85,0 %",
      now: "79,0 %",
      sentBefore: "85,0 %",
      isChanged: true,
      state: "regressed",
    });
    expect(page.sheet?.rows[1]).toMatchObject({
      code: "1.2",
      now: "Đạt",
      change: "không đổi",
      isChanged: false,
    });
    expect(page.sheet?.remarks.map((remark) => remark.did)).toEqual([
      "gửi phiếu lần 2",
      "trả lại phiếu",
      "trả lại",
      "gửi phiếu",
    ]);
    expect((await load(department, { sheet: "xa-a1", criterion: "2" })).sheet?.refusal).toMatch(
      /Tiêu chí 2 do bộ phận khác thẩm định/,
    );
    expect((await load(leader)).sheet?.refusal).toMatch(/Xã xem ý kiến và trả lời/);
  });

  it("is not found for a sheet out of reach, and for whoever has no part in reviews", async () => {
    await fillAndSend();
    const stranger = await makeSession(test.db, "btv.b");
    await expect(load(stranger, { sheet: "xa-a1", criterion: "1" })).rejects.toMatchObject({
      digest: expect.stringContaining("404"),
    });
    expect((await load(stranger)).sheet).toBeNull();
    expect(findReader(await makeSession(test.db, "xem.a"))).toBeNull();
    expect(findReader(await makeSession(test.db, "quantri"))).toBeNull();
  });
});

describe("two people at once", () => {
  beforeEach(fillAndSend);

  it("one approves, one returns: exactly one happens and the other is told who did what when", async () => {
    await verify();
    const [approved, returned] = await Promise.all([approve(committee), giveBack(colleague, "Cần xem lại")]);
    const [won, lost] = approved.ok ? [approved, returned] : [returned, approved];
    expect(won).toMatchObject({ ok: true });
    expect(lost).toMatchObject({ ok: false, reason: "wrong-status" });
    if (lost.ok) return;
    expect(lost.message).toMatch(
      approved.ok
        ? new RegExp(`^${committee.displayName} đã duyệt phiếu lúc \\d\\d:\\d\\d`)
        : new RegExp(`^${colleague.displayName} đã trả lại phiếu lúc \\d\\d:\\d\\d`),
    );
    const { status } = await findSheet();
    expect(status).toBe(approved.ok ? "approved" : "returned");
    const sheet = await findSheet();
    expect(
      await test.db.auditEvent.count({
        where: {
          entity: "Submission",
          entityId: String(sheet.id),
          act: { in: ["submission.approve", "submission.return"] },
        },
      }),
    ).toBe(1);
  });

  it("a double click approves once", async () => {
    await verify();
    const answers = await Promise.all([approve(), approve(), approve()]);
    expect(answers.every((one) => one.ok)).toBe(true);
    expect(answers.filter((one) => one.ok && !one.value.wasAlreadyDone)).toHaveLength(1);
    const sheet = await findSheet();
    expect(
      await test.db.submissionSnapshot.count({ where: { submissionId: sheet.id, kind: "approved" } }),
    ).toBe(1);
  });

  it("a department is told in words that the whole is not its to decide", async () => {
    expect(await giveBack(department, "x")).toMatchObject({
      reason: "not-permitted",
      message: expect.stringContaining("Anh/chị thẩm định từng tiêu chí được giao."),
    });
  });
});
