import type { ReactNode } from "react";

interface PageHeadProps {
  title: ReactNode;
  /** Beside the title, e.g. <IllustrativeBadge />. */
  badge?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The page's only h1, a lead sentence, and its actions on the right (below on a phone). */
export function PageHead({ title, badge, lead, actions }: PageHeadProps) {
  return (
    <div className="mb-4 flex items-end justify-between gap-6 max-desk:block max-desk:px-4 desk:mb-6">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
          <h1>{title}</h1>
          {badge}
        </div>
        {lead ? <p className="mt-1 max-w-[78ch] text-ink-2">{lead}</p> : null}
      </div>
      {actions ? (
        <div className="flex flex-none flex-wrap items-center gap-3 max-desk:mt-3 print:hidden">
          {actions}
        </div>
      ) : null}
    </div>
  );
}
