import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import {
  addEvidenceFileCommand,
  addEvidenceReferenceCommand,
  removeEvidenceCommand,
} from "@/lib/evidence/commands";
import { MAX_FILE_BYTES, MAX_ITEMS } from "@/lib/evidence/constants";
import { findEvidenceFile, loadEvidence, loadEvidenceCompleteness } from "@/lib/evidence/queries";
import { saveFigureCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import { sendSubmissionCommand } from "@/lib/submissions/send-command";
import { makeOffice, makePdf, makePng } from "../fixtures/files";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
const people: Record<string, AppSession> = {};
const who = (name: string): AppSession => people[name] as AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  for (const name of Object.keys(world.users)) people[name] = await makeSession(test.db, name);
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

type Code = keyof SmallWorld["indicators"];

const place = (code: Code, unit = "xa-a1") => ({
  unit,
  set: SET,
  period: PERIOD,
  indicatorId: world.indicators[code],
});
const addFile = (
  session: AppSession,
  code: Code,
  fileName: string,
  bytes: Uint8Array,
  more: { unit?: string; replacesId?: number } = {},
) => executeCommand(addEvidenceFileCommand, session, { ...place(code), fileName, bytes, ...more });
const addLink = (session: AppSession, code: Code, url: string) =>
  executeCommand(addEvidenceReferenceCommand, session, { ...place(code), kind: "link", title: "", url });

async function idOf(result: Promise<{ ok: boolean; value?: unknown }>): Promise<number> {
  const done = await result;
  expect(done).toMatchObject({ ok: true });
  return (done.value as { evidenceId: number }).evidenceId;
}

async function list(code: Code) {
  const unit = await authorizeUnit(who("canbo.a1"), "xa-a1", "unit.view");
  if (!unit) throw new Error("unit");
  const sheet = await test.db.submission.findFirst({ where: { unitId: unit.id } });
  return loadEvidence(
    { unitId: unit.id, submissionId: sheet?.id ?? null, indicatorId: world.indicators[code] },
    test.db,
  );
}

const countRows = async () => [
  await test.db.evidence.count(),
  await test.db.evidenceFile.count(),
  await test.db.submission.count(),
  await test.db.auditEvent.count(),
];

describe("who may add", () => {
  it.each([
    "canbo.a2",
    "phong.a",
    "btv.a",
    "btv.b",
    "xem.a",
    "quantri",
  ])("%s gets not found, and nothing is stored", async (name) => {
    const before = await countRows();
    expect(await addFile(who(name), "1.1", "a.pdf", makePdf())).toMatchObject({
      ok: false,
      reason: "not-found",
    });
    expect(await countRows()).toEqual(before);
  });

  it.each(["canbo.a1", "lanhdao.a1"])("%s may, before there is any figure", async (name) => {
    const id = await idOf(addFile(who(name), "1.1", `biên bản ${name}.pdf`, makePdf(name)));
    const audit = await test.db.auditEvent.findFirstOrThrow({
      where: { entity: "Evidence", entityId: String(id) },
    });
    expect(audit).toMatchObject({
      act: "evidence.add",
      actorId: world.users[name],
      unitId: world.units["xa-a1"],
      after: { kind: "file", set: SET, period: PERIOD, indicator: "1.1", size: makePdf(name).byteLength },
    });
  });
});

describe("what is refused leaves nothing behind", () => {
  it.each([
    ["another indicator's set", { indicatorId: 999_999 }, "unknown-indicator"],
    ["an unknown period", { period: "2024-Q9" }, "unknown-period"],
    ["an unknown set", { set: "KHONG_CO" }, "unknown-set"],
    ["a type that its name denies", { fileName: "a.docx" }, "other-type"],
    ["a program", { bytes: Buffer.from("MZ....") }, "unknown-type"],
    ["macros", { fileName: "a.docx", bytes: makeOffice("docm") }, "macros"],
    ["11 MB", { bytes: Buffer.concat([makePdf(), Buffer.alloc(11 * 1024 * 1024)]) }, "too-large"],
    ["no file", { bytes: "abc" }, "invalid"],
  ])("%s", async (_name, change, reason) => {
    const before = await countRows();
    const input = { ...place("1.1"), fileName: "a.pdf", bytes: makePdf("x"), ...change };
    expect(await executeCommand(addEvidenceFileCommand, who("canbo.a1"), input)).toMatchObject({ reason });
    expect(await countRows()).toEqual(before);
  });

  it.each([
    "javascript:alert(1)",
    "ftp://may.chu/tep",
    "https://ten:matkhau@xa.vn/",
    "khong phai",
    "//xa.vn",
  ])("the address %s", async (url) => {
    expect(await addLink(who("canbo.a1"), "1.1", url)).toMatchObject({ ok: false, reason: "invalid" });
  });
});

describe("the life of a piece of evidence", () => {
  it("keeps what it replaced, and takes away without forgetting", async () => {
    const first = await idOf(addFile(who("canbo.a1"), "2.1", "lan 1.pdf", makePdf("1")));
    const second = await idOf(
      addFile(who("canbo.a1"), "2.1", "lan 2.xlsx", makeOffice("xlsx"), { replacesId: first }),
    );
    expect(
      await addFile(who("canbo.a1"), "2.1", "lan 3.pdf", makePdf("3"), { replacesId: first }),
    ).toMatchObject({ reason: "already-replaced" });
    const shown = await list("2.1");
    expect(shown.items).toMatchObject([
      { id: second, title: "lan 2.xlsx", fileType: "xlsx", earlier: [{ id: first, title: "lan 1.pdf" }] },
    ]);
    const remove = (session: AppSession, unit: string) =>
      executeCommand(removeEvidenceCommand, session, { unit, evidenceId: second });
    expect(await remove(who("canbo.a2"), "xa-a2")).toMatchObject({ reason: "not-found" });
    expect(await remove(who("canbo.a2"), "xa-a1")).toMatchObject({ reason: "not-found" });
    expect(await remove(who("canbo.a1"), "xa-a1")).toMatchObject({ ok: true });
    expect(await remove(who("canbo.a1"), "xa-a1")).toMatchObject({ ok: true });
    expect((await list("2.1")).items).toEqual([]);
    expect((await list("2.1")).removed).toMatchObject([{ id: second }]);
    const acts = await test.db.auditEvent.findMany({
      where: { entity: "Evidence", entityId: { in: [String(first), String(second)] } },
      orderBy: { id: "asc" },
    });
    expect(acts.map((row) => row.act)).toEqual(["evidence.add", "evidence.replace", "evidence.remove"]);
  });

  it("takes the same file twice as one, also when both come at once", async () => {
    const before = (await list("3.1a")).items.length;
    const twins = await Promise.all(
      [1, 2, 3].map(() => idOf(addFile(who("canbo.a1"), "3.1a", "mot.png", makePng()))),
    );
    expect(new Set(twins).size).toBe(1);
    expect((await list("3.1a")).items).toHaveLength(before + 1);
    await idOf(addFile(who("canbo.a1"), "3.1b", "cung anh.png", makePng()));
    expect(await test.db.evidenceFile.count({ where: { mediaType: "image/png" } })).toBe(1);
  });

  it("keeps 10 MB whole", async () => {
    const bytes = Buffer.concat([makePdf(), Buffer.alloc(MAX_FILE_BYTES - makePdf().byteLength, 7)]);
    const id = await idOf(addFile(who("canbo.a1"), "3.1a", "lon.pdf", bytes));
    const file = await findEvidenceFile(who("canbo.a1"), id);
    expect(Buffer.from(file?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it("stops at the limit", async () => {
    for (let n = 0; n < MAX_ITEMS; n += 1) await addLink(who("canbo.a1"), "2.2", `https://xa.vn/${n}`);
    expect(await addLink(who("canbo.a1"), "2.2", "https://xa.vn/them")).toMatchObject({ reason: "too-many" });
    expect(await addLink(who("canbo.a1"), "2.2", "https://xa.vn/1")).toMatchObject({ ok: true });
  });
});

describe("who may open a file", () => {
  it.each([
    ["canbo.a1", true],
    ["lanhdao.a1", true],
    ["phong.a", true],
    ["btv.a", true],
    ["xem.a", true],
    ["quantri", true],
    ["canbo.a2", false],
    ["btv.b", false],
  ])("%s: %s", async (name, may) => {
    const row = await test.db.evidence.findFirstOrThrow({ where: { kind: "file" } });
    expect((await findEvidenceFile(who(name), row.id)) !== null).toBe(may);
  });
});

describe("completeness and locks", () => {
  it("counts indicators that demand evidence once they have a figure", async () => {
    await test.db.indicator.updateMany({
      where: { id: { in: [world.indicators["1.1"], world.indicators["1.2"]] } },
      data: { requiresEvidence: true },
    });
    const sheet = await test.db.submission.findFirstOrThrow();
    expect(await loadEvidenceCompleteness(sheet.id, test.db)).toMatchObject({ required: 0 });
    for (const code of ["1.1", "1.2"] as const) {
      const entry =
        code === "1.1" ? { kind: "value" as const, text: "81" } : { kind: "boolean" as const, value: true };
      await executeCommand(saveFigureCommand, who("canbo.a1"), { ...place(code), entry, expectedVersion: 0 });
    }
    expect(await loadEvidenceCompleteness(sheet.id, test.db)).toEqual({
      required: 2,
      provided: 1,
      missing: ["1.2"],
    });
  });

  it("refuses on a sheet that was sent", async () => {
    const sent = await executeCommand(sendSubmissionCommand, who("lanhdao.a1"), {
      unit: "xa-a1",
      set: SET,
      period: PERIOD,
      confirmed: true,
      acknowledgeMissing: true,
    });
    expect(sent).toMatchObject({ ok: true });
    const before = await countRows();
    expect(await addFile(who("canbo.a1"), "1.2", "muon.pdf", makePdf("muon"))).toMatchObject({
      reason: "locked",
    });
    const row = await test.db.evidence.findFirstOrThrow({ where: { removedAt: null, replacedById: null } });
    expect(
      await executeCommand(removeEvidenceCommand, who("canbo.a1"), { unit: "xa-a1", evidenceId: row.id }),
    ).toMatchObject({ reason: "locked" });
    expect(await countRows()).toEqual(before);
  });
});
