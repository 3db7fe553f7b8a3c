import type { ReactNode } from "react";

export interface StatTile {
  label: ReactNode;
  value: ReactNode;
  /** "24" of "3/24", or a unit with `ofIsUnit`. */
  of?: ReactNode;
  /** Print `of` after a space instead of a slash: "5 tiêu chí". */
  ofIsUnit?: boolean;
  hint?: ReactNode;
  tone?: "default" | "regressed";
  href?: string;
}

/** Headline figures in one row; two a line on a phone. */
export function StatTiles({ items }: { items: readonly StatTile[] }) {
  return (
    <dl
      className="grid grid-cols-2 gap-px overflow-hidden border border-line bg-line max-desk:border-x-0 desk:auto-cols-fr desk:grid-flow-col desk:grid-cols-none desk:rounded-panel"
      data-count={items.length}
    >
      {items.map((item, index) => (
        <div
          // Tiles are a fixed row, never reordered.
          key={`tile-${index.toString()}`}
          className="flex flex-col bg-surface px-4 pt-3.5 pb-4 max-desk:last:odd:col-span-2 desk:px-4.5"
        >
          <dt className="text-balance text-14 leading-[1.35] text-ink-2 desk:min-h-9.5">{item.label}</dt>
          <dd
            className={`font-num text-28 font-semibold tracking-[-0.01em] ${item.tone === "regressed" ? "text-regress" : ""}`}
          >
            {item.value}
            {item.of === undefined ? null : (
              <span className="text-16 font-medium tracking-normal text-ink-3">
                {item.ofIsUnit ? " " : "/"}
                {item.of}
              </span>
            )}
          </dd>
          {item.hint ? <dd className="mt-0.5 text-13 leading-[1.4] text-ink-2">{item.hint}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
