import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeDocument, authorizeUnit, listUnitsInReach } from "@/lib/auth/authorize";
import { type Act, POLICY } from "@/lib/auth/policy";
import type { AppSession } from "@/lib/auth/types";
import { db } from "@/lib/server/db";
import { formatUnitLabel } from "@/lib/units/names";
import { buildSmallWorld, makeSession, type SmallWorld } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
const sessions: Record<string, AppSession> = {};

beforeAll(async () => {
  test = await createTestDatabase();
  process.env.DATABASE_URL = test.url;
  world = await buildSmallWorld(test.db);
  for (const name of Object.keys(world.users)) sessions[name] = await makeSession(test.db, name);
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const UNITS = ["tinh", "huyen-a", "huyen-b", "xa-a1", "xa-a2", "xa-b1", "thon-a1"];
const A1 = ["xa-a1", "thon-a1"];
const A = ["huyen-a", "xa-a1", "xa-a2", "thon-a1"];

async function reachOf(username: string, act: Act): Promise<string[]> {
  const session = sessions[username];
  if (!session) throw new Error(username);
  const reached: string[] = [];
  for (const code of UNITS) if (await authorizeUnit(session, code, act)) reached.push(code);
  return reached.sort();
}

describe("units in reach: own, child, sibling, parent, foreign", () => {
  it.each<[string, Act, string[]]>([
    ["canbo.a1", "unit.view", A1],
    ["canbo.a1", "figure.enter", A1],
    ["canbo.a1", "submission.send", A1],
    ["canbo.a1", "submission.approve", []],
    ["canbo.a1", "user.manage", []],
    ["lanhdao.a1", "figure.enter", A1],
    ["canbo.a2", "figure.enter", ["xa-a2"]],
    ["phong.a", "unit.view", A],
    ["phong.a", "submission.review", A],
    ["phong.a", "figure.enter", []],
    ["phong.a", "submission.approve", []],
    ["btv.a", "unit.view", A],
    ["btv.a", "submission.approve", A],
    ["btv.a", "figure.enter", []],
    ["btv.b", "unit.view", ["huyen-b", "xa-b1"]],
    ["xem.a", "unit.view", A],
    ["xem.a", "document.export", []],
    ["quantri", "unit.view", UNITS],
    ["quantri", "user.manage", UNITS],
    ["quantri", "figure.enter", []],
  ])("%s %s", async (username, act, expected) => {
    expect(await reachOf(username, act)).toEqual([...expected].sort());
  });

  it("answers an unknown code, for whatever act, as it answers a foreign one", async () => {
    for (const session of Object.values(sessions)) {
      for (const act of Object.keys(POLICY) as Act[]) {
        expect(await authorizeUnit(session, "khong-co", act)).toBeNull();
        expect(await authorizeUnit(session, "xa-a1' or '1'='1", act)).toBeNull();
      }
    }
  });

  it("gives the unit as pages need it, under the name used everywhere", async () => {
    expect(await authorizeUnit(sessions["btv.a"] as AppSession, "xa-a1", "unit.view")).toEqual({
      id: world.units["xa-a1"],
      code: "xa-a1",
      level: "commune",
      name: "A Một",
      label: formatUnitLabel({ kind: "Xã", name: "A Một" }),
      parentId: world.units["huyen-a"],
    });
  });

  it("lists the same ids for queries over many units", async () => {
    const ids = await listUnitsInReach(sessions["btv.a"] as AppSession, "unit.view");
    expect(ids === "all" ? ids : [...ids].sort()).toEqual(
      [world.units["huyen-a"], world.units["xa-a1"], world.units["xa-a2"], world.units["thon-a1"]].sort(),
    );
    expect(await listUnitsInReach(sessions.quantri as AppSession, "unit.view")).toBe("all");
    expect(await listUnitsInReach(sessions.quantri as AppSession, "figure.enter")).toEqual([]);
  });
});

describe("documents in reach", () => {
  it("are those about, or issued by, a unit of the scope", async () => {
    await test.db.directiveDocument.create({
      data: {
        code: "thong-bao-a1",
        type: "conclusion_notice",
        regime: "party",
        issuerName: "Ban Thường vụ Huyện ủy A",
        issuerUnitId: world.units["huyen-a"],
        subject: "Về xã A Một",
        signature: {},
        sourceFile: "thu.md",
        searchText: "",
        subjects: { create: { unitId: world.units["xa-a1"] } },
      },
    });
    const sees = async (name: string) =>
      (await authorizeDocument(sessions[name] as AppSession, "thong-bao-a1", "document.view")) !== null;
    expect(await sees("canbo.a1")).toBe(true);
    expect(await sees("btv.a")).toBe(true);
    expect(await sees("quantri")).toBe(true);
    expect(await sees("canbo.a2")).toBe(false);
    expect(await sees("btv.b")).toBe(false);
    expect(await authorizeDocument(sessions.quantri as AppSession, "khong-co", "document.view")).toBeNull();
  });
});
