"use client";

import type { KeyboardEvent } from "react";
import { INPUT_ERROR, INPUT_NUMBER } from "@/components/ui/field-style";
import { sayUnit, sayValue } from "@/lib/entry/texts";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { useSheetPart } from "./entry-store-context";
import { CLEAR_OF_BARS } from "./entry-style";
import { focusNeighbour } from "./focus-neighbour";
import type { CellHandle } from "./use-cell";

interface RatioLineProps {
  indicator: ResolvedIndicator;
  handle: CellHandle;
  lineId: string;
  describedBy: string;
}

/** Numerator and denominator under the row; the value follows from them and is told at once. */
export function RatioLine({ indicator, handle, lineId, describedBy }: RatioLineProps) {
  const quotient = useSheetPart((view) => view.score.indicatorById.get(indicator.id)?.value ?? null);
  const { cell } = handle;
  const { numerator, denominator } = cell.draft;
  const isComplete = numerator.trim() !== "" && denominator.trim() !== "";

  function steerNumerator(event: KeyboardEvent<HTMLElement>) {
    // Half a ratio is not yet wrong: Enter leads on to the denominator.
    if (event.key !== "Enter" || isComplete) return handle.steer(event);
    event.preventDefault();
    focusNeighbour(event.currentTarget, 1);
  }

  const input = (part: "numerator" | "denominator", label: string) => {
    const { status } = cell;
    const isWrong = (status.kind === "refused" || status.kind === "question") && status.part === part;
    return (
      <label className="flex items-center gap-2.5 max-desk:w-full max-desk:justify-between" data-field="">
        <span className="max-w-[28ch]">{label}</span>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className={`${INPUT_NUMBER} ${CLEAR_OF_BARS} w-28! ${isWrong ? INPUT_ERROR : ""}`}
          value={cell.draft[part]}
          aria-describedby={describedBy}
          aria-invalid={isWrong || undefined}
          onChange={(event) => handle.type({ [part]: event.target.value })}
          onBlur={handle.leave}
          onKeyDown={part === "numerator" ? steerNumerator : handle.steer}
        />
      </label>
    );
  };

  return (
    <div
      id={lineId}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2 text-14 text-ink-2 max-desk:pt-1"
      data-cell={indicator.id}
    >
      {input("numerator", indicator.numeratorLabel ?? "Tử số")}
      {input("denominator", `trên ${indicator.denominatorLabel ?? "mẫu số"}`)}
      {isComplete && quotient !== null ? (
        <span className="font-num">
          Hệ thống tính ra {sayValue(indicator, quotient)} {sayUnit(indicator)}.
        </span>
      ) : null}
    </div>
  );
}
