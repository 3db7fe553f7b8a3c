"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { SheetStore, SheetView } from "@/lib/entry/sheet-store";

export const EntryStoreContext = createContext<SheetStore | null>(null);

export function useEntryStore(): SheetStore {
  const store = useContext(EntryStoreContext);
  if (store === null) throw new Error("Entry components need EntryStoreContext");
  return store;
}

/**
 * A part of the sheet's view; the component is drawn again only when that part is another object.
 * `pick` must not make new objects.
 */
export function useSheetPart<T>(pick: (view: SheetView) => T): T {
  const store = useEntryStore();
  const read = () => pick(store.getView());
  return useSyncExternalStore(store.subscribe, read, read);
}
