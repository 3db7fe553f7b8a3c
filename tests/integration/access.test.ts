import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signOutAction } from "@/lib/auth/actions";
import { nameSessionCookie, PATH_HEADER } from "@/lib/auth/constants";
import { getSession, requireSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { loadPageContext } from "@/lib/context/queries";
import { saveFigure } from "@/lib/figures/actions";
import { answerCriterion, decideCriterion } from "@/lib/reviews/actions";
import { db } from "@/lib/server/db";
import {
  approveSubmission,
  reopenSubmission,
  returnSubmission,
  sendSubmission,
  verifySubmission,
} from "@/lib/submissions/actions";
import {
  buildSmallWorld,
  makeSession,
  PASSWORD,
  PERIOD,
  SET,
  type SmallWorld,
  TODAY,
} from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

// Only what Next hands to a request is stood in for: the cookie jar and the headers.
const jar = new Map<string, string>();
const requestHeaders = new Headers();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    delete: (name: string) => jar.delete(name),
  }),
  headers: async () => requestHeaders,
}));

const SECRET = "only-for-tests-0123456789abcdefghij";
const COOKIE = nameSessionCookie(false);

let test: TestDatabase;
let world: SmallWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: test.url,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: "http://localhost:3000",
    NTM_DEMO: "1",
    NTM_TODAY: TODAY,
    LOG_LEVEL: "silent",
  });
  world = await buildSmallWorld(test.db);
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});
beforeEach(() => {
  jar.clear();
  requestHeaders.delete(PATH_HEADER);
});

async function enter(username: string) {
  const outcome = await signIn(
    { username, password: PASSWORD, address: null, userAgent: null },
    { now: new Date(), allowDemo: true },
  );
  if (!outcome.ok) throw new Error(outcome.code);
  const { sessionId, sessionVersion } = outcome.ticket;
  jar.set(COOKIE, await encode({ token: { sid: sessionId, ver: sessionVersion }, secret: SECRET }));
}

const sheet = { unit: "xa-a1", set: SET, period: PERIOD };
const ACTIONS: [string, () => Promise<{ ok: boolean }>][] = [
  [
    "saveFigure",
    () =>
      saveFigure({
        ...sheet,
        indicatorId: world.indicators["2.1"],
        entry: { kind: "clear" },
        expectedVersion: 0,
      }),
  ],
  ["sendSubmission", () => sendSubmission({ ...sheet, confirmed: true, acknowledgeMissing: true })],
  ["returnSubmission", () => returnSubmission({ ...sheet, reason: "x" })],
  ["verifySubmission", () => verifySubmission(sheet)],
  ["approveSubmission", () => approveSubmission(sheet)],
  [
    "decideCriterion",
    () => decideCriterion({ ...sheet, kind: "agreed", criterionId: world.criteria[1], round: 1, seenId: 0 }),
  ],
  [
    "answerCriterion",
    () => answerCriterion({ ...sheet, criterionId: world.criteria[1], round: 1, seenId: 0, text: "x" }),
  ],
  ["reopenSubmission", () => reopenSubmission({ ...sheet, reason: "x" })],
];

describe("every action", () => {
  it.each(ACTIONS)("%s sends nobody away without words, and does nothing for nobody", async (_name, call) => {
    expect(await call()).toMatchObject({
      ok: false,
      reason: "signed-out",
      message: expect.stringMatching(/Đăng nhập lại/),
    });
    jar.set(COOKIE, "rác");
    expect(await call()).toMatchObject({ reason: "signed-out" });
    jar.set(COOKIE, await encode({ token: { sid: crypto.randomUUID(), ver: 1 }, secret: SECRET }));
    expect(await call()).toMatchObject({ reason: "signed-out" });
    jar.set(COOKIE, await encode({ token: { sid: crypto.randomUUID(), ver: 1 }, secret: `${SECRET}-other` }));
    expect(await call()).toMatchObject({ reason: "signed-out" });
  });

  it.each(ACTIONS)("%s is not found for strangers of the unit", async (_name, call) => {
    for (const stranger of ["canbo.a2", "btv.b", "xem.a"]) {
      await enter(stranger);
      expect(await call()).toMatchObject({ ok: false, reason: "not-found" });
    }
    expect(await test.db.submission.count()).toBe(0);
  });

  it("answers what is malformed in words", async () => {
    await enter("canbo.a1");
    for (const raw of [undefined, null, 7, "x", {}, { ...sheet, entry: { kind: "?" } }]) {
      expect(await saveFigure(raw as never)).toMatchObject({
        ok: false,
        reason: "invalid",
        message: /Tải lại trang/,
      });
    }
  });
});

describe("the session of a request", () => {
  it("is read from the database, not from the cookie", async () => {
    await enter("btv.a");
    expect(await getSession()).toMatchObject({
      username: "btv.a",
      role: "committee_reviewer",
      unitCode: "huyen-a",
    });
    await test.db.user.update({ where: { username: "btv.a" }, data: { disabledAt: new Date() } });
    expect(await getSession()).toBeNull();
    await test.db.user.update({ where: { username: "btv.a" }, data: { disabledAt: null } });
  });

  it("ends with the sign-out action, also for a copied cookie", async () => {
    await enter("canbo.a1");
    const copied = jar.get(COOKIE) ?? "";
    expect(await signOutAction({})).toMatchObject({ ok: true });
    expect(jar.has(COOKIE)).toBe(false);
    jar.set(COOKIE, copied);
    expect(await getSession()).toBeNull();
  });

  it("sends a visitor to sign in and back to the page", async () => {
    requestHeaders.set(PATH_HEADER, "/gaps?unit=huyen-a");
    await expect(requireSession()).rejects.toMatchObject({
      digest: expect.stringContaining("/login?next=%2Fgaps%3Funit%3Dhuyen-a"),
    });
    requestHeaders.set(PATH_HEADER, "//xau.vn");
    await expect(requireSession()).rejects.toMatchObject({ digest: expect.stringMatching(/;\/login;/) });
  });
});

describe("the context of a page", () => {
  const LEVELS = ["province", "district", "commune"] as const;
  const load = async (username: string, params: Record<string, string> = {}) =>
    loadPageContext(await makeSession(test.db, username), params, { levels: LEVELS, act: "unit.view" });
  const notFound = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };

  it("starts at the user's own unit, its set and the current quarter", async () => {
    const context = await load("btv.a");
    expect(context).toMatchObject({
      unit: { code: "huyen-a" },
      set: { code: SET, citation: "QĐ thử" },
      period: PERIOD,
    });
    expect(context.contextBar.unit.options.map((option) => option.value)).toEqual([
      "huyen-a",
      "xa-a2",
      "xa-a1",
    ]);
    expect(context.contextBar.query).toBe(`unit=huyen-a&set=${SET}&period=${PERIOD}`);
    expect((await load("canbo.a1")).contextBar.unit.options.map((option) => option.value)).toEqual(["xa-a1"]);
  });

  it("opens on what a document says where nothing was reported since", async () => {
    await test.db.submission.create({
      data: {
        unitId: world.units["xa-b1"],
        setId: world.setId,
        period: "2023-Q1",
        basis: "recorded",
        isIllustrative: true,
        metCount: 1,
        unmetCount: 2,
        totalCount: 3,
        indicatorCount: 5,
      },
    });
    const context = await load("btv.b");
    expect(context).toMatchObject({ period: "2023-Q1", contextBar: { isIllustrative: true } });
    expect(context.contextBar.period.options.map((option) => option.value)).toEqual([PERIOD, "2023-Q1"]);
    await test.db.submission.deleteMany();
  });

  it.each<[string, string, Record<string, string>]>([
    ["a sibling", "canbo.a1", { unit: "xa-a2" }],
    ["the level above", "canbo.a1", { unit: "huyen-a" }],
    ["a foreign district", "btv.a", { unit: "huyen-b" }],
    ["no such unit", "quantri", { unit: "khong-co" }],
    ["a level the page does not show", "canbo.a1", { unit: "thon-a1" }],
    ["no such set", "btv.a", { set: "KHONG_CO" }],
    ["no such period", "btv.a", { period: "2024-Q7" }],
    ["a period to come", "btv.a", { period: "2030-Q1" }],
  ])("is not found: %s", async (_name, username, params) => {
    await expect(load(username, params)).rejects.toMatchObject(notFound);
  });
});
