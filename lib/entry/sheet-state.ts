import type { DecimalText } from "@/lib/scoring/types";
import type { EntryFigure } from "@/lib/submissions/entry-types";
import { type Draft, isSameDraft } from "./draft";

export type DraftPart = "value" | "numerator" | "denominator";

/** What a cell has to say. Only the last "saved" one, and every other one that is not "quiet", speaks. */
export type CellStatus =
  | { kind: "quiet" }
  | { kind: "editing" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "refused"; message: string; part: DraftPart }
  | { kind: "question"; part: DraftPart; text: string; candidates: DecimalText[] }
  | { kind: "conflict"; current: EntryFigure | null }
  /** The line is down; `attempts` saves were tried in vain. */
  | { kind: "waiting"; attempts: number };

/** What the server is known to hold for a cell. */
export interface CellBase {
  draft: Draft;
  note: string;
  version: number;
  figure: EntryFigure | null;
}

export interface Cell {
  draft: Draft;
  note: string;
  base: CellBase;
  /** What is under way to the server, or null. */
  sending: { draft: Draft; note: string } | null;
  /** A save was asked for while another was under way. */
  isQueued: boolean;
  /** Saves that failed for want of a line, in a row. */
  attempts: number;
  status: CellStatus;
}

export interface SheetState {
  /** Indicator (or limb) id → cell. */
  cells: Readonly<Record<number, Cell>>;
  lastSavedId: number | null;
  lastSavedAt: string | null;
  /** Cells that had waited for the line and have been saved since it was last lost. */
  resent: number;
  /** Set when the server says that nothing may be saved any more: locked, signed out. */
  stopped: { reason: string; message: string } | null;
}

export type DraftProblem =
  | { kind: "refused"; message: string; part: DraftPart }
  | { kind: "question"; part: DraftPart; text: string; candidates: DecimalText[] };

export type SheetEvent =
  | { type: "typed"; id: number; draft: Draft }
  | { type: "noted"; id: number; note: string }
  /** The user left the field or pressed Enter; `problem` is what is wrong with the draft, if anything. */
  | { type: "committed"; id: number; problem: DraftProblem | null }
  | { type: "restored"; id: number }
  | { type: "saved"; id: number; base: CellBase; at: string }
  | { type: "declined"; id: number; problem: DraftProblem }
  | { type: "collided"; id: number; base: CellBase; current: EntryFigure | null }
  | { type: "lost"; id: number }
  | { type: "stopped"; id: number; reason: string; message: string }
  | { type: "kept-mine"; id: number }
  | { type: "took-theirs"; id: number }
  /** Found on this machine: typed earlier and never sent. `baseVersion` is the version it was typed over. */
  | { type: "recovered"; id: number; draft: Draft; note: string; baseVersion: number }
  /** Found on this machine: what the server answered after the page shown here was made. */
  | { type: "learned"; id: number; base: CellBase };

export function makeCell(base: CellBase): Cell {
  return {
    draft: base.draft,
    note: base.note,
    base,
    sending: null,
    isQueued: false,
    attempts: 0,
    status: { kind: "quiet" },
  };
}

/** True when the cell holds something that the server does not. */
export function isChanged(cell: Cell): boolean {
  return !isSameDraft(cell.draft, cell.base.draft) || cell.note.trim() !== cell.base.note.trim();
}

/** True when leaving the page now would lose something typed. */
export function isUnsaved(cell: Cell): boolean {
  return cell.sending !== null || isChanged(cell);
}

function isAsSent(cell: Cell): boolean {
  return (
    cell.sending !== null && isSameDraft(cell.draft, cell.sending.draft) && cell.note === cell.sending.note
  );
}

function editCell(cell: Cell, change: { draft?: Draft; note?: string }): Cell {
  const next: Cell = { ...cell, ...change };
  // A conflict stays until the user chooses; typing changes what "mine" is.
  if (cell.status.kind === "conflict") return next;
  return { ...next, status: isUnsaved(next) ? { kind: "editing" } : { kind: "quiet" } };
}

function commitCell(cell: Cell, problem: DraftProblem | null): Cell {
  if (cell.status.kind === "conflict") return cell;
  if (cell.sending !== null) {
    return isAsSent(cell)
      ? { ...cell, isQueued: false, status: { kind: "saving" } }
      : { ...cell, isQueued: true, status: problem ?? { kind: "saving" } };
  }
  if (!isChanged(cell)) {
    return cell.status.kind === "saved" ? cell : { ...cell, isQueued: false, status: { kind: "quiet" } };
  }
  if (problem !== null) return { ...cell, isQueued: false, status: problem };
  return {
    ...cell,
    isQueued: false,
    sending: { draft: cell.draft, note: cell.note },
    status: { kind: "saving" },
  };
}

function settleSaved(cell: Cell, base: CellBase, at: string): Cell {
  const landed: Cell = { ...cell, base, sending: null, attempts: 0 };
  if (isAsSent(cell)) {
    return { ...landed, draft: base.draft, note: base.note, isQueued: false, status: { kind: "saved", at } };
  }
  // Typed on while the save was under way: keep what is typed, it is compared with the new base.
  return { ...landed, status: cell.status.kind === "saving" ? { kind: "editing" } : cell.status };
}

/** What is typed in this tab goes before what an earlier one left; what the server has by now is asked about. */
function recoverCell(cell: Cell, found: { draft: Draft; note: string; baseVersion: number }): Cell {
  if (isUnsaved(cell)) return cell;
  const next: Cell = { ...cell, draft: found.draft, note: found.note };
  if (!isChanged(next)) return cell;
  return found.baseVersion < cell.base.version
    ? { ...next, status: { kind: "conflict", current: cell.base.figure } }
    : { ...next, status: { kind: "editing" } };
}

function reduceCell(cell: Cell, event: SheetEvent): Cell {
  switch (event.type) {
    case "typed":
      return editCell(cell, { draft: event.draft });
    case "noted":
      return editCell(cell, { note: event.note });
    case "committed":
      return commitCell(cell, event.problem);
    case "restored":
      if (cell.sending !== null || cell.status.kind === "conflict") return cell;
      return {
        ...makeCell(cell.base),
        status: cell.status.kind === "saved" ? cell.status : { kind: "quiet" },
      };
    case "saved":
      return settleSaved(cell, event.base, event.at);
    case "declined":
      return isAsSent(cell)
        ? { ...cell, sending: null, isQueued: false, attempts: 0, status: event.problem }
        : { ...cell, sending: null, attempts: 0, status: { kind: "editing" } };
    case "collided": {
      const met = { ...cell, base: event.base, sending: null, isQueued: false, attempts: 0 };
      // Both wrote the same: there is nothing to choose.
      return isChanged(met)
        ? { ...met, status: { kind: "conflict", current: event.current } }
        : { ...makeCell(event.base) };
    }
    case "lost": {
      const attempts = cell.attempts + 1;
      // Being typed in right now: it will be sent when the user leaves it.
      if (!isAsSent(cell) && !cell.isQueued)
        return { ...cell, sending: null, attempts, status: { kind: "editing" } };
      return { ...cell, sending: null, attempts, status: { kind: "waiting", attempts } };
    }
    case "stopped":
      return {
        ...cell,
        sending: null,
        isQueued: false,
        status: { kind: "refused", message: event.message, part: "value" },
      };
    case "kept-mine":
      if (cell.status.kind !== "conflict") return cell;
      return commitCell({ ...cell, status: { kind: "editing" } }, null);
    case "took-theirs":
      return cell.status.kind === "conflict" ? makeCell(cell.base) : cell;
    case "recovered":
      return recoverCell(cell, event);
    case "learned":
      if (event.base.version <= cell.base.version) return cell;
      return isUnsaved(cell) ? { ...cell, base: event.base } : makeCell(event.base);
  }
}

/**
 * The sheet's one state machine: (state, what happened) → state. Pure; the store does the saving.
 * Nothing typed is ever dropped except by "restored" and "took-theirs", which the user asks for.
 */
export function reduceSheet(state: SheetState, event: SheetEvent): SheetState {
  const cell = state.cells[event.id];
  if (cell === undefined) return state;
  const next = reduceCell(cell, event);
  const stopped = event.type === "stopped" ? { reason: event.reason, message: event.message } : state.stopped;
  const isSaved = event.type === "saved";
  if (next === cell && stopped === state.stopped && !isSaved) return state;
  return {
    cells: { ...state.cells, [event.id]: next },
    resent: countResent(state, event, cell),
    lastSavedId: isSaved ? event.id : state.lastSavedId,
    lastSavedAt: isSaved ? event.at : state.lastSavedAt,
    stopped,
  };
}

/** Starts again when the line is lost anew, so that "6 ô vừa gửi xong" speaks of this time. */
function countResent(state: SheetState, event: SheetEvent, cell: Cell): number {
  if (event.type === "saved" && cell.attempts > 0) return state.resent + 1;
  if (event.type !== "lost") return state.resent;
  return Object.values(state.cells).some(isHeld) ? state.resent : 0;
}

/** True when a save of this cell was tried in vain and what it holds is still not with the server. */
export function isHeld(cell: Cell): boolean {
  return cell.attempts > 0 && isUnsaved(cell);
}

export interface SaveSummary {
  saving: number;
  editing: number;
  refused: number;
  questions: number;
  conflicts: number;
  waiting: number;
  /** Cells holding something that the server does not. */
  unsaved: number;
  /** Of these, the ones whose save was tried in vain: they wait for the line, even while a new try is under way. */
  held: number;
  lastSavedAt: string | null;
}

/** What the bar at the top says about saving. */
export function summarizeSaving(state: SheetState): SaveSummary {
  const summary: SaveSummary = {
    saving: 0,
    editing: 0,
    refused: 0,
    questions: 0,
    conflicts: 0,
    waiting: 0,
    unsaved: 0,
    held: 0,
    lastSavedAt: state.lastSavedAt,
  };
  for (const cell of Object.values(state.cells)) {
    if (isUnsaved(cell)) summary.unsaved += 1;
    if (isHeld(cell)) summary.held += 1;
    if (cell.status.kind === "saving") summary.saving += 1;
    else if (cell.status.kind === "editing") summary.editing += 1;
    else if (cell.status.kind === "refused") summary.refused += 1;
    else if (cell.status.kind === "question") summary.questions += 1;
    else if (cell.status.kind === "conflict") summary.conflicts += 1;
    else if (cell.status.kind === "waiting") summary.waiting += 1;
  }
  return summary;
}
