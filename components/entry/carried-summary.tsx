"use client";

import { useEffect, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { readCarried } from "@/lib/entry/carry-over";
import { nameFieldAnchor } from "@/lib/entry/fields";
import type { CellStatus } from "@/lib/entry/sheet-state";

interface CarriedSummaryProps {
  name: string;
  entryHref: string;
  /** Indicator (or limb) id → code. */
  codes: Readonly<Record<number, string>>;
}

function sayStatus(status: CellStatus, text: string): string {
  switch (status.kind) {
    case "refused":
      return status.message;
    case "question":
      return `“${status.text}” hiểu được hai cách. Chọn một`;
    case "conflict":
      return "hai người ghi hai số. Chọn một số";
    default:
      return `“${text}” chưa lưu được. Mở lại để lưu`;
  }
}

/** Cells typed on the entry page that the server does not have: each line leads back to its field. */
export function CarriedSummary({ name, entryHref, codes }: CarriedSummaryProps) {
  const [cells] = useState(() => Object.entries(readCarried(name)));
  useEffect(() => {
    if (cells.length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [cells]);
  if (cells.length === 0) return null;
  return (
    <div className="mb-4 max-desk:mx-4 desk:mb-6">
      <ErrorSummary
        title={`Có ${cells.length} chỗ phải sửa trước khi gửi`}
        items={cells.map(([id, cell]) => ({
          href: `${entryHref}#${nameFieldAnchor(Number(id))}`,
          text: `${codes[Number(id)] ?? id}: ${sayStatus(cell.status, cell.draft.text)}`,
        }))}
      />
    </div>
  );
}
