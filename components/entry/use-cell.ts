"use client";

import type { FocusEvent, KeyboardEvent } from "react";
import type { Draft } from "@/lib/entry/draft";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { focusNeighbour } from "./focus-neighbour";

/** One cell with everything its controls do to it. */
export function useCell(id: number) {
  const store = useEntryStore();
  const cell = useSheetPart((view) => view.state.cells[id]);
  if (cell === undefined) throw new Error(`No cell for indicator ${id}`);
  const { draft } = cell;

  return {
    cell,
    type: (change: Partial<Draft>) => store.type(id, { ...draft, ...change }),
    /** Choices are whole at once: they are saved without waiting for the field to be left. */
    choose(change: Partial<Draft>) {
      store.type(id, { ...draft, ...change });
      store.commit(id);
    },
    commit: () => store.commit(id),
    restore: () => store.restore(id),
    keepMine: () => store.keepMine(id),
    takeTheirs: () => store.takeTheirs(id),
    writeNote: (note: string) => store.writeNote(id, note),
    /** Leaving for another part of the same cell (numerator to denominator) is not leaving. */
    leave(event: FocusEvent<HTMLElement>) {
      const next = event.relatedTarget;
      const isInside = next instanceof Element && next.closest(`[data-cell="${id}"]`) !== null;
      if (!isInside) store.commit(id);
    },
    /** Enter saves and goes down, arrows move between rows, Escape takes back what was typed. */
    steer(event: KeyboardEvent<HTMLElement>) {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const isSelect = event.target instanceof HTMLSelectElement;
      if (event.key === "Escape") {
        store.restore(id);
      } else if (event.key === "Enter") {
        event.preventDefault();
        store.commit(id);
        focusNeighbour(event.currentTarget, event.shiftKey ? -1 : 1);
      } else if (!isSelect && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        focusNeighbour(event.currentTarget, event.key === "ArrowUp" ? -1 : 1);
      }
    },
  };
}

export type CellHandle = ReturnType<typeof useCell>;
