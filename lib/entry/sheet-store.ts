import { scoreUnit } from "@/lib/scoring/score";
import type { FigureInput, Verdict } from "@/lib/scoring/types";
import type {
  EntrySheet,
  SaveFigureInput,
  SaveFigureReason,
  SaveFigureResult,
} from "@/lib/submissions/entry-types";
import type { CarriedCell, CarriedCells } from "./carry-over";
import type { Draft } from "./draft";
import { makeBase, readDraft, toFigureEntry } from "./draft";
import { type EntryField, listFields } from "./fields";
import { keepUnchangedScore, type ScoreIndex } from "./live-score";
import {
  type Cell,
  type DraftProblem,
  isChanged,
  isUnsaved,
  makeCell,
  reduceSheet,
  type SaveSummary,
  type SheetEvent,
  type SheetState,
  summarizeSaving,
} from "./sheet-state";

/** First pause before a save is tried again; doubles up to the longest. */
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** Answers after which nothing of the sheet can be saved any more. */
const STOPPING: ReadonlySet<SaveFigureReason> = new Set([
  "signed-out",
  "not-found",
  "unknown-set",
  "unknown-period",
  "locked",
]);

export interface StoreServices {
  save: (input: SaveFigureInput) => Promise<SaveFigureResult>;
  /** Calls back after a pause; returns how to call it off. */
  schedule: (run: () => void, milliseconds: number) => () => void;
}

/** What components read; replaced, never changed, so that unchanged parts keep their identity. */
export interface SheetView {
  state: SheetState;
  score: ScoreIndex;
  saving: SaveSummary;
  /** Number of the criterion in view: outlined in the strip, alone on a phone. */
  current: number;
}

export interface SheetStore {
  readonly sheet: OpenSheet;
  readonly fields: readonly EntryField[];
  /** Verdicts of last period's figures under this period's thresholds, by indicator and by criterion. */
  readonly before: { indicators: ReadonlyMap<number, Verdict>; criteria: ReadonlyMap<number, Verdict> };
  getView: () => SheetView;
  subscribe: (listener: () => void) => () => void;
  type: (id: number, draft: Draft) => void;
  writeNote: (id: number, note: string) => void;
  /** Checks what stands in the cell and sends it when it can be read. */
  commit: (id: number) => void;
  restore: (id: number) => void;
  keepMine: (id: number) => void;
  takeTheirs: (id: number) => void;
  /** Tries every waiting cell at once: the line is back. */
  retryNow: () => void;
  /** Sends every cell that is still only typed. */
  commitAll: () => void;
  show: (criterionNumber: number) => void;
}

/** The score is computed here, so it need not be sent along. */
export type OpenSheet = Omit<EntrySheet, "score">;

type FigureRecord = Record<number, FigureInput | undefined>;

/**
 * Keeps a sheet in the browser: what is typed, what the server holds, the live score of both together,
 * and the saving with its retries. One store per opened sheet.
 */
export function createSheetStore(
  sheet: OpenSheet,
  services: StoreServices,
  carried: CarriedCells = {},
): SheetStore {
  const fields = listFields(sheet.resolved);
  const fieldById = new Map(fields.map((field) => [field.indicator.id, field]));
  const listeners = new Set<() => void>();
  const cancelRetry = new Map<number, () => void>();

  const cells: SheetState["cells"] = Object.fromEntries(
    fields.map(({ indicator }) => [
      indicator.id,
      takeUp(makeCell(makeBase(indicator, sheet.figures[indicator.id] ?? null)), carried[indicator.id]),
    ]),
  );
  const state: SheetState = { cells, lastSavedId: null, lastSavedAt: null, stopped: null };
  const figures: FigureRecord = Object.fromEntries(
    fields.map(({ indicator }) => {
      const draft = carried[indicator.id]?.draft;
      const reading = draft ? readDraft(indicator, draft) : null;
      return [indicator.id, reading?.ok ? reading.figure : sheet.figures[indicator.id]];
    }),
  );
  let view: SheetView = {
    state,
    score: keepUnchangedScore(null, scoreUnit(sheet.resolved, figures, sheet.exemptions)),
    saving: summarizeSaving(state),
    current: sheet.resolved.criteria[0]?.number ?? 0,
  };

  function publish(next: SheetView) {
    if (next === view) return;
    view = next;
    for (const listener of listeners) listener();
  }

  function rescore(id: number, next: SheetState): ScoreIndex {
    const field = fieldById.get(id);
    const cell = next.cells[id];
    if (!field || !cell) return view.score;
    const reading = readDraft(field.indicator, cell.draft);
    // What cannot be read does not count: until it is mended the sheet holds what was saved before.
    const figure = reading.ok ? reading.figure : (cell.base.figure ?? undefined);
    if (isSameFigure(figures[id], figure)) return view.score;
    figures[id] = figure;
    return keepUnchangedScore(view.score, scoreUnit(sheet.resolved, figures, sheet.exemptions));
  }

  function dispatch(event: SheetEvent) {
    const next = reduceSheet(view.state, event);
    if (next === view.state) return;
    publish({
      state: next,
      score: rescore(event.id, next),
      saving: summarizeSaving(next),
      current: view.current,
    });
  }

  function findProblem(id: number): DraftProblem | null {
    const field = fieldById.get(id);
    const cell = view.state.cells[id];
    if (!field || !cell) return null;
    const reading = readDraft(field.indicator, cell.draft);
    return reading.ok ? null : reading.problem;
  }

  function commit(id: number) {
    act({ type: "committed", id, problem: findProblem(id) });
  }

  /** Dispatches an event after which a save may have to start. */
  function act(event: SheetEvent) {
    const before = view.state.cells[event.id]?.sending;
    dispatch(event);
    const cell = view.state.cells[event.id];
    if (cell?.sending && cell.sending !== before) void send(event.id);
  }

  async function send(id: number) {
    const field = fieldById.get(id);
    const cell = view.state.cells[id];
    if (!field || !cell?.sending) return;
    cancelRetry.get(id)?.();
    cancelRetry.delete(id);
    const { draft, note } = cell.sending;
    const entry = toFigureEntry(field.indicator, draft, cell.base.draft);
    const hasNote = note.trim() !== cell.base.note.trim();
    let result: SaveFigureResult;
    try {
      result = await services.save({
        unit: sheet.unit.code,
        set: sheet.set.code,
        period: sheet.period,
        indicatorId: id,
        entry,
        expectedVersion: cell.base.version,
        ...(hasNote ? { note: note.trim() } : {}),
      });
    } catch {
      lose(id);
      return;
    }
    receive(field, result);
    const after = view.state.cells[id];
    if (after?.isQueued && after.sending === null) commit(id);
  }

  function lose(id: number) {
    dispatch({ type: "lost", id });
    const attempts = view.state.cells[id]?.attempts ?? 1;
    if (view.state.cells[id]?.status.kind !== "waiting") return;
    const pause = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    cancelRetry.set(
      id,
      services.schedule(() => retry(id), pause),
    );
  }

  function retry(id: number) {
    if (view.state.cells[id]?.status.kind === "waiting") commit(id);
  }

  function receive({ indicator }: EntryField, result: SaveFigureResult) {
    const id = indicator.id;
    if (result.ok) {
      const { figure, savedAt } = result.value;
      dispatch({ type: "saved", id, base: makeBase(indicator, figure), at: savedAt });
      return;
    }
    if (result.reason === "conflict") {
      const current = result.current ?? null;
      dispatch({ type: "collided", id, base: makeBase(indicator, current), current });
    } else if (result.reason === "unexpected") {
      lose(id);
    } else if (STOPPING.has(result.reason)) {
      dispatch({ type: "stopped", id, reason: result.reason, message: result.message });
    } else {
      const part = result.field ?? "value";
      const candidates = result.candidates ?? [];
      const text = view.state.cells[id]?.sending?.draft[part === "value" ? "text" : part] ?? "";
      dispatch({
        type: "declined",
        id,
        problem:
          result.reason === "ambiguous" && candidates.length > 0
            ? { kind: "question", part, text, candidates }
            : { kind: "refused", part, message: result.message },
      });
    }
  }

  return {
    sheet,
    fields,
    before: judgeBefore(sheet),
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (id, draft) => dispatch({ type: "typed", id, draft }),
    writeNote: (id, note) => dispatch({ type: "noted", id, note }),
    commit,
    restore: (id) => dispatch({ type: "restored", id }),
    keepMine: (id) => act({ type: "kept-mine", id }),
    takeTheirs: (id) => dispatch({ type: "took-theirs", id }),
    retryNow() {
      for (const { indicator } of fields) retry(indicator.id);
    },
    commitAll() {
      for (const { indicator } of fields) {
        const cell = view.state.cells[indicator.id];
        if (cell && isUnsaved(cell) && isChanged(cell)) commit(indicator.id);
      }
    },
    show(criterionNumber) {
      if (criterionNumber !== view.current) publish({ ...view, current: criterionNumber });
    },
  };
}

/** A cell with what was typed before the page was left, unless the server has it by now. */
function takeUp(cell: Cell, left: CarriedCell | undefined): Cell {
  if (!left) return cell;
  const next = { ...cell, draft: left.draft, note: left.note };
  if (!isChanged(next)) return cell;
  // A conflict was met with an older version: saving again asks the server anew.
  const isStale = left.status.kind === "conflict" || left.status.kind === "waiting";
  return { ...next, status: isStale ? { kind: "editing" } : left.status };
}

function judgeBefore(sheet: OpenSheet): SheetStore["before"] {
  const index = keepUnchangedScore(null, scoreUnit(sheet.resolved, sheet.previous.figures, sheet.exemptions));
  return {
    indicators: new Map([...index.indicatorById].map(([id, score]) => [id, score.verdict])),
    criteria: new Map([...index.criterionById].map(([id, score]) => [id, score.verdict])),
  };
}

function isSameFigure(a: FigureInput | undefined, b: FigureInput | undefined): boolean {
  return (
    a === b ||
    ((a?.value ?? null) === (b?.value ?? null) &&
      (a?.numerator ?? null) === (b?.numerator ?? null) &&
      (a?.denominator ?? null) === (b?.denominator ?? null) &&
      (a?.booleanValue ?? null) === (b?.booleanValue ?? null) &&
      (a?.gradeValue ?? null) === (b?.gradeValue ?? null))
  );
}
