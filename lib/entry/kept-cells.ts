import type { EntryFigure } from "@/lib/submissions/entry-types";
import type { Draft } from "./draft";
import { type Cell, isUnsaved } from "./sheet-state";

/** What this machine keeps of one cell, so that closing the tab, a crash or a lost line loses nothing. */
export interface KeptCell {
  indicatorId: number;
  /** Typed and not yet with the server; `baseVersion` is the version it was typed over. */
  unsent: { draft: Draft; note: string; baseVersion: number; isCommitted: boolean } | null;
  /** The server's answer after the page was made: a page opened again without a line does not have it. */
  known: EntryFigure | null;
}

/** What to keep of a cell, or null when the page as loaded says it all. */
export function describeKept(indicatorId: number, cell: Cell, loadedVersion: number): KeptCell | null {
  const { draft, note, base, status } = cell;
  const unsent = isUnsaved(cell)
    ? { draft, note, baseVersion: base.version, isCommitted: status.kind !== "editing" }
    : null;
  const known = base.version > loadedVersion ? base.figure : null;
  return unsent === null && known === null ? null : { indicatorId, unsent, known };
}
