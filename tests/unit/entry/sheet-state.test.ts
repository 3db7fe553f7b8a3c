import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, isSameDraft, makeBase } from "@/lib/entry/draft";
import {
  type Cell,
  isChanged,
  isUnsaved,
  makeCell,
  reduceSheet,
  type SheetEvent,
  type SheetState,
  summarizeSaving,
} from "@/lib/entry/sheet-state";
import { makeFigure, PERCENT } from "./small-sheet";

const ID = PERCENT.id;
const draft = (text: string) => ({ ...EMPTY_DRAFT, text });
const base = (value: string | null, version: number) =>
  makeBase(PERCENT, value === null ? null : makeFigure(ID, { value, version }));

function open(cell: Cell = makeCell(base(null, 0))): SheetState {
  return { cells: { [ID]: cell }, lastSavedId: null, lastSavedAt: null, resent: 0, stopped: null };
}
function run(state: SheetState, ...events: SheetEvent[]): SheetState {
  return events.reduce(reduceSheet, state);
}
function cellOf(state: SheetState): Cell {
  const cell = state.cells[ID];
  if (!cell) throw new Error("no cell");
  return cell;
}
const type = (text: string): SheetEvent => ({ type: "typed", id: ID, draft: draft(text) });
const commit: SheetEvent = { type: "committed", id: ID, problem: null };
const saved = (value: string, version: number): SheetEvent => ({
  type: "saved",
  id: ID,
  base: base(value, version),
  at: "2024-12-20T03:42:00Z",
});

describe("reduceSheet", () => {
  it("goes from typing over saving to saved, and is quiet about it afterwards", () => {
    let state = run(open(), type("78,6"));
    expect(cellOf(state).status.kind).toBe("editing");
    state = run(state, commit);
    expect(cellOf(state)).toMatchObject({ status: { kind: "saving" }, sending: { draft: { text: "78,6" } } });
    state = run(state, saved("78.6", 1));
    expect(cellOf(state)).toMatchObject({ status: { kind: "saved" }, sending: null });
    expect(state.lastSavedId).toBe(ID);
    expect(isUnsaved(cellOf(state))).toBe(false);
  });

  it("does not save what has not changed", () => {
    const state = run(open(makeCell(base("5", 3))), type("6"), type("5"), commit);
    expect(cellOf(state)).toMatchObject({ status: { kind: "quiet" }, sending: null });
  });

  it("keeps the refused value in the field and clears the refusal with the next key", () => {
    let state = run(open(), type("140"), {
      type: "committed",
      id: ID,
      problem: { kind: "refused", part: "value", message: "Tỷ lệ phải từ 0 đến 100. Anh/chị ghi 140." },
    });
    expect(cellOf(state)).toMatchObject({
      draft: { text: "140" },
      status: { kind: "refused" },
      sending: null,
    });
    expect(isUnsaved(cellOf(state))).toBe(true);
    state = run(state, type("14"));
    expect(cellOf(state).status.kind).toBe("editing");
  });

  it("keeps what is typed while a save is under way, and sends it after", () => {
    let state = run(open(), type("7"), commit, type("78"), commit);
    expect(cellOf(state)).toMatchObject({ isQueued: true, sending: { draft: { text: "7" } } });
    state = run(state, saved("7", 1));
    expect(cellOf(state)).toMatchObject({ draft: { text: "78" }, isQueued: true, sending: null });
    expect(isChanged(cellOf(state))).toBe(true);
    state = run(state, commit);
    expect(cellOf(state)).toMatchObject({ sending: { draft: { text: "78" } }, base: { version: 1 } });
  });

  it("shows both values of a conflict until one is chosen", () => {
    const collided: SheetEvent = {
      type: "collided",
      id: ID,
      base: base("71", 5),
      current: makeFigure(ID, { value: "71", version: 5 }),
    };
    const state = run(open(makeCell(base("60", 4))), type("68,5"), commit, collided);
    expect(cellOf(state)).toMatchObject({ draft: { text: "68,5" }, status: { kind: "conflict" } });
    expect(run(state, commit)).toBe(state);
    const mine = run(state, { type: "kept-mine", id: ID });
    expect(cellOf(mine)).toMatchObject({ sending: { draft: { text: "68,5" } }, base: { version: 5 } });
    const theirs = run(state, { type: "took-theirs", id: ID });
    expect(cellOf(theirs)).toMatchObject({ draft: { text: "71" }, status: { kind: "quiet" } });
  });

  it("sees no conflict where both wrote the same, as after an answer that was lost", () => {
    const state = run(open(), type("71"), commit, { type: "lost", id: ID }, commit, {
      type: "collided",
      id: ID,
      base: base("71", 1),
      current: makeFigure(ID, { value: "71" }),
    });
    expect(cellOf(state)).toMatchObject({ status: { kind: "quiet" }, base: { version: 1 } });
  });

  it("waits for the line without losing the value", () => {
    const state = run(open(), type("50"), commit, { type: "lost", id: ID });
    expect(cellOf(state)).toMatchObject({ draft: { text: "50" }, status: { kind: "waiting", attempts: 1 } });
    expect(summarizeSaving(state)).toMatchObject({ waiting: 1, unsaved: 1 });
  });

  it("takes back to the saved value on Escape", () => {
    const state = run(open(makeCell(base("5", 1))), type("9"), { type: "restored", id: ID });
    expect(cellOf(state)).toMatchObject({ draft: { text: "5" }, status: { kind: "quiet" } });
  });

  it("never drops what was typed last, whatever the server and the line do", () => {
    const event: fc.Arbitrary<SheetEvent> = fc.oneof(
      fc.constantFrom("1", "22", "33,5", "abc", "140", "").map(type),
      fc.constant(commit),
      fc.constant<SheetEvent>({
        type: "committed",
        id: ID,
        problem: { kind: "refused", part: "value", message: "sai" },
      }),
      fc.constant<SheetEvent>({ type: "lost", id: ID }),
      fc.constant<SheetEvent>({
        type: "declined",
        id: ID,
        problem: { kind: "refused", part: "value", message: "sai" },
      }),
      fc.constant<SheetEvent>({ type: "stopped", id: ID, reason: "locked", message: "khóa" }),
      fc.integer({ min: 0, max: 99 }).map(
        (value): SheetEvent => ({
          type: "collided",
          id: ID,
          base: base(String(value), 9),
          current: makeFigure(ID, { value: String(value) }),
        }),
      ),
      fc.constant<SheetEvent>({ type: "kept-mine", id: ID }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let state = open();
        let last = EMPTY_DRAFT;
        for (const one of events) {
          if (one.type === "typed") last = one.draft;
          state = reduceSheet(state, one);
          expect(isSameDraft(cellOf(state).draft, last)).toBe(true);
          // Whatever differs from the server is said to be unsaved.
          if (isChanged(cellOf(state))) expect(summarizeSaving(state).unsaved).toBe(1);
          if (cellOf(state).status.kind === "quiet") expect(isChanged(cellOf(state))).toBe(false);
        }
      }),
    );
  });
});
