import type { ReactNode } from "react";

/** The page's content below the context bar; target of "skip to content". */
export function Main({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`min-w-0 px-6 pt-6 pb-12 focus-visible:shadow-none focus-visible:outline-none max-desk:px-0 max-desk:pt-4 max-desk:pb-8 print:p-0 ${className}`}
    >
      {children}
    </main>
  );
}
