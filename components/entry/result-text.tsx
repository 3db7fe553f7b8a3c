"use client";

import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CellStatus } from "@/lib/entry/sheet-state";
import { sayDistance } from "@/lib/entry/texts";
import { displayState } from "@/lib/scoring/display";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { useEntryStore, useSheetPart } from "./entry-store-context";

interface ResultTextProps {
  indicator: ResolvedIndicator;
  status?: CellStatus["kind"] | undefined;
}

/** The live verdict of one indicator, with the distance in its own unit. */
export function ResultText({ indicator, status }: ResultTextProps) {
  const store = useEntryStore();
  const score = useSheetPart((view) => view.score.indicatorById.get(indicator.id));
  if (status === "refused") return <span className="text-14 font-semibold text-error">không nhận</span>;
  if (status === "question") return <span className="text-14 font-semibold text-error">cần xác nhận</span>;
  if (score === undefined) return null;
  const distance = sayDistance(indicator, score);
  return (
    <>
      <VerdictMark state={displayState(score, store.before.indicators.get(indicator.id))} />
      {distance ? (
        <span className="block font-num text-13 text-ink-2 max-desk:ml-2 max-desk:inline">{distance}</span>
      ) : null}
    </>
  );
}
