import { describe, expect, it } from "vitest";
import { checkContainer } from "@/lib/imports/container";
import { MAX_FILE_BYTES } from "@/lib/imports/limits";
import { readWorkbook } from "@/lib/imports/read-workbook";
import { makeParts, makeWorkbook, makeZip } from "../../support/workbooks";

const ONE_CELL = '<sheetData><row r="1"><c r="A1"><v>71.5</v></c></row></sheetData>';
const SENTENCE = /^[A-ZĐ“].+\.$/u;

async function expectRefusal(bytes: Buffer, reason: string) {
  const start = performance.now();
  const answer = await readWorkbook(bytes);
  expect(answer).toMatchObject({ ok: false, reason, message: expect.stringMatching(SENTENCE) });
  // A refusal is quick: nothing is unpacked that need not be.
  expect(performance.now() - start).toBeLessThan(2000);
}

describe("what is no workbook", () => {
  it("reads the smallest one", async () => {
    expect(await readWorkbook(makeZip(makeParts(ONE_CELL)))).toEqual({
      ok: true,
      value: {
        sheets: [
          {
            name: "S",
            isHidden: false,
            rows: [{ number: 1, cells: { A: { kind: "number", value: "71.5" } } }],
          },
        ],
      },
    });
  });

  it.each<[string, string, () => Buffer]>([
    ["nothing", "empty-file", () => Buffer.alloc(0)],
    ["a text under a false name", "not-xlsx", () => Buffer.from("ma;so\n1.1;71,5\n")],
    [
      "a Word file",
      "not-xlsx",
      () =>
        makeZip([
          { name: "[Content_Types].xml", data: Buffer.from("<Types/>") },
          { name: "word/document.xml", data: Buffer.from("<w/>") },
        ]),
    ],
    [
      "an old .xls",
      "old-format",
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(600),
          Buffer.from("Workbook", "utf16le"),
        ]),
    ],
    [
      "a file with a password",
      "encrypted",
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(600),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
    ],
    [
      "an encrypted part",
      "encrypted",
      () => makeZip(makeParts(ONE_CELL).map((part) => ({ ...part, flags: 1 }))),
    ],
    [
      "macros",
      "macros",
      () => makeZip(makeParts(ONE_CELL, [{ name: "xl/vbaProject.bin", data: Buffer.from("x") }])),
    ],
    [
      "macros by type alone",
      "macros",
      () =>
        makeZip(
          makeParts(ONE_CELL).map((part) =>
            part.name === "[Content_Types].xml"
              ? {
                  ...part,
                  data: Buffer.from(
                    part.data
                      .toString()
                      .replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"),
                  ),
                }
              : part,
          ),
        ),
    ],
    [
      "old macro sheets",
      "macros",
      () => makeZip(makeParts(ONE_CELL, [{ name: "xl/macrosheets/sheet1.xml", data: Buffer.from("x") }])),
    ],
    ["a torn container", "broken", () => makeZip(makeParts(ONE_CELL)).subarray(0, 400)],
    [
      "a broken sheet",
      "broken",
      () => makeZip(makeParts("<sheetData><row r='1'><c r='A1'><v>1</c></row></sheetData>")),
    ],
    [
      "entities that grow",
      "broken",
      () =>
        makeZip(
          makeParts(ONE_CELL).map((part) =>
            part.name.endsWith("sheet1.xml")
              ? { ...part, data: Buffer.from(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${part.data}`) }
              : part,
          ),
        ),
    ],
    ["no cells at all", "empty-file", () => makeZip(makeParts("<sheetData/>"))],
    [
      "a large file",
      "too-large",
      () => Buffer.concat([makeZip(makeParts(ONE_CELL)), Buffer.alloc(MAX_FILE_BYTES)]),
    ],
    [
      "too many parts",
      "too-many-parts",
      () =>
        makeZip(
          makeParts(
            ONE_CELL,
            Array.from({ length: 2000 }, (_, i) => ({ name: `xl/media/i${i}.png`, data: Buffer.from("x") })),
          ),
        ),
    ],
  ])("%s is refused as %s", async (_what, reason, make) => {
    await expectRefusal(make(), reason);
  });
});

describe("bombs", () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024, "0");

  it("refuses a sheet of zeros by what its directory declares", async () => {
    await expectRefusal(makeZip(makeParts(`<sheetData>${zeros}</sheetData>`)), "bomb");
  });

  it("stops where a directory lies about the size", async () => {
    const parts = makeParts(`<sheetData>${zeros}</sheetData>`).map((part) =>
      part.name.endsWith("sheet1.xml") ? { ...part, declared: 4000 } : part,
    );
    await expectRefusal(makeZip(parts), "bomb");
  });

  it("refuses a bomb in a part that is never read", async () => {
    await expectRefusal(makeZip(makeParts(ONE_CELL, [{ name: "xl/media/image1.png", data: zeros }])), "bomb");
  });

  it("refuses 100,000 rows before any library sees them", async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    );
    await expectRefusal(makeZip(makeParts(`<sheetData>${rows.join("")}</sheetData>`)), "too-many-rows");
  });

  it("refuses rows without end in one row", async () => {
    const cells = Array.from({ length: 300_000 }, (_, i) => `<c r="A1"><v>${(i * 7919) % 100_003}</v></c>`);
    await expectRefusal(
      makeZip(makeParts(`<sheetData><row r="1">${cells.join("")}</row></sheetData>`)),
      "too-many-rows",
    );
  });

  it("is not held up by ranges over the whole sheet", async () => {
    const whole =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const start = performance.now();
    expect(await readWorkbook(makeZip(makeParts(ONE_CELL + whole)))).toMatchObject({ ok: true });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("cells", () => {
  it("says what each one is", async () => {
    const bytes = await makeWorkbook(
      {
        S: [
          [71.5, 0.1 + 0.2, 66.66666666666667, "1.200", true, new Date(Date.UTC(2024, 4, 1))],
          [
            { formula: "A1*2", result: 143 },
            { error: "#DIV/0!" },
            { richText: [{ text: "45," }, { text: "18" }] },
            "  ",
            0.715,
          ],
        ],
      },
      (workbook) => {
        const cell = workbook.getWorksheet("S")?.getCell("E2");
        if (cell) cell.numFmt = "0.0%";
      },
    );
    const read = await readWorkbook(bytes);
    expect(read.ok && read.value.sheets[0]?.rows.map((row) => row.cells)).toEqual([
      {
        A: { kind: "number", value: "71.5" },
        B: { kind: "number", value: "0.3" },
        C: { kind: "number", value: "66.666667" },
        D: { kind: "text", text: "1.200" },
        E: { kind: "yes-no", value: true },
        F: { kind: "date", text: "01/05/2024" },
      },
      {
        A: { kind: "formula" },
        B: { kind: "error", text: "#DIV/0!" },
        C: { kind: "text", text: "45,18" },
        E: { kind: "number", value: "71.5", percent: true },
      },
    ]);
  });

  it("keeps nothing but cells in what the library is given", async () => {
    const checked = await checkContainer(
      makeZip(
        makeParts(ONE_CELL, [{ name: "xl/externalLinks/externalLink1.xml", data: Buffer.from("<x/>") }]),
      ),
    );
    expect(checked.ok && checked.value.includes("externalLink")).toBe(false);
  });
});
