"use client";

import { useSheetPart } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

interface FindingTextProps {
  id: number;
  /** Opens the note of the row. */
  onExplain: () => void;
}

/** What looks wrong with a figure, under its input: an error must be mended, a warning asks for a reason. */
export function FindingText({ id, onExplain }: FindingTextProps) {
  const findings = useSheetPart((view) => view.findings.get(id));
  return findings?.map((finding) =>
    finding.severity === "error" ? (
      <p key={finding.rule} className="mt-0.5 text-13 font-semibold text-error">
        {finding.message}
      </p>
    ) : finding.isExplained ? null : (
      <p key={finding.rule} className="mt-0.5 border-l-3 border-chart-5 pl-2 text-13 text-near">
        {finding.message}{" "}
        <button type="button" className={TEXT_BUTTON} onClick={onExplain}>
          ghi lý do<span className="sr-only"> {finding.code}</span>
        </button>
      </p>
    ),
  );
}
