"use client";

import { useState } from "react";
import { Button } from "./button";
import { tableToText } from "./table-text";

interface CopyTableButtonProps {
  /** id of the <table>. */
  tableId: string;
  label?: string;
}

/** Puts a table on the clipboard so that it pastes into Excel as cells. */
export function CopyTableButton({ tableId, label = "Chép sang Excel" }: CopyTableButtonProps) {
  const [said, setSaid] = useState("");

  async function copy() {
    const table = document.getElementById(tableId);
    if (!(table instanceof HTMLTableElement)) return;
    try {
      await navigator.clipboard.writeText(tableToText(table));
      setSaid("Đã chép. Dán vào Excel bằng Ctrl V.");
    } catch {
      setSaid("Trình duyệt không cho chép. Chọn bảng bằng chuột rồi bấm Ctrl C.");
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      <Button size="sm" onClick={copy}>
        {label}
      </Button>
      <span role="status" className="text-13 text-ink-2 empty:hidden">
        {said}
      </span>
    </span>
  );
}
