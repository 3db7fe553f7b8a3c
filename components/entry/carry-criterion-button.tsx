"use client";

import { listCarries } from "@/lib/entry/carry-forward";
import { formatPeriod } from "@/lib/numbers/periods";
import type { ResolvedCriterion } from "@/lib/scoring/types";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

/** Copies last period's figures into the empty cells of one criterion. */
export function CarryCriterionButton({ criterion }: { criterion: ResolvedCriterion }) {
  const store = useEntryStore();
  const { sheet } = store;
  const count = useSheetPart((view) => (sheet.lock ? 0 : listCarries(sheet, view, criterion.id).length));
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={`${TEXT_BUTTON} ml-3 text-left max-desk:ml-0`}
      onClick={() => store.fill("carry", listCarries(sheet, store.getView(), criterion.id))}
    >
      giữ nguyên {count} ô trống như {formatPeriod(sheet.previous.period)}
      <span className="sr-only">, tiêu chí {criterion.number}</span>
    </button>
  );
}
