import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that is only a state: not found, failed. */
export function StatePage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-160 px-4 pt-10 pb-24 desk:px-6 desk:pt-16">
      <div className="rounded-panel border border-line bg-surface">
        <EmptyState as="h1" title={title} actions={actions}>
          {children}
        </EmptyState>
      </div>
    </main>
  );
}
