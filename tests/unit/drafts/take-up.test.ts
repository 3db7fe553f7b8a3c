import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "@/lib/entry/draft";
import type { KeptCell } from "@/lib/entry/kept-cells";
import { createSheetStore, type OpenSheet, type SheetStore } from "@/lib/entry/sheet-store";
import type { SaveFigureInput } from "@/lib/submissions/entry-types";
import { INCOME, makeFigure, makeSheet, PERCENT } from "../entry/small-sheet";

const text = (value: string) => ({ ...EMPTY_DRAFT, text: value });
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A tab of the browser: what it keeps outlives it. */
function openTab(disk: Map<number, KeptCell>, over: Partial<OpenSheet> = {}, isOnline = false) {
  const calls: SaveFigureInput[] = [];
  const store = createSheetStore(makeSheet(over), {
    async save(input) {
      calls.push(input);
      if (!isOnline) throw new Error("no line");
      const value = input.entry.kind === "value" ? input.entry.text.replace(",", ".") : null;
      return {
        ok: true,
        value: {
          submissionId: 1,
          figure: makeFigure(input.indicatorId, { value, version: input.expectedVersion + 1 }),
          criterion: { criterionId: 1 } as never,
          totals: { met: 0, unmet: 0, missing: 0, exempt: 0, undefinedThreshold: 0, total: 0 },
          enteredCount: 0,
          indicatorCount: 0,
          savedAt: "2024-12-20T03:42:00.000Z",
        },
      };
    },
    saveMany: () => Promise.reject(new Error("no line")),
    schedule: () => () => {},
    keep(changes) {
      for (const [id, kept] of changes) {
        if (kept) disk.set(id, structuredClone(kept));
        else disk.delete(id);
      }
    },
  });
  store.takeUpKept([...disk.values()]);
  return { store, calls };
}

const cellOf = (store: SheetStore, id: number) => {
  const cell = store.getView().state.cells[id];
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};

describe("a tab that ends", () => {
  it("loses nothing: what was left is sent by the next, what was being typed waits for its writer", async () => {
    const disk = new Map<number, KeptCell>();
    const first = openTab(disk);
    first.store.type(PERCENT.id, text("77,1"));
    first.store.commit(PERCENT.id);
    first.store.type(INCOME.id, text("58"));
    await settle();
    expect(disk.size).toBe(2);

    const second = openTab(disk, {}, true);
    expect(second.store.getView().recovered).toBe(2);
    expect(cellOf(second.store, INCOME.id)).toMatchObject({
      draft: { text: "58" },
      status: { kind: "editing" },
    });
    await settle();
    expect(second.calls.map(({ indicatorId }) => indicatorId)).toEqual([PERCENT.id]);
    expect(cellOf(second.store, PERCENT.id).status.kind).toBe("saved");
    expect(disk.get(PERCENT.id)?.unsent).toBeNull();
  });

  it("asks when somebody else wrote the cell meanwhile", () => {
    const disk = new Map<number, KeptCell>();
    openTab(disk).store.type(PERCENT.id, text("77,1"));
    const figures = { [PERCENT.id]: makeFigure(PERCENT.id, { value: "71", version: 3 }) };
    const { store, calls } = openTab(disk, { figures });
    expect(cellOf(store, PERCENT.id).status).toMatchObject({ kind: "conflict", current: { value: "71" } });
    expect(calls).toEqual([]);
    store.takeTheirs(PERCENT.id);
    expect(disk.size).toBe(0);
  });

  it("shows what the server answered even when the page itself is older", async () => {
    const disk = new Map<number, KeptCell>();
    const first = openTab(disk, {}, true);
    first.store.type(PERCENT.id, text("77,1"));
    first.store.commit(PERCENT.id);
    await settle();
    // The page opens without a line, as it was kept before the save.
    const second = openTab(disk);
    expect(cellOf(second.store, PERCENT.id)).toMatchObject({
      draft: { text: "77,1" },
      base: { version: 1 },
      status: { kind: "quiet" },
    });
    expect(second.store.getView().score.enteredCount).toBe(1);
    // A page made after the save says it all.
    openTab(disk, { figures: { [PERCENT.id]: makeFigure(PERCENT.id, { value: "77.1" }) } });
    expect(disk.size).toBe(0);
  });

  it("is told apart on a locked sheet and goes only when asked", () => {
    const disk = new Map<number, KeptCell>();
    openTab(disk).store.type(PERCENT.id, text("77,1"));
    const { store } = openTab(disk, { lock: { reason: "submitted", message: "Phiếu đã gửi." } });
    expect(store.getView().stranded).toEqual([{ id: PERCENT.id, draft: text("77,1") }]);
    expect(disk.size).toBe(1);
    store.dropStranded();
    expect(disk.size).toBe(0);
  });

  it("loses no key, whatever is typed, left, taken back or tried again", async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant("type" as const), text: fc.integer({ min: 0, max: 100 }).map(String) }),
      fc.record({ kind: fc.constantFrom("commit" as const, "restore" as const, "retry" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        const disk = new Map<number, KeptCell>();
        const { store } = openTab(disk);
        for (const one of actions) {
          if (one.kind === "type") store.type(PERCENT.id, text(one.text));
          else if (one.kind === "commit") store.commit(PERCENT.id);
          else if (one.kind === "restore") store.restore(PERCENT.id);
          else store.retryNow();
          // The crash may come at any moment: what is on disk is what is on the screen.
          const shown = cellOf(store, PERCENT.id).draft.text;
          expect(disk.get(PERCENT.id)?.unsent?.draft.text ?? "").toBe(shown);
        }
        await settle();
      }),
    );
  });
});
