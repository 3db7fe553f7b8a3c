"use client";

import { Notice } from "@/components/ui/notice";
import { formatPeriod } from "@/lib/numbers/periods";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

/** After many cells were written at once: how many, and the way back. */
export function FillNotice() {
  const store = useEntryStore();
  const fill = useSheetPart((view) => view.lastFill);
  // A single cell is taken back by typing.
  if (!fill || fill.written.length < 2) return null;
  const count = fill.written.length;
  return (
    <div className="sticky bottom-4 z-12 mt-3 border border-line-2 max-desk:bottom-20 max-desk:mx-4 print:hidden">
      <Notice tone="done">
        {fill.kind === "paste"
          ? `Đã ghi ${count} ô từ bảng tính.`
          : `Đã chép ${formatPeriod(store.sheet.previous.period)} vào ${count} ô.`}{" "}
        <button type="button" className={`${TEXT_BUTTON} ml-1 text-15!`} onClick={store.undoFill}>
          Hoàn tác
        </button>
        <button type="button" className={`${TEXT_BUTTON} ml-4 text-15!`} onClick={store.forgetFill}>
          Đóng
        </button>
      </Notice>
    </div>
  );
}
