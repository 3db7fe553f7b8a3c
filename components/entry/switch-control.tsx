"use client";

import type { KeyboardEvent } from "react";
import { Segmented } from "@/components/ui/segmented";
import { sayChoice } from "@/lib/entry/texts";
import { CLEAR_OF_BARS, QUIET_BUTTON } from "./entry-style";
import type { CellHandle } from "./use-cell";

const OPTIONS = [
  { value: "yes", label: sayChoice(true), shortcut: "đ" },
  { value: "no", label: sayChoice(false), shortcut: "c" },
] as const;

interface SwitchControlProps {
  id: number;
  label: string;
  handle: CellHandle;
  describedBy: string;
}

/** Yes/no as a two-part switch: Đ and C choose, Delete leaves it open again. */
export function SwitchControl({ id, label, handle, describedBy }: SwitchControlProps) {
  const { choice } = handle.cell.draft;

  function steer(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Keyboards without a Vietnamese input method have no "đ".
    if (event.key.toLowerCase() === "d") handle.choose({ choice: true });
    else if ((event.key === "Delete" || event.key === "Backspace") && choice !== null) {
      handle.choose({ choice: null });
    } else handle.steer(event);
  }

  return (
    <span className="flex flex-wrap items-center gap-x-3" data-field="" onKeyDownCapture={steer}>
      <span className={CLEAR_OF_BARS}>
        <Segmented
          name={`f-${id}`}
          label={label}
          options={OPTIONS}
          value={choice === null ? null : choice ? "yes" : "no"}
          onChange={(value) => handle.choose({ choice: value === "yes" })}
          describedBy={describedBy}
        />
      </span>
      {choice === null ? null : (
        <button type="button" className={QUIET_BUTTON} onClick={() => handle.choose({ choice: null })}>
          bỏ chọn
        </button>
      )}
    </span>
  );
}
