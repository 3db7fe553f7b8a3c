"use client";

import { INPUT } from "@/components/ui/field-style";
import { CLEAR_OF_BARS } from "./entry-style";
import type { CellHandle } from "./use-cell";

/** The note of a figure under its row: where the number comes from, or why there is none. */
export function NoteLine({ id, code, handle }: { id: number; code: string; handle: CellHandle }) {
  return (
    <label className="block pb-2 text-14 text-ink-2" data-cell={id}>
      <span className="mb-1 block">Ghi chú cho {code}: nguồn số liệu, hoặc lý do chưa có</span>
      <textarea
        className={`${INPUT} ${CLEAR_OF_BARS} min-h-16! text-15! leading-normal`}
        rows={2}
        maxLength={2000}
        value={handle.cell.note}
        onChange={(event) => handle.writeNote(event.target.value)}
        onBlur={handle.leave}
        onKeyDown={(event) => {
          if (event.key === "Escape") handle.restore();
        }}
      />
    </label>
  );
}
