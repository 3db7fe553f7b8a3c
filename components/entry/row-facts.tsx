"use client";

import type { ReactNode } from "react";
import { sayFigure, sayTarget } from "@/lib/entry/texts";
import { formatPeriod } from "@/lib/numbers/periods";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { CutText } from "./cut-text";
import { useEntryStore } from "./entry-store-context";
import {
  CODE_BAR,
  CODE_CELL,
  PHONE_LABEL,
  PREVIOUS_CELL,
  TARGET_CELL,
  THRESHOLD_CELL,
  TITLE_CELL,
} from "./entry-style";
import { ThresholdText } from "./threshold-text";

interface RowFactsProps {
  indicator: ResolvedIndicator;
  isLimb: boolean;
  /** Rows of a group show no figures of their own. */
  isGroup?: boolean;
  /** Copies last period's figure; stands under it. */
  carry?: ReactNode;
}

const DASH = <span className="text-ink-3">–</span>;

/** The cells of a row that do not change while figures are entered: code, wording, last period, level, target. */
export function RowFacts({ indicator, isLimb, isGroup = false, carry }: RowFactsProps) {
  const { sheet } = useEntryStore();
  const previous = sayFigure(indicator, sheet.previous.figures[indicator.id]);
  const yearAgo = sayFigure(indicator, sheet.lastYear.figures[indicator.id]);
  const target = sheet.targets[indicator.id];
  return (
    <>
      <td className={`${CODE_CELL} ${CODE_BAR} ${isLimb ? "font-normal!" : ""}`}>{indicator.code}</td>
      <td className={`${TITLE_CELL} ${isLimb ? "desk:pl-6!" : ""}`}>
        <CutText id={`t-${indicator.id}`} text={indicator.title} />
      </td>
      <td className={PREVIOUS_CELL}>
        {isGroup ? null : (
          <>
            <span className={PHONE_LABEL}>Kỳ trước</span>
            {previous ?? DASH}
            {yearAgo === null ? null : (
              <span
                className="block text-13 text-ink-3"
                title={`Cùng kỳ: ${formatPeriod(sheet.lastYear.period)}`}
              >
                <span className="desk:sr-only">cùng kỳ </span>
                {yearAgo}
              </span>
            )}
            {carry}
          </>
        )}
      </td>
      <td className={THRESHOLD_CELL}>
        {isGroup ? (
          "đạt mọi phần"
        ) : (
          <>
            <span className={PHONE_LABEL}>Mức đạt chuẩn</span>
            <ThresholdText indicator={indicator} citation={sheet.set.citation} />
          </>
        )}
      </td>
      <td className={TARGET_CELL}>
        {target ? <span title={target.text}>{sayTarget(indicator, target)}</span> : DASH}
      </td>
    </>
  );
}
