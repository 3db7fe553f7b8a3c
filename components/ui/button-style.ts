export type ButtonVariant = "primary" | "secondary" | "danger" | "link";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-control border text-15 font-semibold whitespace-nowrap cursor-pointer transition-colors print:hidden";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-white no-underline hover:bg-accent-hover hover:border-accent-hover",
  secondary: "border-line-strong bg-surface text-ink no-underline hover:bg-sunken hover:border-ink-3",
  danger: "border-error bg-surface text-error no-underline hover:bg-error-bg",
  link: "border-transparent bg-transparent text-accent underline underline-offset-3 decoration-1 hover:decoration-2",
};

const DISABLED =
  "disabled:cursor-not-allowed disabled:border-line-2 disabled:bg-rail disabled:text-ink-3 disabled:no-underline";

/** Class names shared by Button and LinkButton. 40 px high, 44 on a phone; "sm" 32. */
export function styleButton(variant: ButtonVariant, size?: "sm"): string {
  const padding = variant === "link" ? "px-1.5" : size === "sm" ? "px-3" : "px-4";
  const height = size === "sm" ? "min-h-8 text-14" : "min-h-10 max-desk:min-h-11";
  return `${BASE} ${padding} ${height} ${VARIANTS[variant]} ${DISABLED}`;
}
