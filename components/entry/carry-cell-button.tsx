"use client";

import { findCarry } from "@/lib/entry/carry-forward";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

/** "giữ nguyên": last period's figure again, for one cell. */
export function CarryCellButton({ indicator }: { indicator: ResolvedIndicator }) {
  const store = useEntryStore();
  const canCarry = useSheetPart((view) => findCarry(store.sheet, view, indicator.id) !== null);
  if (!canCarry) return null;
  return (
    <button
      type="button"
      className={`${TEXT_BUTTON} block text-left desk:ml-auto`}
      onClick={() => {
        const entry = findCarry(store.sheet, store.getView(), indicator.id);
        if (entry) store.fill("carry", [entry]);
      }}
    >
      giữ nguyên<span className="sr-only"> {indicator.code}</span>
    </button>
  );
}
