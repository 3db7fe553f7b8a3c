import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { ReviewSheetView } from "@/lib/reviews/types";
import { STATE_WORDS } from "@/lib/reviews/words";
import { DecisionDock } from "./decision-dock";
import { DifferenceTable } from "./difference-table";
import styles from "./review-layout.module.css";
import { ReviewStrip } from "./review-strip";

interface SheetPaneProps {
  sheet: ReviewSheetView;
  mode: "decide" | "answer" | "none";
  address: { unit: string; set: string; period: string };
  /** Criterion number → address; null where the reader goes through communes instead. */
  criterionHrefs: Readonly<Record<number, string>> | null;
  nextHref: string | null;
  nextText: string;
  /** Where the commune mends the criterion; null for others. */
  entryHref: string | null;
}

/** One criterion of one sheet: old beside new, and the decision below, always in view. */
export function SheetPane(props: SheetPaneProps) {
  const { sheet, mode, address, criterionHrefs, nextHref, nextText, entryHref } = props;
  const { criterion } = sheet;
  const isSaid = criterion.reviewState !== "waiting";
  return (
    <>
      {criterionHrefs ? (
        <div className="border-b border-line px-3 py-2">
          <ReviewStrip cells={sheet.cells} current={criterion.number} hrefs={criterionHrefs} />
        </div>
      ) : null}
      <header className="flex items-start justify-between gap-4 px-4.5 pt-3 pb-2.5 max-desk:flex-wrap max-desk:px-4">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {sheet.unitLabel}
            <ProvenanceBadge kind={sheet.provenance} />
            <Tag
              tone={
                sheet.status === "returned" ? "returned" : sheet.status === "submitted" ? "neutral" : "ok"
              }
            >
              {sheet.statusText}
            </Tag>
          </h2>
          <p className="font-num text-14 text-ink-2">
            {sheet.sentText} {sheet.comparedText}
          </p>
        </div>
        <p className="flex flex-none flex-col items-end gap-1 max-desk:items-start">
          <VerdictMark state={criterion.state} form="box" />
          {isSaid ? (
            <Tag tone={criterion.reviewState === "returned" ? "returned" : "neutral"}>
              {STATE_WORDS[criterion.reviewState]}
            </Tag>
          ) : null}
        </p>
      </header>
      <section aria-label={`Số liệu tiêu chí ${criterion.number}`} className={styles.differences}>
        <p className="px-4.5 pb-2 text-15 font-semibold max-desk:px-4">
          Tiêu chí {criterion.number} {criterion.title}
        </p>
        <DifferenceTable
          address={address}
          rows={sheet.rows}
          caption={`Tiêu chí ${criterion.number} ${criterion.title}: số cũ và số nay gửi`}
          approvedTitle={sheet.approvedTitle}
          round={sheet.round}
        />
      </section>
      <div className="border-t border-line-strong px-4.5 pt-2.5 pb-3.5 max-desk:px-4 print:hidden">
        <p className="mb-2 border-l-4 border-line-strong pl-3 font-num text-14">{sheet.consequence}</p>
        <DecisionDock
          mode={mode}
          refusal={sheet.refusal}
          target={{ ...address, criterionId: criterion.id, round: sheet.round, seenId: criterion.seenId }}
          criterionNumber={criterion.number}
          indicators={criterion.indicators}
          nextHref={nextHref}
          nextText={nextText}
          unitLabel={sheet.unitLabel}
        />
        {entryHref ? (
          <p className="mt-2">
            <a href={entryHref}>Sửa số liệu tiêu chí {criterion.number}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}
