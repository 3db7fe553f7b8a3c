"use client";

import { useEffect } from "react";
import { takeFocusWish } from "@/lib/entry/carry-over";
import { nameFieldAnchor } from "@/lib/entry/fields";

/** After a sheet was opened anew for one row's sake, puts the focus back into that row. */
export function useFocusWish(): void {
  useEffect(() => {
    const wish = takeFocusWish();
    if (wish === null) return;
    const row = document.getElementById(nameFieldAnchor(wish));
    row
      ?.querySelector<HTMLElement>("td:nth-child(6) :is(input, select, button)")
      ?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, []);
}
