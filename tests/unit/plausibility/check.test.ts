import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSheet, fillMessage, listBlocking } from "@/lib/plausibility/check";
import { plausibilityFileSchema } from "@/lib/plausibility/schema";
import type { PlausibilityGround, PlausibilityRule, SheetFigures } from "@/lib/plausibility/types";
import type { FigureInput } from "@/lib/scoring/types";
import { GRADE, INCOME, LIMBS, makeFigure, PERCENT, RATIO, SMALL_SET, SWITCH } from "../entry/small-sheet";

function check(
  rules: PlausibilityRule[],
  sheet: Partial<SheetFigures>,
  over: Partial<PlausibilityGround> = {},
) {
  return checkSheet(
    SMALL_SET,
    {},
    { figures: {}, previous: {}, notes: {}, ...sheet },
    { rules, peers: {}, previousLabel: "quý III/2024", ...over },
  );
}
const value = (indicator: { id: number }, text: string): Record<number, FigureInput> => ({
  [indicator.id]: makeFigure(indicator.id, { value: text }),
});
const rule = (body: object, severity: "error" | "warning" = "warning", message = "{change}") =>
  ({ code: "r", severity, message, ...body }) as PlausibilityRule;

describe("compare", () => {
  const body = {
    kind: "compare",
    left: { indicator: PERCENT.code, part: "value" },
    op: "lte",
    right: { indicator: RATIO.code, part: "value" },
  };
  const part = rule(body, "error", "{leftCode} ({left}) lớn hơn {rightCode} ({right})");

  it("speaks only when both are there and the order is broken", () => {
    expect(check([part], { figures: value(PERCENT, "80") })).toEqual([]);
    expect(check([part], { figures: { ...value(PERCENT, "80"), ...value(RATIO, "80") } })).toEqual([]);
    expect(check([part], { figures: { ...value(PERCENT, "80.5"), ...value(RATIO, "80") } })).toEqual([
      {
        rule: "r",
        severity: "error",
        indicatorId: PERCENT.id,
        code: "1.1",
        message: "1.1 (80,5 %) lớn hơn 1.2 (80 %)",
        isExplained: false,
      },
    ]);
  });

  it("is exact where binary fractions are not, and agrees with plain integers everywhere", () => {
    expect(check([part], { figures: { ...value(PERCENT, "0.3"), ...value(RATIO, "0.30") } })).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
        const figures = { ...value(PERCENT, String(a / 100)), ...value(RATIO, String(b / 100)) };
        expect(check([part], { figures }).length).toBe(a > b ? 1 : 0);
      }),
    );
  });

  it("leaves out what does not apply", () => {
    const figures = { ...value(PERCENT, "90"), ...value(RATIO, "80") };
    const ground = { rules: [part], peers: {}, previousLabel: "" };
    const exempt = { [RATIO.id]: { reason: "x", documentText: "y" } };
    expect(checkSheet(SMALL_SET, exempt, { figures, previous: {}, notes: {} }, ground)).toEqual([]);
  });
});

describe("sum of parts", () => {
  const [a, b] = LIMBS.limbs;
  const sum = rule(
    {
      kind: "sum",
      parts: [
        { indicator: "1.6.1", part: "value" },
        { indicator: "1.6.2", part: "value" },
      ],
      op: "eq",
      whole: { indicator: PERCENT.code, part: "value" },
      tolerance: "0.1",
    },
    "error",
    "{sum} khác {whole}",
  );

  it("allows for rounding and waits for every part", () => {
    if (!a || !b) throw new Error("no limbs");
    const parts = { ...value(a, "33.3"), ...value(b, "66.6") };
    expect(check([sum], { figures: { ...parts, ...value(PERCENT, "100") } })).toEqual([]);
    expect(check([sum], { figures: { ...parts, ...value(PERCENT, "95") } })).toMatchObject([
      { indicatorId: PERCENT.id, message: "99,9 khác 95" },
    ]);
    expect(check([sum], { figures: { ...value(a, "33.3"), ...value(PERCENT, "95") } })).toEqual([]);
  });
});

describe("jump", () => {
  const points = rule({ kind: "jump", select: { kinds: ["percent"] }, mode: "points", limit: "20" });
  const relative = rule({ kind: "jump", select: { kinds: ["number"] }, mode: "relative", limit: "30" });

  it("measures percentages in points and says which way", () => {
    expect(check([points], { figures: value(PERCENT, "80"), previous: value(PERCENT, "60") })).toEqual([]);
    expect(
      check([points], { figures: value(PERCENT, "82.4"), previous: value(PERCENT, "60") }),
    ).toMatchObject([{ message: "Tăng 22,4 điểm %" }]);
    expect(check([points], { figures: value(PERCENT, "30"), previous: value(PERCENT, "60") })).toMatchObject([
      { message: "Giảm 30 điểm %" },
    ]);
  });

  it("measures numbers against themselves, and nothing against zero", () => {
    expect(check([relative], { figures: value(INCOME, "71.5"), previous: value(INCOME, "55") })).toEqual([]);
    expect(check([relative], { figures: value(INCOME, "71.6"), previous: value(INCOME, "55") })).toHaveLength(
      1,
    );
    expect(check([relative], { figures: value(INCOME, "5"), previous: value(INCOME, "0") })).toEqual([]);
    expect(check([relative], { figures: value(INCOME, "5") })).toEqual([]);
  });
});

describe("outlier", () => {
  const outlier = rule(
    { kind: "outlier", select: { kinds: ["percent"] }, k: "6", minSpread: "5", minPeers: 8 },
    "warning",
    "{count} xã, số giữa {median}",
  );
  const peers = (spread: string, count = 24) => ({
    peers: { [PERCENT.id]: { median: "90", spread, count } },
  });

  it("needs enough communes and takes the spread for no less than its floor", () => {
    expect(check([outlier], { figures: value(PERCENT, "60") }, peers("0"))).toEqual([]);
    expect(check([outlier], { figures: value(PERCENT, "59.9") }, peers("0"))).toMatchObject([
      { message: "24 xã, số giữa 90 %" },
    ]);
    expect(check([outlier], { figures: value(PERCENT, "50") }, peers("10"))).toEqual([]);
    expect(check([outlier], { figures: value(PERCENT, "5") }, peers("0", 7))).toEqual([]);
  });
});

describe("a reason asked for", () => {
  const note = rule(
    { kind: "note", select: { kinds: ["boolean", "grade"] }, when: "dropped" },
    "warning",
    "{previous} → {value}",
  );
  const yes = { [SWITCH.id]: makeFigure(SWITCH.id, { booleanValue: true }) };
  const no = { [SWITCH.id]: makeFigure(SWITCH.id, { booleanValue: false }) };
  const grade = (word: string) => ({ [GRADE.id]: makeFigure(GRADE.id, { gradeValue: word }) });

  it("is for what fell, not for what rose", () => {
    expect(check([note], { figures: no, previous: yes })).toMatchObject([{ message: "Đạt → Chưa đạt" }]);
    expect(check([note], { figures: yes, previous: no })).toEqual([]);
    expect(check([note], { figures: grade("Trung bình"), previous: grade("Khá") })).toHaveLength(1);
    expect(check([note], { figures: grade("Tốt"), previous: grade("Khá") })).toEqual([]);
  });

  it("is satisfied by a note; an error is not", () => {
    const explained = check([note], { figures: no, previous: yes, notes: { [SWITCH.id]: "đang sửa" } });
    expect(explained).toMatchObject([{ isExplained: true }]);
    expect(listBlocking(explained)).toEqual([]);
    const blank = check([note], { figures: no, previous: yes, notes: { [SWITCH.id]: "  " } });
    expect(listBlocking(blank)).toHaveLength(1);
    const error = check([{ ...note, severity: "error" }], {
      figures: no,
      previous: yes,
      notes: { [SWITCH.id]: "đang sửa" },
    });
    expect(listBlocking(error)).toHaveLength(1);
  });

  it("is asked once for one figure however many rules doubt it", () => {
    const twice = [note, { ...note, code: "s" }];
    expect(check(twice, { figures: no, previous: yes })).toHaveLength(1);
  });
});

describe("the files", () => {
  const folder = path.resolve(__dirname, "../../../prisma/data/plausibility");
  const files = readdirSync(folder);

  it.each(files)("%s holds rules whose sentences have every slot filled", (name) => {
    const file = plausibilityFileSchema.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
    const slots: Record<string, string[]> = {
      compare: ["left", "right", "leftCode", "rightCode"],
      sum: ["sum", "whole", "wholeCode"],
      jump: ["change", "value", "previous", "previousLabel"],
      outlier: ["value", "median", "count", "previousLabel"],
      note: ["value", "previous", "previousLabel"],
    };
    for (const { message, body, severity } of file.rules) {
      const filled = fillMessage(
        message,
        Object.fromEntries((slots[body.kind] ?? []).map((slot) => [slot, "x"])),
      );
      expect(filled).not.toMatch(/[{}]/);
      if (severity === "warning") expect(message).toContain("ghi lý do");
    }
    expect(new Set(file.rules.map(({ code }) => code)).size).toBe(file.rules.length);
  });
});
