"use client";

import { useEffect, useState } from "react";
import { openDraftKeeper } from "@/lib/drafts/browser";
import { findLeftStore, nameSheet, readCarried, rememberSheet } from "@/lib/entry/carry-over";
import type { RowFilter } from "@/lib/entry/rows";
import { createSheetStore, type OpenSheet } from "@/lib/entry/sheet-store";
import { saveFigure, saveFigures } from "@/lib/figures/actions";
import { EntryBar } from "./entry-bar";
import { EntryHead } from "./entry-head";
import { EntryNotices } from "./entry-notices";
import { EntryStoreContext } from "./entry-store-context";
import { EntryTable } from "./entry-table";
import { useCriterionHash } from "./use-criterion-hash";
import { useFocusWish } from "./use-focus-wish";
import { useKeptCells } from "./use-kept-cells";
import { useOfflineSheet } from "./use-offline-sheet";
import { useSheetSafety } from "./use-sheet-safety";

interface EntryScreenProps {
  sheet: OpenSheet;
  filter: RowFilter;
  /** Address of the check-your-answers page. */
  checkHref: string;
  userId: number;
  /** Whether the built application runs, whose files a worker may keep. */
  isBuilt: boolean;
}

function schedule(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

function openStore(name: string, sheet: OpenSheet, userId: number) {
  const keeper = openDraftKeeper(userId, name);
  const { keep, settle } = keeper;
  const store =
    findLeftStore(name, sheet) ??
    createSheetStore(
      sheet,
      { save: saveFigure, saveMany: saveFigures, schedule, keep, settle },
      readCarried(name),
    );
  return { store, keeper };
}

/** The entry sheet: everything that is typed, judged and saved in the browser. */
export function EntryScreen({ sheet, filter, checkHref, userId, isBuilt }: EntryScreenProps) {
  const name = nameSheet(sheet);
  const [{ store, keeper }] = useState(() => openStore(name, sheet, userId));
  useKeptCells(store, keeper);
  useOfflineSheet(userId, isBuilt);
  useSheetSafety(store);
  useCriterionHash(store);
  useEffect(() => rememberSheet(name, store), [name, store]);
  useFocusWish(store);

  return (
    <EntryStoreContext value={store}>
      <EntryBar />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 px-6 pt-6 pb-12 focus-visible:shadow-none focus-visible:outline-none max-desk:px-0 max-desk:pt-4 max-desk:pb-24 print:p-0"
      >
        <EntryHead checkHref={checkHref} />
        <EntryNotices />
        <EntryTable initialFilter={filter} />
      </main>
    </EntryStoreContext>
  );
}
