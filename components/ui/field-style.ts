/** Class names of inputs, for fields built elsewhere (the entry grid). */
export const INPUT =
  "w-full min-h-10 max-desk:min-h-11 rounded-control border border-line-strong bg-surface px-2.5 py-1.5 text-16 font-num text-ink transition-colors disabled:bg-rail disabled:text-ink-3 disabled:border-line-2 read-only:bg-sunken";
export const INPUT_NUMBER = `${INPUT} text-right font-medium`;
/** Added to INPUT when the value was refused. */
export const INPUT_ERROR = "border-2! border-error!";
export const LABEL = "block font-semibold";
export const HINT = "text-14 text-ink-3";
export const ERROR_TEXT = "text-14 font-semibold text-error";
