import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IDLE_MINUTES } from "@/lib/auth/constants";
import { loadSession, type SessionTicket } from "@/lib/auth/session-store";
import { signIn, signOut } from "@/lib/auth/sign-in";
import { ACCOUNT_RULE } from "@/lib/auth/throttle";
import { db } from "@/lib/server/db";
import { buildSmallWorld, PASSWORD, type SmallWorld } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  process.env.DATABASE_URL = test.url;
  world = await buildSmallWorld(test.db);
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const START = new Date("2026-03-02T01:00:00Z");
const minute = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

function attempt(username: string, password: string, now = START, allowDemo = false) {
  return signIn({ username, password, address: "10.0.0.1", userAgent: "test" }, { now, allowDemo });
}

async function open(username: string, now = START): Promise<SessionTicket> {
  const outcome = await attempt(username, PASSWORD, now);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.ticket;
}

const look = (ticket: SessionTicket, now = minute(1)) => loadSession(db, ticket, { now, allowDemo: false });

describe("signing in", () => {
  it("opens a session that says who, in which role, for which unit", async () => {
    const session = await look(await open("phong.a"));
    expect(session).toMatchObject({
      username: "phong.a",
      role: "department_verifier",
      unitCode: "huyen-a",
      unitLabel: "Huyện A",
      criterionIds: [world.criteria[1]],
    });
    const row = await test.db.userSession.findFirstOrThrow({ where: { userId: world.users["phong.a"] } });
    expect(row.createdAt).toEqual(START);
  });

  it("takes the name however it is typed", async () => {
    expect(await attempt("  Canbo.A1 ", PASSWORD)).toMatchObject({ ok: true });
  });

  it("refuses a wrong password, an unknown name, a disabled and a demo account in one and the same way", async () => {
    await test.db.user.update({ where: { username: "xem.a" }, data: { disabledAt: START } });
    await test.db.user.update({ where: { username: "btv.b" }, data: { isDemo: true } });
    const refused = { ok: false, code: "CredentialsSignin" };
    expect(await attempt("canbo.a2", "sai")).toEqual(refused);
    expect(await attempt("khong.co", PASSWORD)).toEqual(refused);
    expect(await attempt("xem.a", PASSWORD)).toEqual(refused);
    expect(await attempt("btv.b", PASSWORD)).toEqual(refused);
    expect(await attempt("btv.b", PASSWORD, START, true)).toMatchObject({ ok: true });
    expect(await attempt("", "")).toEqual(refused);
  });

  it("writes an audit row for each sign-in and each refusal of a known account", async () => {
    const before = await test.db.auditEvent.count();
    await open("canbo.a2", minute(5));
    await attempt("canbo.a2", "sai", minute(5));
    const rows = await test.db.auditEvent.findMany({ orderBy: { id: "asc" }, skip: before });
    expect(rows.map((row) => [row.act, row.actorId, row.address])).toEqual([
      ["session.start", world.users["canbo.a2"], "10.0.0.1"],
      ["session.refuse", world.users["canbo.a2"], "10.0.0.1"],
    ]);
  });
});

describe("slowing down", () => {
  it("makes the account wait after some failures, then lets it in again, and a success clears the count", async () => {
    const now = minute(60);
    for (let n = 0; n <= ACCOUNT_RULE.free; n += 1) await attempt("btv.a", "sai", now);
    const blocked = await attempt("btv.a", PASSWORD, now);
    expect(blocked).toMatchObject({ ok: false, code: "Throttled:2" });
    const soon = new Date(now.getTime() + 3000);
    expect(await attempt("btv.a", PASSWORD, soon)).toMatchObject({ ok: true });
    expect(await attempt("btv.a", "sai", soon)).toEqual({ ok: false, code: "CredentialsSignin" });
  });

  it("counts guesses sent at the same instant one by one", async () => {
    const now = minute(120);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => attempt("quantri", "sai", now)));
    const looked = outcomes.filter((outcome) => !outcome.ok && outcome.code === "CredentialsSignin");
    expect(looked.length).toBe(ACCOUNT_RULE.free + 1);
  });

  it("slows an unknown name as it does a known one", async () => {
    const now = minute(180);
    for (let n = 0; n <= ACCOUNT_RULE.free; n += 1) await attempt("ai.do", "sai", now);
    expect(await attempt("ai.do", "sai", now)).toMatchObject({ code: "Throttled:2" });
  });
});

describe("a session ends at once", () => {
  it("at sign-out, with one audit row however often", async () => {
    const ticket = await open("canbo.a1", minute(200));
    const audited = await test.db.auditEvent.count({ where: { act: "session.end" } });
    expect(await look(ticket, minute(201))).not.toBeNull();
    await signOut(ticket.sessionId, minute(201));
    await signOut(ticket.sessionId, minute(201));
    expect(await look(ticket, minute(201))).toBeNull();
    expect(await test.db.auditEvent.count({ where: { act: "session.end" } })).toBe(audited + 1);
  });

  it("when the user is disabled, or changed since", async () => {
    const ticket = await open("lanhdao.a1", minute(210));
    await test.db.user.update({ where: { username: "lanhdao.a1" }, data: { disabledAt: minute(211) } });
    expect(await look(ticket, minute(211))).toBeNull();
    await test.db.user.update({
      where: { username: "lanhdao.a1" },
      data: { disabledAt: null, sessionVersion: { increment: 1 } },
    });
    expect(await look(ticket, minute(211))).toBeNull();
    expect(await look(await open("lanhdao.a1", minute(212)), minute(212))).not.toBeNull();
  });

  it("after idling, but not while it is used, and in any case after the absolute limit", async () => {
    const ticket = await open("canbo.a1", minute(300));
    expect(await look(ticket, minute(300 + IDLE_MINUTES + 1))).toBeNull();
    const used = await open("canbo.a1", minute(300));
    for (let passed = 20; passed < 12 * 60; passed += 20) {
      expect(await look(used, minute(300 + passed))).not.toBeNull();
    }
    expect(await look(used, minute(300 + 12 * 60))).toBeNull();
  });

  it("for a ticket nobody issued", async () => {
    expect(await look({ sessionId: "'; drop table", sessionVersion: 1 })).toBeNull();
    expect(await look({ sessionId: crypto.randomUUID(), sessionVersion: 1 })).toBeNull();
    const ticket = await open("canbo.a1", minute(400));
    expect(await look({ ...ticket, sessionVersion: 99 }, minute(401))).toBeNull();
  });
});
