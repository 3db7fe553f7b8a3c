"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ERROR_TEXT, INPUT } from "@/components/ui/field-style";
import { askFocus } from "@/lib/entry/carry-over";
import { grantExemption } from "@/lib/exemptions/actions";
import { formatPeriod } from "@/lib/numbers/periods";
import { useEntryStore } from "./entry-store-context";
import { CLEAR_OF_BARS } from "./entry-style";

interface ExemptionFormProps {
  indicatorId: number;
  code: string;
  onClose: () => void;
}

const LOST =
  "Chưa ghi được: đang mất mạng hoặc máy chủ bận. Thử lại sau ít phút; nội dung vừa gõ còn nguyên.";

/** "Không áp dụng" with its reason and the document it rests on, under the row. */
export function ExemptionForm({ indicatorId, code, onClose }: ExemptionFormProps) {
  const { sheet } = useEntryStore();
  const router = useRouter();
  const errorId = useId();
  const [reason, setReason] = useState("");
  const [documentText, setDocumentText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function grant(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const result = await grantExemption({
      unit: sheet.unit.code,
      set: sheet.set.code,
      period: sheet.period,
      indicatorId,
      reason,
      documentText,
    }).catch(() => null);
    if (result?.ok) {
      askFocus(indicatorId);
      router.refresh();
      return;
    }
    setBusy(false);
    setFailure(result?.message ?? LOST);
  }

  return (
    <form onSubmit={grant} className="grid max-w-[46rem] gap-2.5 pb-3 text-14 text-ink-2" noValidate>
      <p>
        Chỉ tiêu <b className="font-semibold">{code}</b> không áp dụng với {sheet.unit.label} từ{" "}
        {formatPeriod(sheet.period)} cho đến khi bỏ. Số đã nhập vẫn giữ nhưng không tính.
      </p>
      <label className="block">
        <span className="mb-1 block">Lý do</span>
        <textarea
          className={`${INPUT} ${CLEAR_OF_BARS} min-h-16! text-15! leading-normal`}
          rows={2}
          maxLength={1000}
          value={reason}
          aria-describedby={failure ? errorId : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <label className="block">
        <span className="mb-1 block">Văn bản làm căn cứ (số, ký hiệu, ngày, cơ quan ban hành)</span>
        <input
          type="text"
          className={`${INPUT} ${CLEAR_OF_BARS} text-15!`}
          maxLength={300}
          value={documentText}
          aria-describedby={failure ? errorId : undefined}
          onChange={(event) => setDocumentText(event.target.value)}
        />
      </label>
      {failure ? (
        <p id={errorId} role="alert" className={ERROR_TEXT}>
          {failure}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" disabled={isBusy}>
          {isBusy ? "Đang ghi…" : "Ghi không áp dụng"}
        </Button>
        <Button size="sm" variant="link" onClick={onClose}>
          Thôi
        </Button>
      </p>
    </form>
  );
}
