import type { Draft } from "./draft";
import { type CellStatus, isUnsaved } from "./sheet-state";
import type { OpenSheet, SheetStore } from "./sheet-store";

/** A cell that was left unsaved when the user went to another page of the application. */
export interface CarriedCell {
  draft: Draft;
  note: string;
  /** Why it is not saved; what was under way counts as editing. */
  status: CellStatus;
}

export type CarriedCells = Readonly<Record<number, CarriedCell>>;

/**
 * Sheets opened in this tab, by address. Lives in the browser only: going to the check page and back loses nothing
 * that was typed.
 */
const opened = new Map<string, SheetStore>();

export function nameSheet(sheet: { unit: { code: string }; set: { code: string }; period: string }): string {
  return `${sheet.unit.code}/${sheet.set.code}/${sheet.period}`;
}

/** Remembers a sheet that is open. Call in the browser only. */
export function rememberSheet(name: string, store: SheetStore): void {
  opened.set(name, store);
}

/** What is unsaved now of a sheet that was opened in this tab; empty when there is none. */
export function readCarried(name: string): CarriedCells {
  const cells: Record<number, CarriedCell> = {};
  for (const [id, cell] of Object.entries(opened.get(name)?.getView().state.cells ?? {})) {
    if (!isUnsaved(cell)) continue;
    const { draft, note, status } = cell;
    cells[Number(id)] = { draft, note, status: cell.sending ? { kind: "editing" } : status };
  }
  return cells;
}

/**
 * The store of a sheet that was left, if the page comes back with the very same data: "back" in the browser shows
 * the page as it was first loaded, without what has been saved since. With newer data there is none.
 */
export function findLeftStore(name: string, sheet: OpenSheet): SheetStore | null {
  const store = opened.get(name);
  return store?.sheet === sheet ? store : null;
}

let focusWish: number | null = null;

/** Asks that the row of an indicator gets the focus when the sheet is drawn anew. */
export function askFocus(indicatorId: number): void {
  focusWish = indicatorId;
}

/** The row that was asked for, once. */
export function takeFocusWish(): number | null {
  const wish = focusWish;
  focusWish = null;
  return wish;
}
