import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "@/lib/entry/draft";
import { listFields } from "@/lib/entry/fields";
import { guessReading, isBlock, planPaste, readBlock, toDraft } from "@/lib/entry/paste";
import { GRADE, INCOME, PERCENT, RATIO, SMALL_SET, SWITCH } from "./small-sheet";

const fields = listFields(SMALL_SET);

function plan(text: string, startId: number = PERCENT.id, drafts: Record<number, string> = {}) {
  const block = readBlock(text);
  const start = fields.findIndex(({ indicator }) => indicator.id === startId);
  const reading = guessReading(block, fields, start);
  const made = planPaste(block, reading, {
    fields,
    start,
    exemptions: {},
    draftOf: (id) => ({ ...EMPTY_DRAFT, text: drafts[id] ?? "" }),
  });
  return { reading, ...made, byCode: Object.fromEntries(made.lines.map((l) => [l.field.indicator.id, l])) };
}

describe("readBlock", () => {
  it("reads tabs, line ends of every machine and quoted cells", () => {
    expect(readBlock('1\t2\r\n"a\tb"\t"c ""d"""\r\n')).toEqual([
      ["1", "2"],
      ["a b", 'c "d"'],
    ]);
    expect(readBlock("77,1\n\n80")).toEqual([["77,1"], [""], ["80"]]);
  });

  it("gives back any block that was written as a sheet writes it", () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/\s+/g, " ").trim());
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        const text = `${rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join("\t")).join("\n")}\n`;
        expect(readBlock(text)).toEqual(rows);
      }),
    );
  });

  it("leaves a single cell to the input", () => {
    expect(isBlock("77,1\r\n")).toBe(false);
    expect(isBlock("77,1\n80")).toBe(true);
    expect(isBlock("1\t2")).toBe(true);
  });
});

describe("toDraft", () => {
  it("reads yes and no, words of a scale without accents, and a ratio in one cell", () => {
    expect(toDraft(SWITCH, "ĐẠT")).toMatchObject({ ok: true, draft: { choice: true } });
    expect(toDraft(SWITCH, "chưa đạt")).toMatchObject({ ok: true, draft: { choice: false } });
    expect(toDraft(SWITCH, "77")).toMatchObject({ ok: false });
    expect(toDraft(GRADE, "kha")).toMatchObject({ ok: true, draft: { grade: "Khá" } });
    expect(toDraft(RATIO, "95/100")).toMatchObject({
      ok: true,
      draft: { numerator: "95", denominator: "100" },
    });
  });
});

describe("a pasted column", () => {
  it("goes down from the cell it was pasted into, and empty cells leave what stands", () => {
    const { reading, byCode, emptyRows } = plan("77,1\n\nĐạt\n58,2\nKhá");
    expect(reading).toMatchObject({ codeColumn: null, skipsFirst: false });
    expect(byCode[PERCENT.id]?.outcome).toMatchObject({ kind: "write", draft: { text: "77,1" } });
    expect(byCode[RATIO.id]).toBeUndefined();
    expect(byCode[SWITCH.id]?.outcome).toMatchObject({ kind: "write", draft: { choice: true } });
    expect(byCode[INCOME.id]?.outcome).toMatchObject({ kind: "write", draft: { text: "58,2" } });
    expect(byCode[GRADE.id]?.outcome).toMatchObject({ kind: "write", draft: { grade: "Khá" } });
    expect(emptyRows).toBe(1);
  });

  it("passes over a heading", () => {
    const { reading, byCode } = plan("Thực hiện\n77,1\n80\nĐạt");
    expect(reading.skipsFirst).toBe(true);
    expect(byCode[PERCENT.id]?.text).toBe("77,1");
  });

  it("refuses with a reason, asks about what can be read two ways, knows what is there already", () => {
    const { byCode } = plan("140\n80\nĐạt\n1.200", PERCENT.id, { [RATIO.id]: "80" });
    expect(byCode[PERCENT.id]?.outcome).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("0 đến 100"),
    });
    expect(byCode[RATIO.id]?.outcome).toEqual({ kind: "same" });
    const question = byCode[INCOME.id]?.outcome;
    if (question?.kind !== "question") throw new Error("no question");
    expect(question.candidates).toEqual(["1.2", "1200"]);
    expect(question.make("1,2")).toMatchObject({ text: "1,2" });
  });

  it("says which rows are beyond the end", () => {
    const { lines, strays } = plan("1\n2\n3", 62);
    expect(lines).toHaveLength(1);
    expect(strays.map(({ reason }) => reason)).toEqual([
      "quá dòng cuối của phiếu",
      "quá dòng cuối của phiếu",
    ]);
  });
});

describe("a pasted block", () => {
  it("finds the codes, whatever row it was pasted into, and the column with the figures", () => {
    const { reading, byCode, strays } = plan(
      "Mã\tChỉ tiêu\tNăm trước\tNăm nay\n1.1\tMột\tx\t77,1\n1.3\tBa\t\tchưa đạt\n9.9\tLạ\t\t5\n1.6.2\tPhần\t\t44",
      62,
    );
    expect(reading.codeColumn).toBe(0);
    expect(reading.source).toEqual({ kind: "value", column: 3 });
    expect(byCode[PERCENT.id]?.text).toBe("77,1");
    expect(byCode[SWITCH.id]?.outcome).toMatchObject({ kind: "write", draft: { choice: false } });
    expect(byCode[62]?.text).toBe("44");
    expect(strays.map(({ reason }) => reason)).toEqual(["không có mã này", "không có mã này"]);
  });

  it("takes a code that the sheet has turned into a number", () => {
    expect(plan("1,1\t77,1\n1,2\t80").byCode[PERCENT.id]?.text).toBe("77,1");
  });

  it("does not write one indicator twice", () => {
    const block = readBlock("1.1\t5\n1.1\t6");
    const made = planPaste(
      block,
      { codeColumn: 0, source: { kind: "value", column: 1 }, skipsFirst: false },
      { fields, start: 0, exemptions: {}, draftOf: () => undefined },
    );
    expect(made.lines.map(({ text }) => text)).toEqual(["5"]);
    expect(made.strays).toHaveLength(1);
  });

  it("reads numerator and denominator from two columns when told so", () => {
    const block = readBlock("95\t100");
    const made = planPaste(
      block,
      { codeColumn: null, source: { kind: "ratio", numerator: 0, denominator: 1 }, skipsFirst: false },
      { fields, start: 1, exemptions: {}, draftOf: () => undefined },
    );
    expect(made.lines[0]?.outcome).toMatchObject({
      kind: "write",
      draft: { numerator: "95", denominator: "100" },
    });
  });

  it("never writes what the cell would refuse, whatever is pasted", () => {
    const texts = fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 4 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: fields.length - 1 }), (block, start) => {
        const reading = guessReading(block, fields, start);
        const made = planPaste(block, reading, { fields, start, exemptions: {}, draftOf: () => undefined });
        const ids = made.lines.map(({ field }) => field.indicator.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
