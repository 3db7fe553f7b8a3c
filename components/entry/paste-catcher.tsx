"use client";

import { type ClipboardEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { EntryField } from "@/lib/entry/fields";
import { isBlock, PASTE_MAX } from "@/lib/entry/paste";
import { useEntryStore } from "./entry-store-context";

// Nobody pays for the preview before pasting.
const PasteDialog = lazy(() => import("./paste-dialog"));

interface PasteCatcherProps {
  /** Fields that take a figure, in the order shown. */
  fields: readonly EntryField[];
  children: ReactNode;
}

/** Takes a column or a block pasted into any cell; a single value is left to the input. */
export function PasteCatcher({ fields, children }: PasteCatcherProps) {
  const store = useEntryStore();
  const [pasted, setPasted] = useState<{ text: string; startId: number; from: HTMLElement } | null>(null);
  const [isTooLong, setTooLong] = useState(false);

  function take(event: ClipboardEvent<HTMLElement>) {
    if (store.sheet.lock !== null || pasted) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const cell = target?.closest("[data-cell]");
    // A note may have lines of its own.
    if (!target || !cell || target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData.getData("text/plain");
    if (!isBlock(text)) return;
    event.preventDefault();
    setTooLong(text.length > PASTE_MAX);
    if (text.length > PASTE_MAX) return;
    setPasted({ text, startId: Number(cell.getAttribute("data-cell")), from: target });
  }

  function close() {
    const from = pasted?.from;
    setPasted(null);
    // While the dialog stands nothing behind it takes the focus.
    requestAnimationFrame(() => from?.focus());
  }

  return (
    <div onPaste={take}>
      {isTooLong ? (
        <div className="mb-3 max-desk:mx-4">
          <Notice tone="error" title="Nội dung dán quá lớn.">
            Chỉ chép vùng có số liệu của phiếu này rồi dán lại. Chưa ô nào bị ghi.
          </Notice>
        </div>
      ) : null}
      {children}
      {pasted ? (
        <Suspense fallback={null}>
          <PasteDialog text={pasted.text} startId={pasted.startId} fields={fields} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
