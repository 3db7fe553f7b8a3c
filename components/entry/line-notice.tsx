"use client";

import { useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";
import { sayTime } from "@/lib/entry/texts";
import { useSheetPart } from "./entry-store-context";

function watchLine(notify: () => void): () => void {
  window.addEventListener("online", notify);
  window.addEventListener("offline", notify);
  return () => {
    window.removeEventListener("online", notify);
    window.removeEventListener("offline", notify);
  };
}

/** Whether the browser itself says that there is no network. */
function useIsOffline(): boolean {
  return useSyncExternalStore(
    watchLine,
    () => !navigator.onLine,
    () => false,
  );
}

/** The line is lost: what is safe and what happens next. The line is back: what was sent. */
export function LineNotice() {
  const held = useSheetPart((view) => view.saving.held);
  const resent = useSheetPart((view) => view.state.resent);
  const savedAt = useSheetPart((view) => view.saving.lastSavedAt);
  const isKept = useSheetPart((view) => view.isKept);
  const isOffline = useIsOffline();
  if (held > 0 || isOffline) {
    const where = isKept ? "đã giữ trên máy này" : "đang giữ trong trang này, đừng đóng trang,";
    return (
      <Notice tone="warn" title="Đang mất mạng.">
        Cứ nhập tiếp:{" "}
        {held > 0
          ? `${held} ô ${where}`
          : `ô nào nhập cũng giữ ${isKept ? "trên máy này" : "trong trang này"}`}{" "}
        và sẽ tự gửi khi có mạng.
      </Notice>
    );
  }
  if (resent === 0 || savedAt === null) return null;
  return (
    <Notice tone="done" title="Đã có mạng.">
      {resent} ô vừa gửi xong lúc {sayTime(savedAt)}. Không mất số nào.
    </Notice>
  );
}
