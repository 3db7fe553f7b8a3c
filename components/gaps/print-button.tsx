"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's print dialogue; the page's print rules choose the sheet. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button size="sm" onClick={() => window.print()} className="print:hidden">
      {label}
    </Button>
  );
}
