"use client";

import { memo } from "react";
import { listRows } from "@/lib/entry/rows";
import type { ResolvedCriterion } from "@/lib/scoring/types";
import { CriterionHeading } from "./criterion-heading";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { IndicatorRow } from "./indicator-row";
import { ReadonlyRow } from "./readonly-row";

interface CriterionGroupProps {
  criterion: ResolvedCriterion;
  /** Ids of the rows a filter leaves; null shows all. */
  visible: ReadonlySet<number> | null;
}

/** One criterion with its rows. On a phone only the current one is shown. */
export const CriterionGroup = memo(function CriterionGroup({ criterion, visible }: CriterionGroupProps) {
  const store = useEntryStore();
  const isCurrent = useSheetPart((view) => view.current === criterion.number);
  const isLocked = store.sheet.lock !== null;
  const rows = listRows(criterion, store.sheet.exemptions).filter(
    (row) => visible === null || visible.has(row.indicator.id),
  );
  if (rows.length === 0) return null;
  return (
    <tbody
      className={`max-desk:border-b max-desk:border-line-2 ${isCurrent ? "max-desk:block" : "max-desk:hidden"}`}
      onFocus={() => store.show(criterion.number)}
    >
      <CriterionHeading criterion={criterion} />
      {rows.map(({ indicator, isLimb, kind }) =>
        kind === "field" && !isLocked ? (
          <IndicatorRow key={indicator.id} indicator={indicator} isLimb={isLimb} />
        ) : (
          <ReadonlyRow
            key={indicator.id}
            indicator={indicator}
            isLimb={isLimb}
            why={kind === "field" ? "locked" : kind}
          />
        ),
      )}
    </tbody>
  );
});
