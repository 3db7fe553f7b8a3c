"use client";

import { useEffect } from "react";
import type { SheetStore } from "@/lib/entry/sheet-store";

/** Nothing typed gets lost with the page: tries again when the line is back, saves when the tab is put away, warns before leaving. */
export function useSheetSafety(store: SheetStore): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { saving, isKept } = store.getView();
      // What this machine keeps is taken up again when the sheet is opened next.
      if (saving.unsaved > 0 && !isKept) event.preventDefault();
    };
    const put = () => {
      if (document.visibilityState === "hidden") store.commitAll();
    };
    const retry = () => store.retryNow();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", put);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", put);
    };
  }, [store]);
}
