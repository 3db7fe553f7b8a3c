"use client";

import { useEntryStore, useSheetPart } from "./entry-store-context";

interface EntryPagerProps {
  /** Numbers of the criteria on show, in order. */
  numbers: readonly number[];
}

/** Previous and next criterion, on a phone. */
export function EntryPager({ numbers }: EntryPagerProps) {
  const store = useEntryStore();
  const current = useSheetPart((view) => view.current);
  const place = numbers.indexOf(current);
  const previous = numbers[place - 1];
  const next = numbers[place + 1];

  function go(number: number) {
    store.show(number);
    window.scrollTo({ top: 0 });
  }

  const look = "min-h-12 cursor-pointer px-4 py-3.5 text-15 text-accent underline underline-offset-3";
  return (
    <nav
      aria-label="Chuyển tiêu chí"
      className="grid grid-cols-2 border-t border-line bg-surface desk:hidden"
    >
      {previous === undefined ? (
        <span />
      ) : (
        <button type="button" className={`${look} text-left`} onClick={() => go(previous)}>
          ‹ Tiêu chí {previous}
        </button>
      )}
      {next === undefined ? null : (
        <button type="button" className={`${look} border-l border-line text-right`} onClick={() => go(next)}>
          Tiêu chí {next} ›
        </button>
      )}
    </nav>
  );
}
