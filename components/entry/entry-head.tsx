"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useState } from "react";
import { styleButton } from "@/components/ui/button-style";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { useEntryStore } from "./entry-store-context";
import { waitUntilSaved } from "./wait-until-saved";

const KEYS = [
  ["Tab", "ô sau"],
  ["Enter", "lưu và xuống"],
  ["↑ ↓", "chuyển hàng"],
  ["Đ C", "đạt, chưa đạt"],
  ["Esc", "bỏ sửa"],
  ["Ctrl V", "dán cả cột từ Excel"],
] as const;

/** Title, keyboard hints and the ways to the import and to the check page; both first wait for saves under way. */
export function EntryHead({ checkHref }: { checkHref: string }) {
  const store = useEntryStore();
  const router = useRouter();
  const [isLeaving, setLeaving] = useState(false);
  const { sheet } = store;
  const isLocked = sheet.lock !== null;

  const importHref = `/import?${new URLSearchParams({ unit: sheet.unit.code, set: sheet.set.code, period: sheet.period })}`;

  async function leave(event: MouseEvent<HTMLAnchorElement>, href: string) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isLeaving) return;
    setLeaving(true);
    store.commitAll();
    await waitUntilSaved(store);
    router.push(href);
  }

  return (
    <div className="mb-4 flex items-center justify-between gap-6 max-desk:block max-desk:px-4">
      <div>
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
          <h1 className="text-22!">Nhập liệu</h1>
          {sheet.isIllustrative ? <IllustrativeBadge /> : null}
        </div>
        {isLocked ? null : (
          <p className="mt-1 text-14 text-ink-2 max-desk:hidden print:hidden">
            {KEYS.map(([key, means]) => (
              <span key={key} className="mr-3.5 whitespace-nowrap">
                <kbd className="rounded-control border border-b-2 border-line-2 bg-surface px-1.5 py-0.5 font-sans text-13 font-medium">
                  {key}
                </kbd>{" "}
                {means}
              </span>
            ))}
          </p>
        )}
      </div>
      <div className="flex flex-none items-center gap-3 max-desk:mt-2.5 print:hidden">
        {isLocked ? null : (
          <a
            href={importHref}
            className={styleButton("secondary")}
            aria-disabled={isLeaving || undefined}
            onClick={(event) => leave(event, importHref)}
          >
            Excel
          </a>
        )}
        <a
          href={checkHref}
          className={styleButton(isLocked ? "secondary" : "primary")}
          aria-disabled={isLeaving || undefined}
          onClick={(event) => leave(event, checkHref)}
        >
          {isLocked ? "Xem tóm tắt phiếu" : "Kiểm tra trước khi gửi"}
        </a>
      </div>
    </div>
  );
}
