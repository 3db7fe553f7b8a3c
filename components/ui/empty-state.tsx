import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Heading level on pages where this is the whole content. */
  as?: "h1" | "h2";
}

/** Says what is not there, why, and what to do next. */
export function EmptyState({ title, children, actions, as: Heading = "h2" }: EmptyStateProps) {
  return (
    <div className="px-4 py-6 desk:px-6">
      <Heading className="text-18 font-semibold">{title}</Heading>
      {children ? <div className="mt-1.5 max-w-[60ch] text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap items-center gap-3">{actions}</div> : null}
    </div>
  );
}
