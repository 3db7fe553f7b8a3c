import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignCriterionCommand, endAssignmentCommand } from "@/lib/assignments/commands";
import { loadAssignment, loadAssignments } from "@/lib/assignments/queries";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { extendDeadlineCommand, setDeadlineCommand } from "@/lib/deadlines/commands";
import { loadDeadlines } from "@/lib/deadlines/queries";
import { saveFigureCommand } from "@/lib/figures/commands";
import { loadGaps } from "@/lib/gaps/queries";
import { gapFilterSchema } from "@/lib/gaps/schema";
import { markNoticesReadCommand } from "@/lib/notices/commands";
import { notifyUnitUsers } from "@/lib/notices/create";
import { countUnreadNotices, loadNotices } from "@/lib/notices/queries";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import { loadDeadline } from "@/lib/submissions/entry-queries";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let commune: AuthorizedUnit;
const people: Record<string, AppSession> = {};
const who = (name: string): AppSession => people[name] as AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  for (const name of Object.keys(world.users)) people[name] = await makeSession(test.db, name);
  const unit = await authorizeUnit(who("lanhdao.a1"), "xa-a1", "assignment.edit");
  if (!unit) throw new Error("The leader cannot reach the commune");
  commune = unit;
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const assign = (session: AppSession, change: Record<string, unknown> = {}) =>
  executeCommand(assignCriterionCommand, session, {
    unit: "xa-a1",
    set: SET,
    criterionId: world.criteria[2],
    officialName: "Trần Văn Thử",
    position: "Công chức",
    sponsorName: "Hội Nông dân xã",
    fromDate: "01/7/2024",
    ...change,
  });

describe("who answers for a criterion", () => {
  it.each([
    "canbo.a1",
    "canbo.a2",
    "phong.a",
    "btv.a",
    "xem.a",
    "quantri",
  ])("%s cannot name anybody", async (name) => {
    expect(await assign(who(name))).toMatchObject({ ok: false, reason: "not-found" });
    expect(await test.db.criterionAssignment.count()).toBe(0);
  });

  it("is named from a day on, and the one before ends the day before", async () => {
    expect(await assign(who("lanhdao.a1"))).toMatchObject({ ok: true });
    const later = { officialName: "Lê Thị Thử", fromDate: "15/11/2024" };
    expect(await assign(who("lanhdao.a1"), later)).toMatchObject({ ok: true });
    const on = (day: string) => loadAssignment(commune.id, world.criteria[2], day, test.db);
    expect(await on("2024-06-30")).toBeNull();
    expect(await on("2024-11-14")).toMatchObject({ officialName: "Trần Văn Thử", toDate: "2024-11-14" });
    expect(await on(TODAY)).toMatchObject({ officialName: "Lê Thị Thử", toDate: null });
    // An earlier start that was forgotten ends where the known one begins.
    expect(await assign(who("lanhdao.a1"), { officialName: "Vũ Thử", fromDate: "01/01/2024" })).toMatchObject(
      { ok: true },
    );
    expect(await on("2024-06-30")).toMatchObject({ officialName: "Vũ Thử", toDate: "2024-06-30" });
    expect(await on("2024-07-01")).toMatchObject({ officialName: "Trần Văn Thử" });
    expect(await test.db.auditEvent.count({ where: { act: "assignment.assign" } })).toBe(3);
  });

  it("knows the account of the official, and corrects the same day instead of adding", async () => {
    const name = "Người canbo.a1";
    await assign(who("lanhdao.a1"), { officialName: name, fromDate: "15/11/2024" });
    const rows = await test.db.criterionAssignment.findMany({ where: { fromDate: new Date("2024-11-15") } });
    expect(rows).toMatchObject([{ officialName: name, userId: world.users["canbo.a1"] }]);
  });

  it("refuses a name that is missing, a day that is none, a foreign criterion", async () => {
    const before = await test.db.criterionAssignment.count();
    for (const change of [{ officialName: "  " }, { fromDate: "31/2/2024" }, { criterionId: 999_999 }]) {
      expect(await assign(who("lanhdao.a1"), change)).toMatchObject({ ok: false });
    }
    expect(await test.db.criterionAssignment.count()).toBe(before);
  });

  it("can end without a successor, but not before it began", async () => {
    const current = await loadAssignment(commune.id, world.criteria[2], TODAY, test.db);
    const end = (toDate: string) =>
      executeCommand(endAssignmentCommand, who("lanhdao.a1"), {
        unit: "xa-a1",
        assignmentId: current?.id ?? 0,
        toDate,
      });
    expect(await end("01/11/2024")).toMatchObject({ reason: "wrong-date" });
    expect(await end("31/12/2024")).toMatchObject({ ok: true });
    const list = await loadAssignments(commune.id, world.setId, TODAY, test.db);
    expect(list.map((row) => row.current?.officialName ?? null)).toEqual([null, "Người canbo.a1", null]);
    expect(list[1]?.past).toHaveLength(2);
  });

  it("is named in the gap list", async () => {
    await executeCommand(saveFigureCommand, who("canbo.a1"), {
      unit: "xa-a1",
      set: SET,
      period: PERIOD,
      indicatorId: world.indicators["2.1"],
      entry: { kind: "value", text: "10" },
      expectedVersion: 0,
    });
    const gaps = await loadGaps(
      {
        unitId: commune.id,
        set: { id: world.setId, code: SET, level: "commune" },
        period: PERIOD,
        today: TODAY,
      },
      gapFilterSchema.parse({}),
      test.db,
    );
    const items = gaps.sections.flatMap((section) => section.items);
    expect(items.find((item) => item.code === "2.1")).toMatchObject({
      official: "Người canbo.a1, Công chức",
    });
    expect(items.find((item) => item.code === "1.1")).toMatchObject({ official: null });
  });
});

describe("deadlines and notices", () => {
  const set = (session: AppSession, dueOn: string) =>
    executeCommand(setDeadlineCommand, session, { set: SET, period: PERIOD, dueOn });
  const extend = (session: AppSession, dueOn: string, unit = "xa-a1", reason = "Bão số 3") =>
    executeCommand(extendDeadlineCommand, session, { unit, set: SET, period: PERIOD, dueOn, reason });

  it("are set by the programme office alone", async () => {
    for (const name of ["canbo.a1", "lanhdao.a1", "btv.a", "phong.a", "xem.a"]) {
      expect(await set(who(name), "25/12/2024")).toMatchObject({ reason: "not-found" });
      expect(await extend(who(name), "31/12/2024")).toMatchObject({ reason: "not-found" });
    }
    expect(await extend(who("quantri"), "31/12/2024")).toMatchObject({ reason: "no-deadline" });
    expect(await set(who("quantri"), "25/12/2034")).toMatchObject({ reason: "wrong-date" });
    expect(await set(who("quantri"), "25/12/2024")).toMatchObject({ ok: true });
    expect(await set(who("quantri"), "25/12/2024")).toMatchObject({ ok: true });
    expect(await test.db.auditEvent.count({ where: { act: "deadline.set" } })).toBe(1);
  });

  it("press when read, without a row", async () => {
    const list = await loadNotices(who("canbo.a1"), TODAY, test.db);
    expect(list).toMatchObject({
      unread: 1,
      notices: [{ id: null, kind: "deadline.overdue", whenText: "quá 5 ngày" }],
    });
    expect(await loadNotices(who("canbo.a1"), "2024-12-20", test.db)).toMatchObject({
      notices: [{ kind: "deadline.soon", whenText: "còn 5 ngày" }],
    });
    expect((await loadNotices(who("canbo.a1"), "2024-12-01", test.db)).notices).toEqual([]);
    expect((await loadNotices(who("btv.a"), TODAY, test.db)).notices).toEqual([]);
  });

  it("are extended for one unit with a reason, which its people are told", async () => {
    expect(await extend(who("quantri"), "25/12/2024")).toMatchObject({ reason: "wrong-date" });
    expect(await extend(who("quantri"), "05/01/2025", "xa-a1", " ")).toMatchObject({ reason: "invalid" });
    expect(await extend(who("quantri"), "05/01/2025", "huyen-a")).toMatchObject({ reason: "not-enrolled" });
    expect(await extend(who("quantri"), "05/01/2025")).toMatchObject({ ok: true });
    const subject = { setId: world.setId, period: PERIOD };
    expect(await loadDeadline({ ...subject, unitId: world.units["xa-a1"] })).toBe("2025-01-05");
    expect(await loadDeadline({ ...subject, unitId: world.units["xa-a2"] })).toBe("2024-12-25");
    const [row] = await loadDeadlines(world.setId, "2024-Q3", "all", test.db);
    expect(row).toMatchObject({
      period: PERIOD,
      dueOn: "2024-12-25",
      extensions: [{ unitCode: "xa-a1", dueOn: "2025-01-05", reason: "Bão số 3" }],
    });
    const told = await loadNotices(who("lanhdao.a1"), TODAY, test.db);
    expect(told.notices).toMatchObject([
      { kind: "deadline.soon", whenText: "còn 6 ngày" },
      { kind: "deadline.extended", isUnread: true },
    ]);
    expect(told.notices[1]?.text).toContain("Bão số 3");
  });

  it("are read by their owner only", async () => {
    const mine = await test.db.notice.findFirstOrThrow({ where: { userId: world.users["canbo.a1"] ?? 0 } });
    const read = (name: string, ids: number[] | "all") =>
      executeCommand(markNoticesReadCommand, who(name), { ids });
    expect(await read("canbo.a2", [mine.id])).toMatchObject({ value: { marked: 0 } });
    expect(await read("canbo.a1", [mine.id])).toMatchObject({ value: { marked: 1 } });
    expect(await countUnreadNotices(who("canbo.a1"), TODAY, test.db)).toBe(1);
    expect(await countUnreadNotices(who("lanhdao.a1"), TODAY, test.db)).toBe(2);
  });

  it("stand or fall with the act they tell of, and never lead outside", async () => {
    const before = await test.db.notice.count();
    const notice = {
      unitId: world.units["xa-a1"],
      kind: "submission.returned" as const,
      text: "Phiếu bị trả lại.",
    };
    await expect(
      test.db.$transaction(async (tx) => {
        expect(await notifyUnitUsers(tx, { ...notice, href: "/entry/xa-a1" })).toBe(2);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await expect(notifyUnitUsers(test.db, { ...notice, href: "//xau.vn" })).rejects.toThrow();
    expect(await test.db.notice.count()).toBe(before);
    const except = world.users["canbo.a1"] ?? null;
    expect(await notifyUnitUsers(test.db, { ...notice, href: "/", exceptUserId: except })).toBe(1);
  });
});
