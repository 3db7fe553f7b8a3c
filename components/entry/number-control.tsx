"use client";

import { INPUT_ERROR, INPUT_NUMBER } from "@/components/ui/field-style";
import { usesRatio } from "@/lib/entry/draft";
import { sayUnit, sayValue } from "@/lib/entry/texts";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { useSheetPart } from "./entry-store-context";
import { CLEAR_OF_BARS, TEXT_BUTTON } from "./entry-style";
import type { CellHandle } from "./use-cell";

interface NumberControlProps {
  indicator: ResolvedIndicator;
  handle: CellHandle;
  labelledBy: string;
  describedBy: string;
  /** Shows and hides the numerator and denominator; absent where the indicator is no ratio. */
  ratio?: { isOpen: boolean; toggle: () => void; lineId: string } | undefined;
}

/** A number as text: the browser must not guess what "1.200" means. */
export function NumberControl({ indicator, handle, labelledBy, describedBy, ratio }: NumberControlProps) {
  const { cell } = handle;
  const quotient = useSheetPart((view) => view.score.indicatorById.get(indicator.id)?.value ?? null);
  const isDerived = usesRatio(cell.draft);
  const { status } = cell;
  const isWrong = (status.kind === "refused" || status.kind === "question") && status.part === "value";
  const derived = quotient === null ? "" : sayValue(indicator, quotient);
  const unitId = `u-${indicator.id}`;
  return (
    <>
      <span className="flex items-center gap-2" data-field="">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className={`${INPUT_NUMBER} ${CLEAR_OF_BARS} w-28! flex-none max-desk:w-37.5! ${isWrong ? INPUT_ERROR : ""}`}
          value={isDerived ? derived : cell.draft.text}
          readOnly={isDerived}
          aria-labelledby={`${labelledBy} ${unitId}`}
          aria-describedby={describedBy}
          aria-invalid={isWrong || undefined}
          onChange={(event) => handle.type({ text: event.target.value })}
          onBlur={handle.leave}
          onKeyDown={handle.steer}
        />
        <span id={unitId} className="min-w-0 text-14 leading-tight text-ink-3">
          {sayUnit(indicator)}
        </span>
      </span>
      {ratio ? (
        <button
          type="button"
          className={`${TEXT_BUTTON} mr-3`}
          aria-expanded={ratio.isOpen}
          aria-controls={ratio.isOpen ? ratio.lineId : undefined}
          onClick={ratio.toggle}
        >
          tử số / mẫu số
        </button>
      ) : null}
    </>
  );
}
