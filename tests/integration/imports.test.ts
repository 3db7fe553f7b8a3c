import type ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { acceptUpload } from "@/lib/imports/accept-upload";
import {
  makeAnswerCommand,
  makeCommitCommand,
  makeStoreCommand,
  mapColumnsCommand,
} from "@/lib/imports/commands";
import { describeImport, loadImportPreview } from "@/lib/imports/queries";
import { makeTemplate } from "@/lib/imports/template-queries";
import type { ImportPreview } from "@/lib/imports/view-types";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { rescoreSubmission } from "@/lib/submissions/score-submission";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { fillWorkbook, findRow, makeWorkbook } from "../support/workbooks";

let test: TestDatabase;
let world: SmallWorld;
let editor: AppSession;
let leader: AppSession;
let neighbour: AppSession;
let committee: AppSession;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  editor = await makeSession(test.db, "canbo.a1");
  leader = await makeSession(test.db, "lanhdao.a1");
  neighbour = await makeSession(test.db, "canbo.a2");
  committee = await makeSession(test.db, "btv.a");
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

type Act = "figure.enter" | "figure.import-many";

async function unitOf(session: AppSession, act: Act, code = session.unitCode): Promise<AuthorizedUnit> {
  const unit = await authorizeUnit(session, code, act);
  if (!unit) throw new Error(`${session.username} may not ${act} in ${code}`);
  return unit;
}

async function download(session: AppSession, period = PERIOD, act: Act = "figure.enter") {
  const made = await makeTemplate(session, await unitOf(session, act), SET, period);
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

async function upload(
  session: AppSession,
  bytes: Buffer,
  over: { period?: string; set?: string; name?: string; act?: Act; unit?: string } = {},
) {
  const act = over.act ?? "figure.enter";
  const unit = await unitOf(session, act, over.unit);
  const name = over.name ?? "phieu.xlsx";
  const accepted = await acceptUpload(session, unit, over.set ?? SET, over.period ?? PERIOD, { name, bytes });
  if (!accepted.ok) return accepted;
  return executeCommand(makeStoreCommand(act), session, { unit: unit.code, upload: accepted.value });
}

async function uploadForPreview(session: AppSession, bytes: Buffer, over: Parameters<typeof upload>[2] = {}) {
  const stored = await upload(session, bytes, over);
  if (!stored.ok) throw new Error(stored.message);
  return preview(session, stored.value.id);
}

async function preview(session: AppSession, id: string): Promise<ImportPreview> {
  const loaded = await loadImportPreview(session, id);
  if (!loaded) throw new Error("no preview");
  return loaded;
}

function listSeen(shown: ImportPreview) {
  return Object.fromEntries(
    shown.units.map(({ unitCode, items }) => [
      unitCode,
      Object.fromEntries(
        items
          .filter((item) => item.state === "change")
          .map((item) => [String(item.indicatorId), item.version]),
      ),
    ]),
  );
}

function commit(session: AppSession, shown: ImportPreview) {
  const act = shown.kind === "many" ? "figure.import-many" : "figure.enter";
  return executeCommand(makeCommitCommand(act), session, {
    unit: shown.unitCode,
    id: shown.id,
    seen: listSeen(shown),
  });
}

/** Fills cells of the first (or named) sheet by indicator code and column. */
function fill(
  bytes: Uint8Array,
  cells: Record<string, ExcelJS.CellValue>,
  sheetName?: string,
): Promise<Buffer> {
  return fillWorkbook(bytes, (workbook) => {
    const sheet = sheetName ? workbook.getWorksheet(sheetName) : workbook.worksheets[0];
    if (!sheet) throw new Error("no sheet");
    for (const [place, value] of Object.entries(cells)) {
      const [code = "", column = "F"] = place.split(" ");
      const cell = sheet.getCell(`${column}${findRow(sheet, code)}`);
      cell.value = value;
      // As Excel does when it takes a number for a day.
      if (value instanceof Date) cell.numFmt = "dd/mm/yyyy";
    }
  });
}

async function save(
  session: AppSession,
  code: keyof SmallWorld["indicators"],
  entry: FigureEntry,
  version = 0,
  period = PERIOD,
) {
  const saved = await executeCommand(saveFigureCommand, session, {
    unit: session.unitCode,
    set: SET,
    period,
    indicatorId: world.indicators[code],
    entry,
    expectedVersion: version,
  });
  if (!saved.ok) throw new Error(saved.message);
}

async function snapshot() {
  const [sheets, figures, audits] = await Promise.all([
    test.db.submission.findMany({ orderBy: { id: "asc" } }),
    test.db.figure.findMany({ orderBy: { id: "asc" } }),
    test.db.auditEvent.count(),
  ]);
  return JSON.stringify({ sheets, figures, audits });
}

const findSheet = (unit: keyof SmallWorld["units"], period = PERIOD) =>
  test.db.submission.findUniqueOrThrow({
    where: { unitId_setId_period: { unitId: world.units[unit], setId: world.setId, period } },
    include: { figures: true },
  });

const itemOf = (shown: ImportPreview, code: string) =>
  shown.units.flatMap((unit) => unit.items).find((item) => item.code === code);

describe("the template", () => {
  it("is locked but for its inputs, with choices, limits, thresholds and a hidden mark", async () => {
    await save(editor, "2.1", { kind: "value", text: "48,25" }, 0, "2024-Q3");
    const file = await download(editor);
    expect(file).toMatchObject({
      name: "Phiếu số liệu Xã A Một 2024-Q4.xlsx",
      asciiName: "phieu-so-lieu-xa-a-mot-2024-q4.xlsx",
    });
    await fillWorkbook(file.bytes, (workbook) => {
      const sheet = workbook.worksheets[0] as ExcelJS.Worksheet & { sheetProtection?: { sheet: boolean } };
      expect(sheet.name).toBe("Xã A Một");
      expect(sheet.sheetProtection?.sheet).toBe(true);
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1 });
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
      expect(sheet.getColumn("J").hidden && sheet.getColumn("K").hidden).toBe(true);
      const [ratio, choice, number, grade, count] = ["1.1", "1.2", "2.1", "2.2", "3.1a"].map((code) =>
        findRow(sheet, code),
      );
      expect(sheet.getCell(`D${ratio}`).value).toBe("≥ 80 %\n(mức minh họa)");
      expect(sheet.getCell(`E${number}`).value).toBe("48,25");
      expect(sheet.getCell(`F${choice}`).dataValidation).toMatchObject({ formulae: ['"Đạt,Chưa đạt"'] });
      expect(sheet.getCell(`F${grade}`).dataValidation).toMatchObject({ formulae: ['"Yếu,Khá,Tốt"'] });
      expect(sheet.getCell(`F${ratio}`).dataValidation).toMatchObject({
        type: "decimal",
        formulae: [0, 100],
      });
      expect(sheet.getCell(`F${count}`).numFmt).toBe("#,##0");
      for (const open of [`F${ratio}`, `G${ratio}`, `H${ratio}`, `I${ratio}`, `F${number}`]) {
        expect(sheet.getCell(open).protection?.locked, open).toBe(false);
      }
      for (const locked of [`A${ratio}`, `D${ratio}`, `G${number}`, `J${ratio}`]) {
        expect(sheet.getCell(locked).protection?.locked, locked).not.toBe(false);
      }
    });
  });

  it("writes wording that looks like a formula as text", async () => {
    await test.db.indicator.update({
      where: { id: world.indicators["1.2"] },
      data: { title: '=HYPERLINK("http://x";"a")' },
    });
    await save(editor, "1.2", { kind: "boolean", value: true }, 0, "2024-Q2");
    await executeCommand(saveFigureCommand, editor, {
      unit: "xa-a1",
      set: SET,
      period: "2024-Q2",
      indicatorId: world.indicators["1.2"],
      entry: { kind: "keep" },
      note: "+1-2@SUM(A1)",
      expectedVersion: 1,
    });
    const file = await download(editor, "2024-Q2");
    await fillWorkbook(file.bytes, (workbook) => {
      const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined()));
      const note = sheet.getCell(`I${findRow(sheet, "1.2")}`);
      expect([note.value, note.numFmt]).toEqual(["+1-2@SUM(A1)", "@"]);
    });
    await test.db.indicator.update({
      where: { id: world.indicators["1.2"] },
      data: { title: "Chỉ tiêu 1.2" },
    });
  });
});

describe("a filled template", () => {
  it("is shown cell by cell, then written whole, and the figures are what the file says", async () => {
    const { bytes } = await download(editor);
    const filled = await fill(bytes, {
      "1.1 G": 412,
      "1.1 H": 500,
      "1.2": "Đạt",
      "2.1": "55,5 triệu",
      "2.1 I": "=theo Chi cục Thống kê",
      "2.2": "tot",
      "3.1a": 1,
    });
    const shown = await uploadForPreview(editor, filled, { name: "C:\\Users\\a\\Phiếu quý IV.xlsx" });
    expect(shown).toMatchObject({
      kind: "template",
      fileName: "Phiếu quý IV.xlsx",
      counts: { change: 5, empty: 1, error: 0 },
    });
    expect(shown.units[0]).toMatchObject({
      before: { met: 0, total: 3 },
      after: { met: 2, total: 3 },
      stop: null,
    });
    expect(itemOf(shown, "2.1")).toMatchObject({
      before: null,
      after: "55,50",
      noteAfter: "=theo Chi cục Thống kê",
    });
    expect(await test.db.submission.count({ where: { period: PERIOD } })).toBe(0);

    const done = await commit(editor, shown);
    expect(done).toMatchObject({
      ok: true,
      value: { units: [{ unitCode: "xa-a1", changed: 5, metBefore: 0, metAfter: 2 }] },
    });
    const sheet = await findSheet("xa-a1");
    expect(sheet).toMatchObject({ status: "draft", metCount: 2, enteredCount: 4 });
    const byId = Object.fromEntries(sheet.figures.map((row) => [row.indicatorId, row]));
    expect(String(byId[world.indicators["1.1"]]?.value)).toBe("82.4");
    expect(byId[world.indicators["2.1"]]).toMatchObject({ note: "=theo Chi cục Thống kê", version: 1 });
    expect(byId[world.indicators["2.2"]]).toMatchObject({ gradeValue: "Tốt" });
    await db.$transaction((tx) => rescoreSubmission(tx, sheet.id));
    expect(await findSheet("xa-a1")).toMatchObject({
      metCount: sheet.metCount,
      missingCount: sheet.missingCount,
    });

    const audits = await test.db.auditEvent.findMany({ where: { act: "import" }, orderBy: { id: "asc" } });
    expect(audits[0]).toMatchObject({
      entity: "Submission",
      unitId: world.units["xa-a1"],
      after: {
        file: "Phiếu quý IV.xlsx",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        figures: 5,
        metAfter: 2,
      },
    });
    expect(
      await test.db.auditEvent.count({
        where: { act: "figure.save", after: { path: ["via"], equals: "import" } },
      }),
    ).toBe(5);
  });

  it("writes once, however often it is asked", async () => {
    const { bytes } = await download(editor);
    const shown = await uploadForPreview(editor, await fill(bytes, { "3.1b": 2 }));
    const [first, second] = await Promise.all([commit(editor, shown), commit(editor, shown)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(
      (await findSheet("xa-a1")).figures.find((row) => row.indicatorId === world.indicators["3.1b"])?.version,
    ).toBe(1);
    expect(await preview(editor, shown.id)).toMatchObject({
      outcome: { units: [{ changed: 1 }] },
      units: [],
    });
  });

  it("comes back unchanged when nothing was filled in", async () => {
    const { bytes } = await download(editor);
    const shown = await uploadForPreview(editor, Buffer.from(bytes));
    expect(shown.counts).toMatchObject({ change: 0, same: 6, error: 0 });
    expect(await commit(editor, shown)).toMatchObject({ ok: false, reason: "nothing-to-write" });
  });

  it("keeps what others changed since the download where the file did not touch it", async () => {
    const { bytes } = await download(editor);
    await save(leader, "2.1", { kind: "value", text: "56" }, 1);
    const shown = await uploadForPreview(editor, await fill(bytes, { "2.2": "Khá" }));
    expect(itemOf(shown, "2.1")).toMatchObject({ state: "same", before: "56,00" });
    expect(itemOf(shown, "2.1")?.messages[0]).toMatch(/đã đổi từ 55,50 sang 56,00 sau khi tải mẫu/);
    expect(await commit(editor, shown)).toMatchObject({ ok: true });
    expect(
      String(
        (await findSheet("xa-a1")).figures.find((row) => row.indicatorId === world.indicators["2.1"])?.value,
      ),
    ).toBe("56");
  });
});

describe("bad cells", () => {
  it("are told by their address, and nothing at all is written", async () => {
    const { bytes } = await download(editor);
    const filled = await fill(bytes, {
      "1.1 G": null,
      "1.1 H": null,
      "1.1": 140,
      "1.2": "có lẽ",
      "2.1": { formula: "F7*2", result: 80 },
      "2.2": "Giỏi",
      "3.1a": 1.5,
      "3.1b": 3,
    });
    const shown = await uploadForPreview(editor, filled);
    expect(shown.counts).toMatchObject({ error: 5, change: 1 });
    const said = shown.units[0]?.items.flatMap((item) => item.messages) ?? [];
    expect(said).toEqual([
      expect.stringMatching(/^Ô F7: Tỷ lệ phải từ 0 đến 100\. Anh\/chị ghi 140\.$/),
      expect.stringMatching(/^Ô F8: Chỉ tiêu này chỉ nhận “Đạt” hoặc “Chưa đạt”/),
      expect.stringMatching(/^Ô F10 là công thức; dán giá trị/),
      expect.stringMatching(/^Ô F11: Chỉ tiêu này nhận một trong các mức: Yếu, Khá, Tốt/),
      expect.stringMatching(/^Ô F14: Giá trị phải là số nguyên\. Anh\/chị ghi 1,5\.$/),
    ]);
    const before = await snapshot();
    expect(await commit(editor, shown)).toMatchObject({ ok: false, reason: "has-errors" });
    expect(await snapshot()).toBe(before);
  });

  it.each<[string, Record<string, ExcelJS.CellValue>, RegExp]>([
    ["half a ratio", { "1.1 H": null }, /^Ô H7: còn thiếu mẫu số/],
    ["a part above its whole", { "1.1 G": 900, "1.1 H": 500 }, /^Ô G7: Tử số 900 lớn hơn mẫu số 500/],
    [
      "a value that is not the quotient",
      { "1.1": 71, "1.1 G": 300, "1.1 H": 500 },
      /^Ô F7: ghi 71, còn tử số trên mẫu số cho 60/,
    ],
    ["a date", { "2.1": new Date(Date.UTC(2024, 4, 1)) }, /^Ô F10 đang là ngày tháng \(01\/05\/2024\)/],
    ["an error of Excel", { "2.1": { error: "#REF!" } }, /^Ô F10 đang báo lỗi #REF!/],
    ["a letter", { "2.1": "năm mươi" }, /^Ô F10: “năm mươi” không phải là số/],
    ["another unit", { "2.1": "5 tỷ" }, /^Ô F10: Ô này tính bằng triệu đồng/],
    ["a note too long", { "2.1 I": "a".repeat(2100) }, /^Ô I10: ghi chú dài quá 2000 ký tự/],
  ])("%s", async (_what, cells, sentence) => {
    const { bytes } = await download(editor);
    const shown = await uploadForPreview(editor, await fill(bytes, cells));
    expect(shown.counts.error).toBe(1);
    expect(shown.units[0]?.items.flatMap((item) => (item.state === "error" ? item.messages : []))).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  it("asks about a number that can be read two ways, and about a share typed with its sign", async () => {
    const { bytes } = await download(neighbour);
    const shown = await uploadForPreview(neighbour, await fill(bytes, { "2.1": "1.200", "1.1": 0.715 }));
    expect(shown.counts).toMatchObject({ question: 2, error: 0 });
    expect(itemOf(shown, "2.1")?.question).toMatchObject({
      address: "F10",
      candidates: ["1.2", "1200"],
      answer: null,
    });
    expect(itemOf(shown, "1.1")?.question).toMatchObject({ address: "F7", candidates: ["71.5", "0.715"] });
    expect(await commit(neighbour, shown)).toMatchObject({ ok: false, reason: "has-questions" });

    const answers = Object.fromEntries(
      ["2.1", "1.1"].map((code, index) => [
        itemOf(shown, code)?.question?.key ?? "",
        index === 0 ? "1200" : "71.5",
      ]),
    );
    const answered = await executeCommand(makeAnswerCommand("figure.enter"), neighbour, {
      unit: "xa-a2",
      id: shown.id,
      answers,
    });
    expect(answered).toMatchObject({ ok: true });
    const again = await preview(neighbour, shown.id);
    expect(again.counts).toMatchObject({ question: 0, change: 2 });
    expect(await commit(neighbour, again)).toMatchObject({ ok: true });
    expect((await findSheet("xa-a2")).figures.map((row) => String(row.value)).sort()).toEqual([
      "1200",
      "71.5",
    ]);
  });

  it("reads a cell that Excel shows as a percentage", async () => {
    const { bytes } = await download(neighbour);
    const filled = await fillWorkbook(bytes, (workbook) => {
      const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
      const cell = sheet.getCell(`F${findRow(sheet, "1.1")}`);
      cell.value = 0.825;
      cell.numFmt = "0.0%";
    });
    expect(itemOf(await uploadForPreview(neighbour, filled), "1.1")).toMatchObject({
      state: "change",
      after: "82,5 %",
    });
  });
});

describe("a file in the wrong place", () => {
  it.each<[string, string, () => Promise<{ bytes: Uint8Array }>, Parameters<typeof upload>[2]]>([
    ["another period", "wrong-period", () => download(editor, "2024-Q3"), {}],
    ["another commune", "wrong-unit", () => download(neighbour), {}],
  ])("%s", async (_what, reason, make, over) => {
    const { bytes } = await make();
    const refused = await upload(editor, Buffer.from(bytes), over);
    expect(refused).toMatchObject({
      ok: false,
      reason,
      message: expect.stringMatching(/^Tệp này là mẫu của .+\.$/),
    });
  });

  it("another set and an older version of the set", async () => {
    const { bytes } = await download(editor);
    const mark = (change: (text: string) => string) =>
      fillWorkbook(bytes, (workbook) => {
        const cell = workbook.worksheets[0]?.getCell("J1");
        if (cell) cell.value = change(String(cell.value));
      });
    const other = await mark((text) => text.replace(SET, "BO_KHAC"));
    expect(await upload(editor, other)).toMatchObject({ ok: false, reason: "wrong-set" });
    const older = await mark((text) => text.replace(/0{12}$/, "abcdef123456"));
    expect(await upload(editor, older)).toMatchObject({ ok: false, reason: "wrong-version" });
  });

  it("is nobody else's to see or commit", async () => {
    const { bytes } = await download(editor);
    const shown = await uploadForPreview(editor, await fill(bytes, { "3.1b": 5 }));
    for (const stranger of [leader, neighbour, committee]) {
      expect(await loadImportPreview(stranger, shown.id)).toBeNull();
    }
    expect(await commit(leader, shown)).toMatchObject({ ok: false, reason: "gone" });
    expect(await commit(neighbour, shown)).toMatchObject({ ok: false, reason: "not-found" });
    expect(await loadImportPreview(editor, "khong-phai-ma")).toBeNull();
    await test.db.pendingImport.update({ where: { id: shown.id }, data: { expiresAt: new Date(0) } });
    expect(await commit(editor, shown)).toMatchObject({ ok: false, reason: "gone" });
  });
});

describe("between preview and commit", () => {
  it("a cell that somebody else changed stops everything, by its address", async () => {
    const { bytes } = await download(editor);
    const shown = await uploadForPreview(editor, await fill(bytes, { "2.1": 61, "3.1a": 4 }));
    const stored = (await findSheet("xa-a1")).figures.find(
      (row) => row.indicatorId === world.indicators["2.1"],
    );
    await save(leader, "2.1", { kind: "value", text: "59" }, stored?.version ?? 0);
    const before = await snapshot();
    expect(await commit(editor, shown)).toMatchObject({
      ok: false,
      reason: "conflict",
      message: expect.stringMatching(/^Chưa ghi ô nào: có người vừa sửa .* ở ô F10 /),
    });
    expect(await snapshot()).toBe(before);
    const again = await preview(editor, shown.id);
    expect(itemOf(again, "2.1")).toMatchObject({ before: "59,00", after: "61,00" });
    expect(await commit(editor, again)).toMatchObject({ ok: true });
  });

  it("a sheet that was sent is locked, with the reason in words", async () => {
    const { bytes } = await download(editor);
    const filled = await fill(bytes, { "2.1": 62 });
    const shown = await uploadForPreview(editor, filled);
    const sheet = await findSheet("xa-a1");
    const sent = { status: "submitted" as const, submittedAt: new Date("2024-12-20T09:10:00Z") };
    await test.db.submission.update({ where: { id: sheet.id }, data: sent });
    const refused = await commit(editor, shown);
    expect(refused).toMatchObject({ ok: false, reason: "locked" });
    expect(refused.ok ? "" : refused.message).toContain("Phiếu đã gửi lúc 16:10 ngày 20/12/2024");
    expect(await upload(editor, filled)).toMatchObject({ ok: false, reason: "locked" });
    const unit = await unitOf(editor, "figure.enter");
    expect(await describeImport(editor, unit, { code: SET, level: "commune" }, PERIOD)).toMatchObject({
      isMany: false,
      refusal: expect.stringContaining("đang chờ thẩm định"),
    });
  });
});

describe("a sheet of the user's own", () => {
  const own = (value: number) =>
    makeWorkbook({
      "Tổng hợp": [
        ["BÁO CÁO KẾT QUẢ THỰC HIỆN QUÝ III"],
        [],
        ["STT", "Nội dung", "ĐVT", "Kết quả thực hiện", "Ghi chú"],
        ["1.1", "Chỉ tiêu 1.1", "%", value, "theo báo cáo xã"],
        ["1.2", "Chỉ tiêu 1.2", null, "Không đạt"],
        ["2.1", "Chỉ tiêu 2.1", "triệu", "45,18 triệu"],
        ["9.9", "Việc khác", null, 12],
      ],
    });

  it("is asked about once, with a proposal, and remembered by its heading", async () => {
    const shown = await uploadForPreview(neighbour, await own(81), { period: "2024-Q3" });
    expect(shown).toMatchObject({ kind: "own", needsMapping: true, units: [] });
    expect(shown.mapping).toMatchObject({
      headerRow: 3,
      isChosen: false,
      proposal: { code: "A", name: "B", value: "D", note: "E", numerator: null },
    });
    expect(await commit(neighbour, shown)).toMatchObject({ ok: false, reason: "no-mapping" });
    const mapped = await executeCommand(mapColumnsCommand, neighbour, {
      unit: "xa-a2",
      id: shown.id,
      mapping: shown.mapping?.proposal,
    });
    expect(mapped).toMatchObject({ ok: true });
    const again = await preview(neighbour, shown.id);
    expect(again.units[0]).toMatchObject({ skipped: [{ row: 7, text: "9.9 Việc khác" }] });
    expect(again.counts).toMatchObject({ change: 3, error: 0 });
    expect(await commit(neighbour, again)).toMatchObject({ ok: true });
    expect((await findSheet("xa-a2", "2024-Q3")).figures).toHaveLength(3);

    const next = await uploadForPreview(neighbour, await own(83), { period: "2024-Q2" });
    expect(next).toMatchObject({ needsMapping: false, mapping: { isChosen: true }, counts: { change: 3 } });
  });

  it("refuses a mapping that uses a column twice or names no indicator", async () => {
    const shown = await uploadForPreview(neighbour, await own(81), { period: "2024-Q1" });
    const mapping = shown.mapping?.proposal ?? undefined;
    for (const change of [{ value: "A" }, { code: null, name: null }, { numerator: "C" }]) {
      const refused = await executeCommand(mapColumnsCommand, neighbour, {
        unit: "xa-a2",
        id: shown.id,
        mapping: { ...mapping, ...change },
      });
      expect(refused).toMatchObject({ ok: false, reason: "invalid", message: expect.stringMatching(/cột/) });
    }
  });
});

describe("one file for many communes", () => {
  const MANY = { act: "figure.import-many" as const };

  it("is written for all of them or for none", async () => {
    const { bytes } = await download(committee, "2024-Q1", MANY.act);
    const names: string[] = [];
    const half = await fillWorkbook(bytes, (workbook) => {
      names.push(...workbook.worksheets.map((sheet) => sheet.name));
      for (const [name, value] of [
        ["Xã A Một", 52],
        ["Xã A Hai", "một"],
      ] as const) {
        const sheet = workbook.getWorksheet(name) as ExcelJS.Worksheet;
        sheet.getCell(`F${findRow(sheet, "2.1")}`).value = value;
      }
    });
    expect(names).toEqual(["Hướng dẫn", "Xã A Hai", "Xã A Một"]);
    const bad = await uploadForPreview(committee, half, { ...MANY, period: "2024-Q1" });
    expect(bad).toMatchObject({ kind: "many", counts: { change: 1, error: 1 } });
    expect(bad.units.flatMap((unit) => unit.items.flatMap((item) => item.messages))).toEqual([
      expect.stringMatching(/^Ô F10 \(trang Xã A Hai\): “một” không phải là số/),
    ]);
    const before = await snapshot();
    expect(await commit(committee, bad)).toMatchObject({ ok: false, reason: "has-errors" });
    expect(await snapshot()).toBe(before);

    const good = await uploadForPreview(committee, await fill(half, { "2.1": 47 }, "Xã A Hai"), {
      ...MANY,
      period: "2024-Q1",
    });
    expect(await commit(committee, good)).toMatchObject({
      ok: true,
      value: {
        units: [
          { unitCode: "xa-a1", changed: 1 },
          { unitCode: "xa-a2", changed: 1 },
        ],
      },
    });
    for (const code of ["xa-a1", "xa-a2"] as const) {
      expect((await findSheet(code, "2024-Q1")).figures).toHaveLength(1);
      expect(
        await test.db.auditEvent.count({
          where: {
            act: "import",
            entity: "Submission",
            unitId: world.units[code],
            after: { path: ["period"], equals: "2024-Q1" },
          },
        }),
      ).toBe(1);
    }
  });

  it("leaves alone a commune that has sent its sheet, unless the file would change it", async () => {
    const before = await download(committee, "2024-Q1", MANY.act);
    const sheet = await findSheet("xa-a1", "2024-Q1");
    const sent = { status: "submitted" as const, submittedAt: new Date("2024-04-02T03:00:00Z") };
    await test.db.submission.update({ where: { id: sheet.id }, data: sent });
    const after = await download(committee, "2024-Q1", MANY.act);
    for (const file of [before, after]) {
      const shown = await uploadForPreview(committee, await fill(file.bytes, { "2.2": "Khá" }, "Xã A Hai"), {
        ...MANY,
        period: "2024-Q1",
      });
      expect(shown).toMatchObject({ counts: { change: 1, error: 0 }, stops: [] });
    }
    const touching = await uploadForPreview(
      committee,
      await fill(before.bytes, { "2.2": "Khá" }, "Xã A Một"),
      { ...MANY, period: "2024-Q1" },
    );
    expect(touching.stops).toEqual([expect.stringMatching(/^Xã A Một: Phiếu đã gửi lúc/)]);
    expect(await commit(committee, touching)).toMatchObject({ ok: false, reason: "locked" });
  });

  it("is not for a commune, nor beyond one's own tree", async () => {
    const { bytes } = await download(committee, "2024-Q1", MANY.act);
    expect(await authorizeUnit(editor, "huyen-a", "figure.import-many")).toBeNull();
    const outside = await makeSession(test.db, "btv.b");
    expect(await upload(outside, Buffer.from(bytes), { ...MANY, period: "2024-Q1" })).toMatchObject({
      ok: false,
      reason: "wrong-unit",
    });
    expect(
      await upload(committee, Buffer.from(bytes), { ...MANY, unit: "xa-a1", period: "2024-Q1" }),
    ).toMatchObject({
      ok: false,
      reason: "not-found",
    });
    // A commune may use its own sheet out of the file for all.
    expect(await upload(neighbour, Buffer.from(bytes), { period: "2024-Q1" })).toMatchObject({ ok: true });
  });
});
