"use client";

import { nameFieldAnchor } from "@/lib/entry/fields";
import type { CellStatus } from "@/lib/entry/sheet-state";
import { sayTime } from "@/lib/entry/texts";
import { useEntryStore, useSheetPart } from "./entry-store-context";

/** Save state of the whole sheet at the right of the bar; each count leads to the first such cell. */
export function SaveState() {
  const store = useEntryStore();
  const saving = useSheetPart((view) => view.saving);

  function go(kind: CellStatus["kind"]) {
    const { cells } = store.getView().state;
    const field = store.fields.find(({ indicator }) => cells[indicator.id]?.status.kind === kind);
    if (!field) return;
    store.show(field.criterionNumber);
    // The criterion may have been hidden (phone): look for its row once it is drawn.
    requestAnimationFrame(() => {
      const row = document.getElementById(nameFieldAnchor(field.indicator.id));
      row?.scrollIntoView({ block: "center" });
      row?.querySelector<HTMLElement>("input, select, button")?.focus({ preventScroll: true });
    });
  }

  const counts = [
    { kind: "waiting", count: saving.waiting, text: "chờ mạng", ink: "text-near" },
    { kind: "conflict", count: saving.conflicts, text: "xung đột", ink: "text-regress" },
    { kind: "refused", count: saving.refused, text: "ô bị từ chối", ink: "text-error" },
    { kind: "question", count: saving.questions, text: "cần xác nhận", ink: "text-error" },
  ] as const;
  const alerts = counts.filter(({ count }) => count > 0);

  return (
    <div className="text-right text-14 leading-[1.35] print:hidden">
      <span role="status" className="whitespace-nowrap">
        {saving.saving > 0 ? (
          <>
            <Dot /> Đang lưu…
          </>
        ) : saving.lastSavedAt !== null ? (
          <>
            <Dot isFull /> Đã lưu {sayTime(saving.lastSavedAt)}
          </>
        ) : store.sheet.lock === null ? (
          <span className="text-ink-3">Lưu tự động</span>
        ) : (
          <span className="text-ink-3">Chỉ xem</span>
        )}
      </span>
      {alerts.length > 0 ? (
        <span className="block font-num">
          {alerts.map(({ kind, count, text, ink }, index) => (
            <span key={kind}>
              {index > 0 ? " · " : ""}
              <button
                type="button"
                className={`min-h-6 cursor-pointer font-semibold whitespace-nowrap ${ink} underline decoration-1 underline-offset-3`}
                onClick={() => go(kind)}
              >
                {count} {text}
              </button>
            </span>
          ))}
        </span>
      ) : null}
    </div>
  );
}

function Dot({ isFull = false }: { isFull?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`mr-0.5 inline-block size-2 rounded-full border-2 border-accent ${isFull ? "bg-accent" : ""}`}
    />
  );
}
