import type { ReactNode } from "react";

export type TagTone = "late" | "soon" | "returned" | "neutral" | "ok";

const TONES: Record<TagTone, string> = {
  late: "bg-unmet-bg text-unmet font-semibold",
  soon: "bg-near-bg text-near font-semibold",
  returned: "bg-regress-bg text-regress font-semibold",
  ok: "bg-accent-tint text-accent font-semibold",
  neutral: "bg-rail text-ink-2",
};

/** A short state in words: "quá 5 ngày", "bị trả lại", "đang làm". */
export function Tag({ tone = "neutral", children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-control px-2 py-0.5 text-13 leading-[1.3] print-exact ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
