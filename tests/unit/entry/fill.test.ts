import { describe, expect, it } from "vitest";
import { findCarry, listCarries } from "@/lib/entry/carry-forward";
import { EMPTY_DRAFT } from "@/lib/entry/draft";
import { filterRows } from "@/lib/entry/rows";
import { createSheetStore, type OpenSheet } from "@/lib/entry/sheet-store";
import type { SavedFigures, SaveFiguresInput, SaveFiguresResult } from "@/lib/submissions/entry-types";
import { GRADE, INCOME, makeFigure, makeSheet, PERCENT, RATIO, SWITCH } from "./small-sheet";

const text = (value: string) => ({ ...EMPTY_DRAFT, text: value });
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function open(over: Partial<OpenSheet> = {}) {
  const batches: SaveFiguresInput[] = [];
  let answer = async (input: SaveFiguresInput): Promise<SaveFiguresResult> => ({
    ok: true,
    value: {
      totals: null,
      savedAt: "2024-12-20T03:42:00.000Z",
      cells: input.cells.map(({ indicatorId, entry, expectedVersion }): SavedFigures["cells"][number] => ({
        indicatorId,
        outcome: {
          ok: true,
          figure: makeFigure(indicatorId, {
            version: expectedVersion + 1,
            value: entry.kind === "value" ? entry.text.replace(",", ".") : null,
            booleanValue: entry.kind === "boolean" ? entry.value : null,
          }),
        },
      })),
    },
  });
  const store = createSheetStore(makeSheet(over), {
    save: () => Promise.reject(new Error("one by one")),
    saveMany(input) {
      batches.push(input);
      return answer(input);
    },
    schedule: () => () => {},
  });
  return {
    store,
    batches,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    cell(id: number) {
      const cell = store.getView().state.cells[id];
      if (!cell) throw new Error(`no cell ${id}`);
      return cell;
    },
  };
}

describe("filling many cells", () => {
  it("sends them in one request and takes them back in one", async () => {
    const { store, batches, cell } = open();
    store.fill("paste", [
      { id: PERCENT.id, draft: text("77,1") },
      { id: INCOME.id, draft: text("58,2") },
    ]);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ via: "paste", cells: [{ indicatorId: 1 }, { indicatorId: 4 }] });
    await settle();
    expect(cell(PERCENT.id).status.kind).toBe("saved");
    expect(store.getView().lastFill?.written).toHaveLength(2);
    store.type(INCOME.id, text("60"));
    store.undoFill();
    await settle();
    expect(cell(PERCENT.id).draft.text).toBe("");
    // Typed since: that is nobody's to take back.
    expect(cell(INCOME.id).draft.text).toBe("60");
    expect(store.getView().lastFill).toBeNull();
  });

  it("shows the refusal of one cell and keeps the rest", async () => {
    const { store, answerWith, cell } = open();
    answerWith(async (input) => ({
      ok: true,
      value: {
        totals: null,
        savedAt: "2024-12-20T03:42:00.000Z",
        cells: input.cells.map(({ indicatorId }) => ({
          indicatorId,
          outcome:
            indicatorId === PERCENT.id
              ? {
                  ok: false as const,
                  reason: "conflict" as const,
                  message: "Xung đột",
                  current: makeFigure(PERCENT.id, { value: "71", version: 3 }),
                }
              : { ok: true as const, figure: makeFigure(indicatorId, { value: "58.2" }) },
        })),
      },
    }));
    store.fill("paste", [
      { id: PERCENT.id, draft: text("77,1") },
      { id: INCOME.id, draft: text("58,2") },
    ]);
    await settle();
    expect(cell(PERCENT.id).status).toMatchObject({ kind: "conflict", current: { value: "71" } });
    expect(cell(INCOME.id).status.kind).toBe("saved");
  });

  it("keeps every cell when the line is lost, and sends them together when it is back", async () => {
    const { store, batches, answerWith, cell } = open();
    answerWith(() => Promise.reject(new Error("no line")));
    store.fill("carry", [
      { id: PERCENT.id, draft: text("77,1") },
      { id: INCOME.id, draft: text("58,2") },
    ]);
    await settle();
    expect(store.getView().saving).toMatchObject({ waiting: 2, held: 2, unsaved: 2 });
    answerWith(async (input) => ({
      ok: true,
      value: {
        totals: null,
        savedAt: "2024-12-20T03:58:00.000Z",
        cells: input.cells.map(({ indicatorId }) => ({
          indicatorId,
          outcome: { ok: true as const, figure: makeFigure(indicatorId, { value: "5" }) },
        })),
      },
    }));
    store.retryNow();
    await settle();
    expect(batches).toHaveLength(2);
    expect(store.getView().saving).toMatchObject({ waiting: 0, held: 0, unsaved: 0 });
    expect(store.getView().state.resent).toBe(2);
    expect(cell(PERCENT.id).attempts).toBe(0);
  });
});

describe("carrying forward", () => {
  const previous = {
    period: "2024-Q3",
    totals: null,
    status: null,
    figures: {
      [PERCENT.id]: makeFigure(PERCENT.id, { value: "77.1" }),
      [RATIO.id]: makeFigure(RATIO.id, { value: "50", numerator: "50", denominator: "100" }),
      [SWITCH.id]: makeFigure(SWITCH.id, { booleanValue: true }),
      [INCOME.id]: makeFigure(INCOME.id, { value: "55" }),
      // The scale has no such word any more.
      [GRADE.id]: makeFigure(GRADE.id, { gradeValue: "Giỏi" }),
    },
  };

  it("offers last period's figures for empty cells that still take them", () => {
    const { store } = open({ previous, figures: { [PERCENT.id]: makeFigure(PERCENT.id, { value: "80" }) } });
    const ids = (criterion: number | null) =>
      listCarries(store.sheet, store.getView(), criterion).map(({ id }) => id);
    expect(ids(null)).toEqual([RATIO.id, SWITCH.id, INCOME.id]);
    expect(ids(2)).toEqual([INCOME.id]);
    expect(findCarry(store.sheet, store.getView(), PERCENT.id)).toMatchObject({ draft: { text: "77,1" } });
    store.type(PERCENT.id, text("77,1"));
    expect(findCarry(store.sheet, store.getView(), PERCENT.id)).toBeNull();
  });

  it("does not offer them for what does not apply", () => {
    const { store } = open({
      previous,
      exemptions: { [INCOME.id]: { reason: "không có", documentText: "CV 1" } },
    });
    expect(listCarries(store.sheet, store.getView(), 2)).toEqual([]);
  });

  it("lets a filter show what differs from last period and what has a note", () => {
    const { store } = open({
      previous,
      figures: {
        [PERCENT.id]: makeFigure(PERCENT.id, { value: "77.1", note: "theo báo cáo" }),
        [INCOME.id]: makeFigure(INCOME.id, { value: "58" }),
      },
    });
    expect([...(filterRows(store.sheet, store.getView(), "changed") ?? [])]).toEqual([INCOME.id]);
    expect([...(filterRows(store.sheet, store.getView(), "remarks") ?? [])]).toEqual([PERCENT.id]);
  });
});
