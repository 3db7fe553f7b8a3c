"use client";

import { useEffect } from "react";
import { takeFocusWish } from "@/lib/entry/carry-over";
import { nameFieldAnchor } from "@/lib/entry/fields";
import type { SheetStore } from "@/lib/entry/sheet-store";

/** After a sheet was opened anew for one row's sake, shows that row and puts the focus back into it. */
export function useFocusWish(store: SheetStore): void {
  useEffect(() => {
    const wish = takeFocusWish();
    if (wish === null) return;
    const field = store.fields.find(({ indicator, parentId }) => indicator.id === wish || parentId === wish);
    // On a phone one criterion shows at a time.
    if (field) store.show(field.criterionNumber);
    requestAnimationFrame(() => {
      const row = document.getElementById(nameFieldAnchor(wish));
      const control = row?.querySelector<HTMLElement>("td:nth-child(6) :is(input, select, button)");
      control?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  }, [store]);
}
