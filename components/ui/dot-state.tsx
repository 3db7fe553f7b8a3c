import type { ReactNode } from "react";

/** Save state of a field or form: a dot and a word. */
export function DotState({
  tone = "quiet",
  full = false,
  children,
}: {
  tone?: "quiet" | "wait" | "conflict" | "error";
  full?: boolean;
  children: ReactNode;
}) {
  const ink = {
    quiet: "text-ink-2",
    wait: "text-near font-semibold",
    conflict: "text-regress font-semibold",
    error: "text-error font-semibold",
  }[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 text-13 ${ink}`}>
      <span
        aria-hidden="true"
        className={`size-2 flex-none rounded-full border-2 border-current ${full ? "bg-current" : ""}`}
      />
      {children}
    </span>
  );
}
