"use client";

import { Button } from "@/components/ui/button";
import type { Draft } from "@/lib/entry/draft";
import type { PasteLine } from "@/lib/entry/paste";
import { sayDraft } from "@/lib/entry/say-draft";
import { cutWording, sayUnit } from "@/lib/entry/texts";
import { formatDecimal } from "@/lib/numbers/format";

interface PasteLineRowProps {
  line: PasteLine;
  current: Draft | undefined;
  /** The reading chosen for a number that can be read two ways. */
  chosen: string | undefined;
  onChoose: (value: string) => void;
}

/** One row of the paste preview: code, what stands now, what would be written or why not. */
export function PasteLineRow({ line, current, chosen, onChoose }: PasteLineRowProps) {
  const { indicator } = line.field;
  const { outcome } = line;
  const old = current ? sayDraft(indicator, current) : "";
  const unit = sayUnit(indicator);
  const title = cutWording(indicator.title, 70);
  return (
    <tr className="border-t border-line align-top" data-outcome={outcome.kind}>
      <td className="py-1.75 pr-2 pl-4.5 font-num font-semibold whitespace-nowrap">{indicator.code}</td>
      <td className="px-2 py-1.75 text-14 max-desk:hidden">
        {title === null ? indicator.title : `${title}…`}
      </td>
      <td className="px-2 py-1.75 text-right font-num">{old || <span className="text-ink-3">–</span>}</td>
      <td className="py-1.75 pr-4.5 pl-2 font-num">
        {outcome.kind === "write" ? (
          <>
            <b className="font-semibold">{sayDraft(indicator, outcome.draft)}</b>{" "}
            <span className="text-14 text-ink-3">{unit}</span>
          </>
        ) : outcome.kind === "same" ? (
          <span className="text-ink-3">giữ nguyên</span>
        ) : outcome.kind === "refused" ? (
          <span className="text-14">
            <b className="font-semibold text-error">Không ghi “{line.text.slice(0, 40)}”.</b>{" "}
            {outcome.message}
          </span>
        ) : (
          <>
            <span className="block text-14 font-semibold">
              {chosen === undefined ? `“${line.text}” là số nào?` : `Chọn ${formatDecimal(chosen)}`}
            </span>
            <span className="mt-1 flex flex-wrap gap-1.5">
              {outcome.candidates.map((value) => (
                <Button
                  key={value}
                  size="sm"
                  aria-pressed={chosen === value}
                  className={chosen === value ? "bg-accent-tint!" : ""}
                  onClick={() => onChoose(value)}
                >
                  {formatDecimal(value)}
                </Button>
              ))}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
