import type { ReactNode } from "react";

interface PanelProps {
  title?: ReactNode;
  /** Right of the title: a count, a legend, a tag. */
  meta?: ReactNode;
  footer?: ReactNode;
  id?: string;
  /** No padding around the children: tables and lists reach the edge. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A white surface with a one-line head. Edge to edge on a phone. */
export function Panel({ title, meta, footer, id, flush = false, className = "", children }: PanelProps) {
  return (
    <section
      id={id}
      className={`scroll-mt-20 border border-line bg-surface max-desk:border-x-0 desk:rounded-panel ${className}`}
    >
      {title || meta ? (
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5 border-b border-line px-4 pt-3.5 pb-3 desk:px-4.5">
          {title ? <h2>{title}</h2> : null}
          {meta ? <div className="text-14 text-ink-3">{meta}</div> : null}
        </header>
      ) : null}
      {flush ? children : <div className="px-4 py-4 desk:px-4.5">{children}</div>}
      {footer ? (
        <footer className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-14 text-ink-2 desk:px-4.5">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}
