import type { ReactNode } from "react";

const TONES = {
  error: "border-error bg-error-bg",
  warn: "border-chart-5 bg-near-bg",
  done: "border-accent bg-accent-tint",
} as const;

interface NoticeProps {
  tone: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  id?: string;
}

/** Says what happened and what to do; "done" is polite, "error" is announced at once. */
export function Notice({ tone, title, children, id }: NoticeProps) {
  return (
    <div
      id={id}
      role={tone === "error" ? "alert" : "status"}
      className={`border-l-4 px-3.5 py-2 text-15 print-exact ${TONES[tone]}`}
    >
      {title ? <strong className="font-semibold">{title} </strong> : null}
      {children}
    </div>
  );
}
