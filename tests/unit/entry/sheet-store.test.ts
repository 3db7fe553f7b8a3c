import { describe, expect, it } from "vitest";
import { findLeftStore, nameSheet, readCarried, rememberSheet } from "@/lib/entry/carry-over";
import { EMPTY_DRAFT } from "@/lib/entry/draft";
import { filterRows } from "@/lib/entry/rows";
import { createSheetStore, type OpenSheet } from "@/lib/entry/sheet-store";
import { scoreUnit } from "@/lib/scoring/score";
import type {
  SavedFigures,
  SaveFigureInput,
  SaveFigureResult,
  SaveFiguresInput,
} from "@/lib/submissions/entry-types";
import {
  GRADE,
  INCOME,
  LIMBS,
  makeFigure,
  makeSheet,
  PERCENT,
  RATIO,
  SMALL_SET,
  SWITCH,
} from "./small-sheet";

const draft = (text: string) => ({ ...EMPTY_DRAFT, text });

/** A server in memory: answers in order, or as the test says. */
function openStore(over: Partial<OpenSheet> = {}) {
  const calls: SaveFigureInput[] = [];
  const batches: SaveFiguresInput[] = [];
  const timers: { run: () => void; milliseconds: number; isOff: boolean }[] = [];
  let answer: (input: SaveFigureInput) => Promise<SaveFigureResult> = async (input) => accept(input);
  const store = createSheetStore(makeSheet(over), {
    save(input) {
      calls.push(input);
      return answer(input);
    },
    async saveMany(input) {
      batches.push(input);
      const cells: SavedFigures["cells"] = [];
      for (const cell of input.cells) {
        const { unit, set, period } = input;
        const one = await answer({ unit, set, period, ...cell });
        cells.push({
          indicatorId: cell.indicatorId,
          outcome: one.ok ? { ok: true, figure: one.value.figure } : one,
        });
      }
      return { ok: true, value: { cells, totals: null, savedAt: "2024-12-20T03:42:00.000Z" } };
    },
    schedule(run, milliseconds) {
      const timer = { run, milliseconds, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  });
  return {
    store,
    calls,
    batches,
    timers,
    answerWith(next: typeof answer) {
      answer = next;
    },
    cell(id: number) {
      const cell = store.getView().state.cells[id];
      if (!cell) throw new Error(`no cell ${id}`);
      return cell;
    },
  };
}

function accept(input: SaveFigureInput): SaveFigureResult {
  const { entry } = input;
  const figure = makeFigure(input.indicatorId, {
    version: input.expectedVersion + 1,
    value: entry.kind === "value" ? entry.text.replace(",", ".") : null,
    booleanValue: entry.kind === "boolean" ? entry.value : null,
    gradeValue: entry.kind === "grade" ? entry.value : null,
  });
  const empty = scoreUnit(SMALL_SET, {}, {});
  const criterion = empty.criteria[0];
  if (!criterion) throw new Error("no criterion");
  return {
    ok: true,
    value: {
      submissionId: 1,
      figure,
      criterion,
      totals: empty.totals,
      enteredCount: 1,
      indicatorCount: 6,
      savedAt: "2024-12-20T03:42:00.000Z",
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the live score", () => {
  it("follows every key before anything is saved", () => {
    const { store, calls } = openStore();
    expect(store.getView().score.indicatorById.get(PERCENT.id)?.verdict).toBe("missing");
    store.type(PERCENT.id, draft("78,6"));
    expect(store.getView().score.indicatorById.get(PERCENT.id)).toMatchObject({
      verdict: "unmet",
      gap: "1.4",
    });
    store.type(PERCENT.id, draft("88,6"));
    expect(store.getView().score.indicatorById.get(PERCENT.id)?.verdict).toBe("met");
    store.type(RATIO.id, { ...EMPTY_DRAFT, numerator: "99", denominator: "100" });
    store.type(SWITCH.id, { ...EMPTY_DRAFT, choice: true });
    expect(store.getView().score.criterionById.get(1)?.verdict).toBe("met");
    expect(store.getView().score.totals.met).toBe(1);
    expect(store.getView().score.enteredCount).toBe(3);
    expect(calls).toEqual([]);
  });

  it("equals the scoring of the same figures at once", () => {
    const figures = {
      [PERCENT.id]: makeFigure(PERCENT.id, { value: "90" }),
      61: makeFigure(61, { value: "20" }),
    };
    const { store } = openStore({ figures });
    store.type(GRADE.id, { ...EMPTY_DRAFT, grade: "Khá" });
    const expected = scoreUnit(
      SMALL_SET,
      { ...figures, [GRADE.id]: makeFigure(GRADE.id, { gradeValue: "Khá" }) },
      {},
    );
    expect(store.getView().score.criteria).toEqual(expected.criteria);
    expect(store.getView().score.totals).toEqual(expected.totals);
  });

  it("gives untouched rows the very same objects, so that they are not drawn again", () => {
    const { store } = openStore({ figures: { [INCOME.id]: makeFigure(INCOME.id, { value: "58" }) } });
    const before = store.getView();
    store.type(PERCENT.id, draft("90"));
    const after = store.getView();
    for (const id of [RATIO.id, SWITCH.id, INCOME.id, GRADE.id, LIMBS.id, 61, 62]) {
      expect(after.score.indicatorById.get(id)).toBe(before.score.indicatorById.get(id));
      if (id !== LIMBS.id) expect(after.state.cells[id]).toBe(before.state.cells[id]);
    }
    expect(after.score.criterionById.get(2)).toBe(before.score.criterionById.get(2));
    expect(after.score.indicatorById.get(PERCENT.id)).not.toBe(before.score.indicatorById.get(PERCENT.id));
  });

  it("counts what was saved while the typed value is refused", () => {
    const { store } = openStore({ figures: { [PERCENT.id]: makeFigure(PERCENT.id, { value: "90" }) } });
    store.type(PERCENT.id, draft("140"));
    store.commit(PERCENT.id);
    expect(store.getView().score.indicatorById.get(PERCENT.id)?.value).toBe("90");
    expect(store.getView().saving.refused).toBe(1);
  });
});

describe("saving", () => {
  it("sends what is typed with the version it was read at, and each next save with the new one", async () => {
    const { store, calls } = openStore({
      figures: { [PERCENT.id]: makeFigure(PERCENT.id, { value: "70", version: 4 }) },
    });
    store.type(PERCENT.id, draft("71"));
    store.commit(PERCENT.id);
    await settle();
    store.type(PERCENT.id, draft("72"));
    store.commit(PERCENT.id);
    await settle();
    expect(calls.map(({ entry, expectedVersion }) => ({ entry, expectedVersion }))).toEqual([
      { entry: { kind: "value", text: "71" }, expectedVersion: 4 },
      { entry: { kind: "value", text: "72" }, expectedVersion: 5 },
    ]);
    expect(store.getView().saving).toMatchObject({ unsaved: 0, lastSavedAt: "2024-12-20T03:42:00.000Z" });
  });

  it("sends one cell one save at a time", async () => {
    const { store, calls, cell } = openStore();
    store.type(PERCENT.id, draft("7"));
    store.commit(PERCENT.id);
    store.type(PERCENT.id, draft("78"));
    store.commit(PERCENT.id);
    expect(calls).toHaveLength(1);
    await settle();
    await settle();
    expect(calls.map((call) => call.expectedVersion)).toEqual([0, 1]);
    expect(cell(PERCENT.id)).toMatchObject({ draft: { text: "78" }, status: { kind: "saved" } });
  });

  it("saves nothing that is refused or in question", () => {
    const { store, calls } = openStore();
    store.type(PERCENT.id, draft("abc"));
    store.commit(PERCENT.id);
    store.type(INCOME.id, draft("1.200"));
    store.commit(INCOME.id);
    expect(calls).toEqual([]);
    expect(store.getView().saving).toMatchObject({ refused: 1, questions: 1, unsaved: 2 });
  });

  it("tries again with longer pauses while the line is down, and at once when it is back", async () => {
    const { store, calls, timers, answerWith, cell } = openStore();
    answerWith(() => Promise.reject(new TypeError("Failed to fetch")));
    store.type(PERCENT.id, draft("50"));
    store.commit(PERCENT.id);
    await settle();
    timers[0]?.run();
    await settle();
    expect(timers.map((timer) => timer.milliseconds)).toEqual([2000, 4000]);
    expect(cell(PERCENT.id)).toMatchObject({
      draft: { text: "50" },
      status: { kind: "waiting", attempts: 2 },
    });
    answerWith(async (input) => accept(input));
    store.retryNow();
    await settle();
    expect(calls).toHaveLength(3);
    expect(timers[1]?.isOff).toBe(true);
    expect(cell(PERCENT.id).status.kind).toBe("saved");
  });

  it("shows who wrote what in a conflict and overwrites only when told to", async () => {
    const { store, calls, answerWith, cell } = openStore();
    const current = makeFigure(PERCENT.id, { value: "71", version: 7 });
    answerWith(async () => ({ ok: false, reason: "conflict", message: "", current }));
    store.type(PERCENT.id, draft("68,5"));
    store.commit(PERCENT.id);
    await settle();
    expect(cell(PERCENT.id).status).toEqual({ kind: "conflict", current });
    answerWith(async (input) => accept(input));
    store.keepMine(PERCENT.id);
    await settle();
    expect(calls[1]).toMatchObject({ entry: { kind: "value", text: "68,5" }, expectedVersion: 7 });
  });

  it("stops and says so when the sheet has been locked meanwhile, with the value kept", async () => {
    const { store, answerWith, cell } = openStore();
    answerWith(async () => ({ ok: false, reason: "locked", message: "Phiếu đã gửi." }));
    store.type(PERCENT.id, draft("50"));
    store.commit(PERCENT.id);
    await settle();
    expect(store.getView().state.stopped).toEqual({ reason: "locked", message: "Phiếu đã gửi." });
    expect(cell(PERCENT.id).draft.text).toBe("50");
  });

  it("saves a note by itself without touching the figure", async () => {
    const { store, calls } = openStore();
    store.writeNote(PERCENT.id, "Chờ số của trạm y tế ");
    store.commit(PERCENT.id);
    await settle();
    expect(calls[0]).toMatchObject({ entry: { kind: "keep" }, note: "Chờ số của trạm y tế" });
  });
});

describe("leaving the page", () => {
  it("carries what is unsaved to the next opening and nothing else", () => {
    const first = openStore();
    first.store.type(PERCENT.id, draft("140"));
    first.store.commit(PERCENT.id);
    const name = nameSheet(first.store.sheet);
    rememberSheet(name, first.store);
    const again = createSheetStore(
      makeSheet({ figures: { [INCOME.id]: makeFigure(INCOME.id, { value: "58" }) } }),
      {
        save: () => Promise.reject(new Error("not now")),
        saveMany: () => Promise.reject(new Error("not now")),
        schedule: () => () => {},
      },
      readCarried(name),
    );
    expect(again.getView().state.cells[PERCENT.id]).toMatchObject({
      draft: { text: "140" },
      status: { kind: "refused" },
    });
    expect(again.getView().state.cells[INCOME.id]).toMatchObject({
      draft: { text: "58" },
      status: { kind: "quiet" },
    });
  });

  it("gives the same store back for the same data and none for newer data", () => {
    const { store } = openStore();
    rememberSheet("here", store);
    expect(findLeftStore("here", store.sheet)).toBe(store);
    expect(findLeftStore("here", makeSheet())).toBeNull();
  });
});

describe("filterRows", () => {
  it("leaves the rows that are empty or unmet as they stand, limbs with their indicator", () => {
    const { store } = openStore({ figures: { [PERCENT.id]: makeFigure(PERCENT.id, { value: "10" }) } });
    const filter = (name: "all" | "empty" | "unmet") => filterRows(store.sheet, store.getView(), name);
    expect(filter("all")).toBeNull();
    expect([...(filter("unmet") ?? [])]).toEqual([PERCENT.id]);
    expect(filter("empty")).toEqual(new Set([RATIO.id, SWITCH.id, INCOME.id, GRADE.id, LIMBS.id, 61, 62]));
  });
});
