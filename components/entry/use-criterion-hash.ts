"use client";

import { useEffect } from "react";
import { nameCriterionAnchor, nameFieldAnchor } from "@/lib/entry/fields";
import type { SheetStore } from "@/lib/entry/sheet-store";

/** Follows "#tc-8" and "#ct-123" in the address: on a phone the row must be shown before it can be scrolled to. */
export function useCriterionHash(store: SheetStore): void {
  useEffect(() => {
    const follow = () => {
      const anchor = window.location.hash.slice(1);
      if (anchor === "") return;
      const field = store.fields.find(
        ({ indicator, criterionNumber }) =>
          anchor === nameFieldAnchor(indicator.id) || anchor === nameCriterionAnchor(criterionNumber),
      );
      if (!field) return;
      store.show(field.criterionNumber);
      requestAnimationFrame(() => document.getElementById(anchor)?.scrollIntoView());
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [store]);
}
