"use client";

import { Button } from "@/components/ui/button";
import { listCarries } from "@/lib/entry/carry-forward";
import { formatPeriod } from "@/lib/numbers/periods";
import { useEntryStore, useSheetPart } from "./entry-store-context";

/** Copies last period's figures into every cell that is still empty; taken back by one press. */
export function CarryAllButton() {
  const store = useEntryStore();
  const { sheet } = store;
  const count = useSheetPart((view) => (sheet.lock ? 0 : listCarries(sheet, view, null).length));
  if (count === 0) return null;
  return (
    <Button
      size="sm"
      onClick={() => store.fill("carry", listCarries(sheet, store.getView(), null))}
      className="desk:ml-auto"
    >
      Chép {formatPeriod(sheet.previous.period)} cho {count} ô còn trống
    </Button>
  );
}
