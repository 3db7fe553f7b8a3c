import { CriterionStrip } from "@/components/ui/criterion-strip";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import type { CommunePage } from "@/lib/communes/types";
import { formatChange } from "@/lib/numbers/format";
import { formatPeriod } from "@/lib/numbers/periods";

/** x of y, the strip of criteria, what of it is derived, and the next promise beside it. */
export function CommuneScore({ page }: { page: CommunePage }) {
  const { sheet, strip, promise, change } = page;
  if (!sheet) return null;
  return (
    <section
      aria-label="Kết quả"
      className="mb-6 grid items-center gap-x-7 gap-y-4 border border-line bg-surface px-4 py-4.5 max-desk:mb-4 max-desk:border-x-0 desk:rounded-panel desk:px-4.5 wide:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <div>
        <p className="font-num text-40 font-semibold tracking-[-0.02em]">
          {sheet.met}
          <span className="text-22 font-medium tracking-normal text-ink-3">/{sheet.total}</span>
        </p>
        <p className="mt-1 text-14 text-ink-2">{page.sheetWords}</p>
        {change === null ? null : (
          <p className={`text-14 ${change < 0 ? "font-semibold text-regress" : "text-ink-2"}`}>
            {formatChange(change)} so với {formatPeriod(page.previousPeriod)}
          </p>
        )}
      </div>
      <div className="min-w-0">
        <CriterionStrip
          cells={strip.map((cell) =>
            cell.number === null || cell.state === "unnamed" ? cell : { ...cell, href: `#c${cell.number}` },
          )}
        />
        {sheet.derivedNote ? (
          <p className="mt-2 text-13 text-ink-2">
            <ProvenanceBadge kind="derived" /> {sheet.derivedNote}
          </p>
        ) : null}
      </div>
      {promise ? (
        <p className="text-14 text-ink-2 wide:max-w-52 wide:text-right">
          Mục tiêu
          <strong className="block text-balance font-num text-18 font-semibold text-ink">
            {promise.to === null
              ? promise.title
              : `${promise.from === null ? "" : `${promise.from}/${promise.total} → `}${promise.to}/${promise.total}`}
          </strong>
          {promise.dueText}
        </p>
      ) : null}
    </section>
  );
}
