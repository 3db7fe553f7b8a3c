import { checkSheet } from "@/lib/plausibility/check";
import type { Finding } from "@/lib/plausibility/types";
import { scoreUnit } from "@/lib/scoring/score";
import type { FigureInput, Verdict } from "@/lib/scoring/types";
import type {
  CellRefusal,
  EntryFigure,
  EntrySheet,
  SaveFigureInput,
  SaveFigureReason,
  SaveFigureResult,
  SaveFiguresInput,
  SaveFiguresResult,
} from "@/lib/submissions/entry-types";
import type { CarriedCell, CarriedCells } from "./carry-over";
import type { Draft } from "./draft";
import { makeBase, readDraft, toFigureEntry } from "./draft";
import { type EntryField, listFields } from "./fields";
import { EMPTY_FINDINGS, type FindingIndex, indexFindings } from "./findings";
import { describeKept, type KeptCell } from "./kept-cells";
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
  /** Several cells in one request. */
  saveMany: (input: SaveFiguresInput) => Promise<SaveFiguresResult>;
  /** Notes what this machine has to keep of cells; null keeps nothing. Absent: nothing outlives the tab. */
  keep?: (changes: ReadonlyMap<number, KeptCell | null>) => void;
  /** Resolves when what was noted is written: awaited before a request. */
  settle?: () => Promise<void>;
  /** Calls back after a pause; returns how to call it off. */
  schedule: (run: () => void, milliseconds: number) => () => void;
}

/** What components read; replaced, never changed, so that unchanged parts keep their identity. */
export interface SheetView {
  state: SheetState;
  score: ScoreIndex;
  saving: SaveSummary;
  /** Indicator (or limb) id → what looks wrong with what stands in its inputs. */
  findings: FindingIndex;
  /** Number of the criterion in view: outlined in the strip, alone on a phone. */
  current: number;
  /** The last filling of many cells at once, while it can be taken back. */
  lastFill: Fill | null;
  /** Whether this machine keeps what is typed even when the tab is closed. */
  isKept: boolean;
  /** How many cells that an earlier tab left unsent were taken up here. */
  recovered: number;
  /** Cells that an earlier tab left unsent and that can no longer be sent: the sheet is locked. */
  stranded: readonly { id: number; draft: Draft }[];
}

/** One cell of a filling. */
export interface FillEntry {
  id: number;
  draft: Draft;
}

export type FillKind = "paste" | "carry";

export interface Fill {
  kind: FillKind;
  written: readonly FillEntry[];
  before: readonly FillEntry[];
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
  /** Writes many cells at once and sends them together; cells in conflict are left alone. */
  fill: (kind: FillKind, entries: readonly FillEntry[]) => void;
  /** Takes back the last filling, except where something else has been typed since. */
  undoFill: () => void;
  /** Gives up the way back of the last filling. */
  forgetFill: () => void;
  /** Takes up what this machine kept of the sheet; null says that it keeps nothing. */
  takeUpKept: (kept: readonly KeptCell[] | null) => void;
  /** Removes cells kept on this machine that can no longer be sent. */
  dropStranded: () => void;
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
  const state: SheetState = { cells, lastSavedId: null, lastSavedAt: null, resent: 0, stopped: null };
  const figures: FigureRecord = Object.fromEntries(
    fields.map(({ indicator }) => {
      const draft = carried[indicator.id]?.draft;
      const reading = draft ? readDraft(indicator, draft) : null;
      return [indicator.id, reading?.ok ? reading.figure : sheet.figures[indicator.id]];
    }),
  );
  function findAll(now: SheetState): Finding[] {
    const notes = Object.fromEntries(fields.map(({ indicator: { id } }) => [id, now.cells[id]?.note]));
    const { previous, exemptions, resolved, plausibility } = sheet;
    return checkSheet(resolved, exemptions, { figures, notes, previous: previous.figures }, plausibility);
  }

  let view: SheetView = {
    state,
    findings: indexFindings(EMPTY_FINDINGS, findAll(state)),
    score: keepUnchangedScore(null, scoreUnit(sheet.resolved, figures, sheet.exemptions)),
    saving: summarizeSaving(state),
    current: sheet.resolved.criteria[0]?.number ?? 0,
    lastFill: null,
    isKept: false,
    recovered: 0,
    stranded: [],
  };

  function publish(next: SheetView) {
    if (next === view) return;
    const before = view.state.cells;
    view = next;
    if (next.state.cells !== before) keepChanged(before, next.state.cells);
    for (const listener of listeners) listener();
  }

  const loadedVersion = (id: number) => sheet.figures[id]?.version ?? 0;

  function keepChanged(before: SheetState["cells"], now: SheetState["cells"]) {
    if (!services.keep) return;
    const changes = new Map<number, KeptCell | null>();
    for (const { indicator } of fields) {
      const cell = now[indicator.id];
      if (!cell || cell === before[indicator.id]) continue;
      changes.set(indicator.id, describeKept(indicator.id, cell, loadedVersion(indicator.id)));
    }
    if (changes.size > 0) services.keep(changes);
  }

  function takeUpKept(kept: readonly KeptCell[] | null) {
    if (kept === null) return;
    publish({ ...view, isKept: true });
    const events: SheetEvent[] = [];
    const stranded: { id: number; draft: Draft }[] = [];
    const gone = new Map<number, KeptCell | null>();
    for (const { indicatorId: id, known, unsent } of kept) {
      const field = fieldById.get(id);
      if (!field) {
        gone.set(id, null);
        continue;
      }
      if (known) events.push({ type: "learned", id, base: makeBase(field.indicator, known) });
      if (unsent && sheet.lock) stranded.push({ id, draft: unsent.draft });
      else if (unsent) events.push({ type: "recovered", id, ...unsent });
    }
    const before = view.state.cells;
    dispatch(...events);
    const after = view.state.cells;
    const taken = kept.filter(({ indicatorId: id, unsent }) => {
      const cell = after[id];
      return unsent !== null && sheet.lock === null && cell !== before[id] && cell && isUnsaved(cell);
    });
    for (const { indicatorId: id } of kept) {
      const cell = after[id];
      // What the page has by now need not be kept any longer.
      const isStranded = stranded.some((one) => one.id === id);
      if (cell && !isStranded) gone.set(id, describeKept(id, cell, loadedVersion(id)));
    }
    if (gone.size > 0) services.keep?.(gone);
    publish({ ...view, recovered: taken.length, stranded });
    // What was being typed waits for its writer; what had been left is sent.
    const due = taken.filter(({ unsent }) => unsent?.isCommitted).map(({ indicatorId }) => indicatorId);
    commitMany(due, "retry");
  }

  function dropStranded() {
    services.keep?.(new Map(view.stranded.map(({ id }) => [id, null])));
    publish({ ...view, stranded: [] });
  }

  function rescore(ids: readonly number[], next: SheetState): ScoreIndex {
    let isNew = false;
    for (const id of ids) {
      const field = fieldById.get(id);
      const cell = next.cells[id];
      if (!field || !cell) continue;
      const reading = readDraft(field.indicator, cell.draft);
      // What cannot be read does not count: until it is mended the sheet holds what was saved before.
      const figure = reading.ok ? reading.figure : (cell.base.figure ?? undefined);
      if (isSameFigure(figures[id], figure)) continue;
      figures[id] = figure;
      isNew = true;
    }
    if (!isNew) return view.score;
    return keepUnchangedScore(view.score, scoreUnit(sheet.resolved, figures, sheet.exemptions));
  }

  /** Takes in what happened, one or many things, and draws once. */
  function dispatch(...events: readonly SheetEvent[]) {
    const next = events.reduce(reduceSheet, view.state);
    if (next === view.state) return;
    const ids = events.map((event) => event.id);
    const score = rescore(ids, next);
    const findings = indexFindings(view.findings, findAll(next));
    publish({ ...view, state: next, score, findings, saving: summarizeSaving(next) });
  }

  function findProblem(id: number): DraftProblem | null {
    const field = fieldById.get(id);
    const cell = view.state.cells[id];
    if (!field || !cell) return null;
    const reading = readDraft(field.indicator, cell.draft);
    return reading.ok ? null : reading.problem;
  }

  function commit(id: number) {
    commitMany([id]);
  }

  function commitMany(ids: readonly number[], via?: SaveFiguresInput["via"]) {
    act(
      ids.map((id) => ({ type: "committed", id, problem: findProblem(id) })),
      via,
    );
  }

  /** Dispatches events after which saves may have to start; several cells travel together. */
  function act(events: readonly SheetEvent[], via?: SaveFiguresInput["via"]) {
    const before = view.state.cells;
    dispatch(...events);
    const due = events
      .map((event) => event.id)
      .filter((id) => {
        const sending = view.state.cells[id]?.sending;
        return sending && sending !== before[id]?.sending;
      });
    const [first] = due;
    if (due.length === 1 && first !== undefined) void send(first);
    else if (due.length > 1) void sendMany(due, via);
  }

  function calmRetry(id: number) {
    cancelRetry.get(id)?.();
    cancelRetry.delete(id);
  }

  /** What is to be sent of a cell whose save has begun. */
  function describeSave(id: number): Omit<SaveFigureInput, "unit" | "set" | "period"> | null {
    const field = fieldById.get(id);
    const cell = view.state.cells[id];
    if (!field || !cell?.sending) return null;
    const { draft, note } = cell.sending;
    const hasNote = note.trim() !== cell.base.note.trim();
    return {
      indicatorId: id,
      entry: toFigureEntry(field.indicator, draft, cell.base.draft),
      expectedVersion: cell.base.version,
      ...(hasNote ? { note: note.trim() } : {}),
    };
  }

  const address = { unit: sheet.unit.code, set: sheet.set.code, period: sheet.period };

  async function send(id: number) {
    const field = fieldById.get(id);
    const input = describeSave(id);
    if (!field || !input) return;
    calmRetry(id);
    let result: SaveFigureResult;
    try {
      if (services.settle) await services.settle();
      result = await services.save({ ...address, ...input });
    } catch {
      lose([id]);
      return;
    }
    if (!result.ok && result.reason === "unexpected") {
      lose([id]);
      return;
    }
    dispatch(
      result.ok ? toSaved(field, result.value.figure, result.value.savedAt) : toRefused(field, result),
    );
    finishSaves([id]);
  }

  async function sendMany(ids: readonly number[], via?: SaveFiguresInput["via"]) {
    for (const id of ids) calmRetry(id);
    const inputs = ids.flatMap((id) => describeSave(id) ?? []);
    let result: SaveFiguresResult;
    try {
      if (services.settle) await services.settle();
      result = await services.saveMany({ ...address, cells: inputs, ...(via ? { via } : {}) });
    } catch {
      lose(ids);
      return;
    }
    if (!result.ok) {
      const refusal = result;
      if (refusal.reason === "unexpected") return lose(ids);
      dispatch(
        ...ids.flatMap((id) => {
          const field = fieldById.get(id);
          return field ? [toRefused(field, refusal)] : [];
        }),
      );
      return;
    }
    const { cells: answers, savedAt } = result.value;
    dispatch(
      ...answers.flatMap(({ indicatorId, outcome }) => {
        const field = fieldById.get(indicatorId);
        if (!field) return [];
        return [outcome.ok ? toSaved(field, outcome.figure, savedAt) : toRefused(field, outcome)];
      }),
    );
    finishSaves(ids);
  }

  /** After an answer: what was asked for meanwhile, and, the line being there, everything that waited for it. */
  function finishSaves(ids: readonly number[]) {
    const queued = ids.filter((id) => {
      const cell = view.state.cells[id];
      return cell?.isQueued === true && cell.sending === null;
    });
    if (queued.length > 0) commitMany(queued);
    retryAll();
  }

  function lose(ids: readonly number[]) {
    dispatch(...ids.map((id): SheetEvent => ({ type: "lost", id })));
    const waiting = ids.filter((id) => view.state.cells[id]?.status.kind === "waiting");
    const [first] = waiting;
    if (first === undefined) return;
    const attempts = Math.max(...waiting.map((id) => view.state.cells[id]?.attempts ?? 1));
    const pause = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    cancelRetry.set(
      first,
      services.schedule(() => retry(waiting), pause),
    );
  }

  function retry(ids: readonly number[]) {
    const waiting = ids.filter((id) => view.state.cells[id]?.status.kind === "waiting");
    if (waiting.length > 0) commitMany(waiting, "retry");
  }

  function retryAll() {
    retry(fields.map(({ indicator }) => indicator.id));
  }

  function toSaved({ indicator }: EntryField, figure: EntryFigure, at: string): SheetEvent {
    return { type: "saved", id: indicator.id, base: makeBase(indicator, figure), at };
  }

  function toRefused({ indicator }: EntryField, refusal: CellRefusal): SheetEvent {
    const id = indicator.id;
    const { reason, message } = refusal;
    if (reason === "conflict") {
      const current = refusal.current ?? null;
      return { type: "collided", id, base: makeBase(indicator, current), current };
    }
    if (STOPPING.has(reason)) return { type: "stopped", id, reason, message };
    const part = refusal.field ?? "value";
    const candidates = refusal.candidates ?? [];
    const text = view.state.cells[id]?.sending?.draft[part === "value" ? "text" : part] ?? "";
    return {
      type: "declined",
      id,
      problem:
        reason === "ambiguous" && candidates.length > 0
          ? { kind: "question", part, text, candidates }
          : { kind: "refused", part, message },
    };
  }

  /** Types many drafts and sends those that can be read; tells which cells it wrote. */
  function write(entries: readonly FillEntry[], via: SaveFiguresInput["via"]): FillEntry[] {
    const written = entries.filter(({ id }) => {
      const kind = view.state.cells[id]?.status.kind;
      return kind !== undefined && kind !== "conflict";
    });
    dispatch(...written.map(({ id, draft }): SheetEvent => ({ type: "typed", id, draft })));
    commitMany(
      written.map(({ id }) => id),
      via,
    );
    return written;
  }

  function fill(kind: FillKind, entries: readonly FillEntry[]) {
    const before = new Map(entries.map(({ id }) => [id, view.state.cells[id]?.draft]));
    const written = write(entries, kind);
    publish({
      ...view,
      lastFill: {
        kind,
        written,
        before: written.flatMap(({ id }) => {
          const draft = before.get(id);
          return draft ? [{ id, draft }] : [];
        }),
      },
    });
  }

  function undoFill() {
    const { lastFill } = view;
    if (!lastFill) return;
    publish({ ...view, lastFill: null });
    const asWritten = new Map(lastFill.written.map(({ id, draft }) => [id, draft]));
    write(
      lastFill.before.filter(({ id }) => {
        const field = fieldById.get(id);
        const draft = asWritten.get(id);
        const cell = view.state.cells[id];
        if (!field || !draft || !cell) return false;
        const now = readDraft(field.indicator, cell.draft);
        const then = readDraft(field.indicator, draft);
        return now.ok && then.ok && isSameFigure(now.figure, then.figure);
      }),
      undefined,
    );
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
    keepMine: (id) => act([{ type: "kept-mine", id }]),
    takeTheirs: (id) => dispatch({ type: "took-theirs", id }),
    retryNow: retryAll,
    commitAll() {
      commitMany(
        fields
          .map(({ indicator }) => indicator.id)
          .filter((id) => {
            const cell = view.state.cells[id];
            return cell !== undefined && isUnsaved(cell) && isChanged(cell);
          }),
      );
    },
    fill,
    undoFill,
    forgetFill: () => publish({ ...view, lastFill: null }),
    takeUpKept,
    dropStranded,
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
