import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import type { FigureEntry, SaveFigureInput } from "@/lib/submissions/entry-types";
import { rescoreSubmission } from "@/lib/submissions/score-submission";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;
let neighbour: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
  neighbour = await makeSession(test.db, "canbo.a2");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

type Code = keyof SmallWorld["indicators"];

function save(
  session: AppSession,
  code: Code,
  entry: FigureEntry,
  expectedVersion = 0,
  change: Partial<SaveFigureInput> = {},
) {
  const input: SaveFigureInput = {
    unit: session.unitCode,
    set: SET,
    period: PERIOD,
    indicatorId: world.indicators[code],
    entry,
    expectedVersion,
    ...change,
  };
  return executeCommand(saveFigureCommand, session, input);
}

const typed = (text: string): FigureEntry => ({ kind: "value", text });
const findSheet = (unit: keyof SmallWorld["units"], period = PERIOD) =>
  test.db.submission.findUnique({
    where: { unitId_setId_period: { unitId: world.units[unit], setId: world.setId, period } },
    include: { figures: true, indicatorVerdicts: true, criterionVerdicts: true },
  });

async function snapshot() {
  const [sheets, figures, verdicts, criteria, audits] = await Promise.all([
    test.db.submission.count(),
    test.db.figure.findMany({ orderBy: { id: "asc" } }),
    test.db.indicatorVerdict.count(),
    test.db.criterionVerdict.count(),
    test.db.auditEvent.count(),
  ]);
  return JSON.stringify({ sheets, figures, verdicts, criteria, audits });
}

describe("the first figure", () => {
  it("opens the draft with every verdict, and says what changed", async () => {
    const saved = await save(editor, "2.1", typed("55,5 triệu"), 0, { note: "theo Chi cục Thống kê" });
    expect(saved).toMatchObject({
      ok: true,
      value: {
        figure: {
          value: "55.5",
          version: 1,
          note: "theo Chi cục Thống kê",
          enteredByName: editor.displayName,
        },
        criterion: { number: 2, verdict: "missing", metIndicators: 1, totalIndicators: 2 },
        totals: { met: 0, unmet: 0, missing: 3, exempt: 0, undefinedThreshold: 0, total: 3 },
        enteredCount: 1,
        indicatorCount: 5,
      },
    });
    const sheet = await findSheet("xa-a1");
    expect(sheet).toMatchObject({ status: "draft", missingCount: 3, totalCount: 3, enteredCount: 1 });
    expect(sheet?.criterionVerdicts).toHaveLength(3);
    expect(sheet?.indicatorVerdicts).toHaveLength(7);
  });

  it("leaves an audit row with before and after for each write", async () => {
    await save(editor, "2.1", typed("48,25"), 1);
    const rows = await test.db.auditEvent.findMany({ where: { act: "figure.save" }, orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.actorName, row.unitId, row.before, row.after])).toMatchObject([
      [editor.displayName, world.units["xa-a1"], null, { value: "55.5", indicator: "2.1", period: PERIOD }],
      [editor.displayName, world.units["xa-a1"], { value: "55.5" }, { value: "48.25" }],
    ]);
  });
});

describe("verdicts", () => {
  it("follow the figure: met, unmet with its gap, missing again when cleared", async () => {
    expect(await save(editor, "2.2", { kind: "grade", value: "Khá" })).toMatchObject({
      value: {
        criterion: { verdict: "unmet", indicators: [{ verdict: "unmet", gap: "1.75" }, { verdict: "met" }] },
      },
    });
    expect(await save(editor, "2.1", typed("50"), 2)).toMatchObject({
      value: { totals: { met: 1, missing: 2 } },
    });
    expect(await save(editor, "2.1", { kind: "clear" }, 3, { note: "chờ số liệu" })).toMatchObject({
      value: { figure: { value: null, version: 4, note: "chờ số liệu" }, criterion: { verdict: "missing" } },
    });
    const stored = await test.db.indicatorVerdict.findFirstOrThrow({
      where: { indicatorId: world.indicators["2.1"] },
    });
    expect(stored).toMatchObject({ verdict: "missing", gap: null });
  });

  it("take a ratio's quotient from its two counts", async () => {
    const saved = await save(editor, "1.1", { kind: "ratio", numerator: "2", denominator: "3" });
    expect(saved).toMatchObject({
      value: { figure: { value: "66.666667", numerator: "2", denominator: "3" } },
    });
  });

  it("belong to limbs where an indicator has some", async () => {
    await save(editor, "3.1a", typed("1"));
    expect(await save(editor, "3.1b", typed("1"))).toMatchObject({
      value: {
        criterion: {
          verdict: "unmet",
          indicators: [{ limbs: [{ verdict: "met" }, { verdict: "unmet", gap: "1" }] }],
        },
      },
    });
    expect(await save(editor, "3.1", typed("1"))).toMatchObject({ ok: false, reason: "unknown-indicator" });
  });
});

describe("bad input changes nothing", () => {
  it.each<[string, Code, FigureEntry, string, RegExp]>([
    ["a letter", "2.1", typed("năm mươi"), "not-a-number", /không phải là số/],
    ["an ambiguous number", "2.1", typed("1.200"), "ambiguous", /hiểu được hai cách/],
    ["140 %", "1.1", typed("140 %"), "out-of-range", /từ 0 đến 100/],
    ["a negative share", "1.1", typed("-3"), "out-of-range", /từ 0 đến 100/],
    [
      "a part above its whole",
      "1.1",
      { kind: "ratio", numerator: "5", denominator: "4" },
      "bad-ratio",
      /lớn hơn mẫu số/,
    ],
    ["a whole of zero", "1.1", { kind: "ratio", numerator: "0", denominator: "0" }, "bad-ratio", /lớn hơn 0/],
    ["half a thing", "3.1a", typed("1,5"), "out-of-range", /số nguyên/],
    ["a number for a yes or no", "1.2", typed("1"), "wrong-kind", /Đạt/],
    ["a word outside the scale", "2.2", { kind: "grade", value: "Giỏi" }, "wrong-kind", /Yếu, Khá, Tốt/],
    ["nothing", "2.1", typed("  "), "not-a-number", /Chưa ghi số/],
  ])("%s", async (_name, code, entry, reason, sentence) => {
    const before = await snapshot();
    const refused = await save(leader, code, entry, 99);
    expect(refused).toMatchObject({ ok: false, reason, message: expect.stringMatching(sentence) });
    expect(await snapshot()).toBe(before);
  });

  it("offers both readings of an ambiguous number", async () => {
    expect(await save(editor, "2.1", typed("1.200"), 4)).toMatchObject({
      candidates: ["1.2", "1200"],
      field: "value",
    });
  });

  it.each<[string, Partial<SaveFigureInput>, string]>([
    ["unknown set", { set: "KHONG_CO" }, "unknown-set"],
    ["unknown period", { period: "2024-Q5" }, "unknown-period"],
    ["period to come", { period: "2025-Q1" }, "unknown-period"],
    ["period before the set", { period: "2020-Q4" }, "unknown-period"],
    ["unknown indicator", { indicatorId: 999_999 }, "unknown-indicator"],
    ["unknown unit", { unit: "khong-co" }, "not-found"],
    ["another commune", { unit: "xa-a2" }, "not-found"],
    ["the level above", { unit: "huyen-a" }, "not-found"],
    ["a village, for which the set is not", { unit: "thon-a1" }, "unknown-set"],
    ["a malformed request", { expectedVersion: -1 }, "invalid"],
  ])("%s", async (_name, change, reason) => {
    const before = await snapshot();
    const refused = await save(editor, "2.1", typed("51"), 4, change);
    expect(refused).toMatchObject({ ok: false, reason });
    expect(refused.ok ? "" : refused.message).toMatch(/^[A-ZĐ“].+\.$/u);
    expect(await snapshot()).toBe(before);
  });

  it("does not open a draft for a figure that is refused afterwards", async () => {
    expect(await save(neighbour, "2.1", typed("51"), 7)).toMatchObject({
      ok: false,
      reason: "conflict",
      current: null,
    });
    expect(await findSheet("xa-a2")).toBeNull();
  });
});

describe("two people on one figure", () => {
  it("gives the second both values and keeps the first", async () => {
    expect(await save(editor, "1.1", typed("71"), 1)).toMatchObject({ ok: true });
    const refused = await save(leader, "1.1", typed("68,5"), 1);
    expect(refused).toMatchObject({
      ok: false,
      reason: "conflict",
      message: expect.stringMatching(
        /^Xung đột: Người canbo\.a1 vừa ghi 71,0 lúc \d\d:\d\d\. Chọn một số\.$/,
      ),
      current: { value: "71", version: 2 },
    });
    expect(await save(leader, "1.1", typed("68,5"), 2)).toMatchObject({ value: { figure: { version: 3 } } });
  });

  it("takes a repeated save for what it is", async () => {
    const audits = await test.db.auditEvent.count();
    expect(await save(leader, "1.1", typed("68,5"), 2)).toMatchObject({
      ok: true,
      value: { figure: { version: 3 } },
    });
    expect(await test.db.auditEvent.count()).toBe(audits);
    expect(await save(editor, "1.1", typed("68,5"), 2)).toMatchObject({ ok: false, reason: "conflict" });
  });
});

describe("a sheet that was sent", () => {
  it("is locked, with the reason in words", async () => {
    const sheet = await findSheet("xa-a1");
    await test.db.submission.update({
      where: { id: sheet?.id ?? 0 },
      data: { status: "submitted", submittedAt: new Date("2024-12-20T09:10:00Z") },
    });
    const before = await snapshot();
    expect(await save(editor, "2.1", typed("51"), 4)).toMatchObject({
      ok: false,
      reason: "locked",
      message: expect.stringContaining("Phiếu đã gửi lúc 16:10 ngày 20/12/2024, đang chờ thẩm định."),
    });
    expect(await snapshot()).toBe(before);
  });
});

describe("many savers at once", () => {
  it("open one sheet, and its counts equal a recomputation", async () => {
    const period = "2024-Q3";
    const saver = (n: number) => {
      const entries: [Code, FigureEntry][] = [
        ["1.1", { kind: "ratio", numerator: String(60 + n), denominator: "100" }],
        ["1.2", { kind: "boolean", value: n % 2 === 0 }],
        ["2.1", typed(String(40 + n))],
        ["2.2", { kind: "grade", value: n % 3 === 0 ? "Yếu" : "Tốt" }],
        ["3.1a", typed(String(n % 2))],
        ["3.1b", typed(String(n % 4))],
      ];
      const [code, entry] = entries[n % entries.length] as [Code, FigureEntry];
      return save(n % 2 === 0 ? editor : leader, code, entry, 0, { period });
    };
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => saver(n)));
    // Six cells: the first of each is written, the rest repeat it or are told of the conflict.
    expect(answers.every((answer) => answer.ok || answer.reason === "conflict")).toBe(true);
    expect(answers.some((answer) => !answer.ok)).toBe(true);
    const sheet = await findSheet("xa-a1", period);
    if (!sheet) throw new Error("no sheet");
    const { metCount, unmetCount, missingCount, exemptCount, undefinedCount, totalCount } = sheet;
    expect(metCount + unmetCount + missingCount + exemptCount + undefinedCount).toBe(totalCount);
    expect(sheet.figures).toHaveLength(6);
    expect(
      await test.db.auditEvent.count({
        where: { act: "figure.save", after: { path: ["period"], equals: period } },
      }),
    ).toBe(6);
    await db.$transaction((tx) => rescoreSubmission(tx, sheet.id));
    const again = await findSheet("xa-a1", period);
    expect({ ...again, updatedAt: null }).toEqual({ ...sheet, updatedAt: null });
  });
});

describe("all or nothing", () => {
  it("rolls figure and verdicts back when the audit row cannot be written", async () => {
    const before = await snapshot();
    const broken = { ...neighbour, displayName: null as unknown as string };
    await expect(save(broken, "2.1", typed("51"))).rejects.toThrow();
    expect(await snapshot()).toBe(before);
  });

  it("refuses a command that writes without an audit row", async () => {
    const silent = {
      ...saveFigureCommand,
      name: "silent",
      run: async () => ({ ok: true as const, value: null }),
    };
    await expect(
      executeCommand(silent, editor, {
        unit: "xa-a1",
        set: SET,
        period: PERIOD,
        indicatorId: 1,
        entry: { kind: "clear" },
        expectedVersion: 0,
      }),
    ).rejects.toThrow(/audit/);
  });
});
