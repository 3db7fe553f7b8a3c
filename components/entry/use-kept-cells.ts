"use client";

import { useEffect } from "react";
import type { DraftKeeper } from "@/lib/drafts/keeper";
import type { SheetStore } from "@/lib/entry/sheet-store";

/** Takes up what this machine kept of the sheet, once it is on the screen. */
export function useKeptCells(store: SheetStore, keeper: DraftKeeper): void {
  useEffect(() => {
    let isGone = false;
    void keeper.read().then((kept) => {
      if (!isGone) store.takeUpKept(kept);
    });
    return () => {
      isGone = true;
    };
  }, [store, keeper]);
}
