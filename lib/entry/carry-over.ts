import type { Draft } from "./draft";
import { type CellStatus, isUnsaved, type SheetState } from "./sheet-state";
import type { OpenSheet, SheetStore } from "./sheet-store";

/** A cell that was left unsaved when the user went to another page of the application. */
export interface CarriedCell {
  draft: Draft;
  note: string;
  /** Why it is not saved; what was under way counts as editing. */
  status: CellStatus;
}

export type CarriedCells = Readonly<Record<number, CarriedCell>>;

const NOTHING: CarriedCells = {};

/**
 * Sheets with something unsaved, by address. Lives in the browser only and as long as the tab: going to the
 * check page and back loses nothing that was typed.
 */
const carried = new Map<string, CarriedCells>();

export function nameSheet(sheet: { unit: { code: string }; set: { code: string }; period: string }): string {
  return `${sheet.unit.code}/${sheet.set.code}/${sheet.period}`;
}

/** Keeps what is unsaved of a sheet that is being left. Call in the browser only. */
export function carryUnsaved(name: string, state: SheetState): void {
  const cells: Record<number, CarriedCell> = {};
  for (const [id, cell] of Object.entries(state.cells)) {
    if (!isUnsaved(cell)) continue;
    const { draft, note, status } = cell;
    cells[Number(id)] = { draft, note, status: cell.sending ? { kind: "editing" } : status };
  }
  if (Object.keys(cells).length > 0) carried.set(name, cells);
  else carried.delete(name);
}

export function readCarried(name: string): CarriedCells {
  return carried.get(name) ?? NOTHING;
}

const left = new Map<string, { sheet: OpenSheet; store: SheetStore }>();

/** Keeps a whole sheet when its page is left. Call in the browser only. */
export function leaveSheet(name: string, store: SheetStore): void {
  carryUnsaved(name, store.getView().state);
  left.set(name, { sheet: store.sheet, store });
}

/**
 * The store of a sheet that was left, if the page comes back with the very same data: "back" in the browser shows
 * the page as it was first loaded, without what has been saved since. With newer data there is none.
 */
export function findLeftStore(name: string, sheet: OpenSheet): SheetStore | null {
  const found = left.get(name);
  return found?.sheet === sheet ? found.store : null;
}
