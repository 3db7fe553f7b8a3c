/** Class names of the entry table. On a phone its rows become blocks of two columns. */
const CELL = "py-2 px-2.5 align-top max-desk:p-0";

export const GRID_TABLE = "w-full text-15 max-desk:block desk:table-fixed";
export const GRID_HEAD =
  "sticky top-[120px] z-10 bg-surface px-2.5 py-2 text-left align-bottom text-13 font-semibold text-ink-2 inset-shadow-[0_-1px_0_var(--color-line-strong)] print:static";
export const GRID_ROW =
  "group border-t border-line transition-colors focus-within:bg-accent-tint/50 max-desk:grid max-desk:grid-cols-2 max-desk:gap-x-4 max-desk:gap-y-1.5 max-desk:px-4 max-desk:py-3 max-desk:focus-within:inset-shadow-[3px_0_0_var(--color-accent)]";
export const GRID_ROW_WRONG = "inset-shadow-[3px_0_0_var(--color-error)]";
export const SUB_ROW = "max-desk:block max-desk:px-4 max-desk:pb-3";
export const CODE_CELL = `${CELL} pl-4.5! max-desk:pl-0! font-num font-semibold whitespace-nowrap max-desk:col-span-2 max-desk:-mb-1 max-desk:text-14`;
export const CODE_BAR = "desk:group-focus-within:inset-shadow-[3px_0_0_var(--color-accent)]";
export const TITLE_CELL = `${CELL} max-desk:col-span-2`;
export const PREVIOUS_CELL = `${CELL} font-num whitespace-nowrap desk:text-right`;
export const THRESHOLD_CELL = `${CELL} font-num`;
export const TARGET_CELL = `${CELL} font-num text-right max-desk:hidden`;
export const ENTRY_CELL = `${CELL} max-desk:col-span-2`;
export const RESULT_CELL = `${CELL} pr-4.5! max-desk:pr-0! max-desk:col-span-2`;
export const PHONE_LABEL = "block text-13 text-ink-3 desk:hidden";
/** Keeps a focused field clear of the sticky bars above and the tab bar below. */
export const CLEAR_OF_BARS = "scroll-mt-44 scroll-mb-24";
export const TEXT_BUTTON =
  "cursor-pointer text-13 text-accent underline decoration-1 underline-offset-3 hover:decoration-2 min-h-6 print:hidden";
/**
 * A button that shows while its row is pointed at or has the focus; always on a phone. It keeps its place: a row that
 * shrank when the focus leaves would move what is being clicked.
 */
export const QUIET_BUTTON = `${TEXT_BUTTON} whitespace-nowrap desk:invisible desk:group-focus-within:visible desk:group-hover:visible`;
