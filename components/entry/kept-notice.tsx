"use client";

import { Notice } from "@/components/ui/notice";
import { sayDraft } from "@/lib/entry/say-draft";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

/** What an earlier tab left on this machine: taken up again, or, the sheet being locked, shown before it goes. */
export function KeptNotice() {
  const store = useEntryStore();
  const recovered = useSheetPart((view) => view.recovered);
  const stranded = useSheetPart((view) => view.stranded);
  const unsaved = useSheetPart((view) => view.saving.unsaved);
  if (stranded.length > 0) {
    return (
      <Notice tone="warn" title={`Còn ${stranded.length} ô gõ trên máy này chưa gửi, mà phiếu đã khóa.`}>
        <ul className="mt-1 font-num">
          {stranded.map(({ id, draft }) => {
            const field = store.fields.find(({ indicator }) => indicator.id === id);
            return field ? (
              <li key={id}>
                {field.indicator.code}: {sayDraft(field.indicator, draft) || "để trống"}
              </li>
            ) : null;
          })}
        </ul>
        <button type="button" className={`${TEXT_BUTTON} text-15!`} onClick={store.dropStranded}>
          Bỏ các ô này khỏi máy
        </button>
      </Notice>
    );
  }
  if (recovered === 0) return null;
  return (
    <Notice tone="done" title={`Đã lấy lại ${recovered} ô gõ lần trước trên máy này.`}>
      {unsaved > 0 ? `Còn ${unsaved} ô chưa lưu xong.` : "Các ô đó đã lưu xong."}
    </Notice>
  );
}
