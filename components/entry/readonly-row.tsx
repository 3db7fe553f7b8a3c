"use client";

import { memo } from "react";
import { nameFieldAnchor } from "@/lib/entry/fields";
import { sayFigure, sayUnit } from "@/lib/entry/texts";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { EndExemptionButton } from "./end-exemption-button";
import { useEntryStore } from "./entry-store-context";
import { ENTRY_CELL, GRID_ROW, PHONE_LABEL, RESULT_CELL } from "./entry-style";
import { ResultText } from "./result-text";
import { RowFacts } from "./row-facts";

interface ReadonlyRowProps {
  indicator: ResolvedIndicator;
  isLimb: boolean;
  /** "group": an indicator with limbs; "exempt": it does not apply; "locked": the sheet cannot be changed. */
  why: "group" | "exempt" | "locked";
}

/** A row without controls: the same columns, read only. */
export const ReadonlyRow = memo(function ReadonlyRow({ indicator, isLimb, why }: ReadonlyRowProps) {
  const { sheet } = useEntryStore();
  const exemption = sheet.exemptions[indicator.id];
  const figure = sheet.figures[indicator.id];
  const text = sayFigure(indicator, figure);
  const unit = sayUnit(indicator);
  return (
    <tr id={nameFieldAnchor(indicator.id)} className={`${GRID_ROW} scroll-mt-44`}>
      <RowFacts indicator={indicator} isLimb={isLimb} isGroup={why === "group"} />
      <td className={ENTRY_CELL}>
        {exemption ? (
          <>
            <span className="block text-14">{exemption.reason}</span>
            <span className="block text-13 text-ink-3">{exemption.documentText}</span>
            {sheet.lock === null ? (
              <EndExemptionButton indicatorId={indicator.id} code={indicator.code} />
            ) : null}
          </>
        ) : why === "group" ? (
          <span className="text-14 text-ink-3">{sheet.lock ? "Xem" : "Nhập"} từng phần bên dưới</span>
        ) : (
          <>
            <span className={PHONE_LABEL}>Số liệu</span>
            <span className="font-num font-medium">{text ?? <span className="text-ink-3">–</span>}</span>
            {text !== null && unit !== "" && unit !== "%" ? (
              <span className="text-14 text-ink-3"> {unit}</span>
            ) : null}
            {figure?.note ? (
              <span className="block max-w-[40ch] text-13 text-ink-2">Ghi chú: {figure.note}</span>
            ) : null}
          </>
        )}
      </td>
      <td className={RESULT_CELL}>
        <ResultText indicator={indicator} />
      </td>
    </tr>
  );
});
