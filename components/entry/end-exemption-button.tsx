"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { askFocus } from "@/lib/entry/carry-over";
import { endExemption } from "@/lib/exemptions/actions";
import { useEntryStore } from "./entry-store-context";
import { TEXT_BUTTON } from "./entry-style";

/** Takes "không áp dụng" back: the row gets its input again. */
export function EndExemptionButton({ indicatorId, code }: { indicatorId: number; code: string }) {
  const { sheet } = useEntryStore();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function end() {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const address = { unit: sheet.unit.code, set: sheet.set.code, period: sheet.period };
    const result = await endExemption({ ...address, indicatorId }).catch(() => null);
    if (result?.ok) {
      askFocus(indicatorId);
      router.refresh();
      return;
    }
    setBusy(false);
    setFailure(result?.message ?? "Chưa bỏ được: đang mất mạng hoặc máy chủ bận. Thử lại sau ít phút.");
  }

  return (
    <>
      <button type="button" className={TEXT_BUTTON} onClick={end} disabled={isBusy}>
        {isBusy ? "đang bỏ…" : "bỏ “không áp dụng”"}
        <span className="sr-only"> {code}</span>
      </button>
      {failure ? (
        <span role="alert" className="block text-13 font-semibold text-error">
          {failure}
        </span>
      ) : null}
    </>
  );
}
