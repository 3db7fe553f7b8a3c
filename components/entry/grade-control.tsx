"use client";

import { INPUT } from "@/components/ui/field-style";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { CLEAR_OF_BARS } from "./entry-style";
import type { CellHandle } from "./use-cell";

interface GradeControlProps {
  indicator: ResolvedIndicator;
  handle: CellHandle;
  labelledBy: string;
  describedBy: string;
}

/** An ordered scale of words, worst to best. */
export function GradeControl({ indicator, handle, labelledBy, describedBy }: GradeControlProps) {
  return (
    <span className="flex items-center gap-2" data-field="">
      <select
        className={`${INPUT} ${CLEAR_OF_BARS} w-auto! min-w-35 max-w-full`}
        value={handle.cell.draft.grade}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onChange={(event) => handle.choose({ grade: event.target.value })}
        onKeyDown={handle.steer}
      >
        <option value="">chưa chọn</option>
        {indicator.gradeScale.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
