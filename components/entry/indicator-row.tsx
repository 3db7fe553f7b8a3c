"use client";

import { memo, useState } from "react";
import { usesRatio } from "@/lib/entry/draft";
import { chooseControl, nameFieldAnchor } from "@/lib/entry/fields";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { CarryCellButton } from "./carry-cell-button";
import { CellMessage } from "./cell-message";
import {
  ENTRY_CELL,
  GRID_ROW,
  GRID_ROW_WRONG,
  QUIET_BUTTON,
  RESULT_CELL,
  SUB_ROW,
  TEXT_BUTTON,
} from "./entry-style";
import { EvidenceLink } from "./evidence-link";
import { ExemptionForm } from "./exemption-form";
import { FindingText } from "./finding-text";
import { GradeControl } from "./grade-control";
import { NoteLine } from "./note-line";
import { NumberControl } from "./number-control";
import { RatioLine } from "./ratio-line";
import { ResultText } from "./result-text";
import { RowFacts } from "./row-facts";
import { SwitchControl } from "./switch-control";
import { useCell } from "./use-cell";

interface IndicatorRowProps {
  indicator: ResolvedIndicator;
  isLimb: boolean;
}

/** One field of the sheet. Memoised: typing here draws this row and the summaries, no other row. */
export const IndicatorRow = memo(function IndicatorRow({ indicator, isLimb }: IndicatorRowProps) {
  const { id, code } = indicator;
  const handle = useCell(id);
  const { cell } = handle;
  const [isRatioOpen, setRatioOpen] = useState(() => usesRatio(cell.draft));
  const [isNoteOpen, setNoteOpen] = useState(false);
  const [isExempting, setExempting] = useState(false);
  const control = chooseControl(indicator);
  const kind = cell.status.kind;
  const isWrong = kind === "refused" || kind === "question";
  const messageId = `m-${id}`;
  const lineId = `r-${id}`;
  const shared = { indicator, handle, labelledBy: `t-${id}`, describedBy: messageId };
  const showsRatio = control === "ratio" && isRatioOpen;

  return (
    <>
      <tr
        id={nameFieldAnchor(id)}
        className={`${GRID_ROW} scroll-mt-44 ${isWrong ? GRID_ROW_WRONG : ""}`}
        data-status={kind}
      >
        <RowFacts indicator={indicator} isLimb={isLimb} carry={<CarryCellButton indicator={indicator} />} />
        <td className={ENTRY_CELL} data-cell={id}>
          {control === "switch" ? (
            <SwitchControl
              id={id}
              label={`${code} ${indicator.title}`}
              handle={handle}
              describedBy={messageId}
            />
          ) : control === "select" ? (
            <GradeControl {...shared} />
          ) : (
            <NumberControl
              {...shared}
              ratio={
                control === "ratio"
                  ? { isOpen: isRatioOpen, toggle: () => setRatioOpen(!isRatioOpen), lineId }
                  : undefined
              }
            />
          )}
          <button
            type="button"
            className={`${QUIET_BUTTON} ${isExempting ? "visible!" : ""}`}
            aria-expanded={isExempting}
            onClick={() => setExempting(!isExempting)}
          >
            không áp dụng<span className="sr-only"> {code}</span>
          </button>
          <CellMessage id={messageId} indicator={indicator} handle={handle} />
          <FindingText id={id} onExplain={() => setNoteOpen(true)} />
          {cell.note && !isNoteOpen ? (
            <p className="mt-0.5 max-w-[40ch] text-13 text-ink-2">Ghi chú: {cell.note}</p>
          ) : null}
        </td>
        <td className={RESULT_CELL}>
          <div>
            <ResultText indicator={indicator} status={kind} />
          </div>
          <button
            type="button"
            className={`${TEXT_BUTTON} mr-3 max-desk:float-right max-desk:mr-0`}
            aria-expanded={isNoteOpen}
            onClick={() => setNoteOpen(!isNoteOpen)}
          >
            {cell.note ? "sửa ghi chú" : "ghi chú"}
            <span className="sr-only"> {code}</span>
          </button>
          <EvidenceLink id={id} code={code} />
        </td>
      </tr>
      {showsRatio || isNoteOpen || isExempting ? (
        <tr className={SUB_ROW}>
          <td className="max-desk:hidden" />
          <td colSpan={6} className="pr-4.5 pl-2.5 max-desk:block max-desk:p-0">
            {showsRatio ? (
              <RatioLine indicator={indicator} handle={handle} lineId={lineId} describedBy={messageId} />
            ) : null}
            {isNoteOpen ? <NoteLine id={id} code={code} handle={handle} /> : null}
            {isExempting ? (
              <ExemptionForm indicatorId={id} code={code} onClose={() => setExempting(false)} />
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  );
});
