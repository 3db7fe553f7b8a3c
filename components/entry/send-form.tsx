"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { nameFieldAnchor } from "@/lib/entry/fields";
import { sendSubmission } from "@/lib/submissions/actions";
import type { SendProblem } from "@/lib/submissions/entry-types";
import { CheckBox } from "./check-box";
import { useCarriedProblems } from "./use-carried-problems";

interface SendFormProps {
  unit: string;
  set: string;
  period: string;
  entryHref: string;
  /** "12 chỉ tiêu còn trống (11; 13.4; …)"; null when nothing is missing. */
  missing: string | null;
  /** Why this user cannot send now; null when they can. */
  refusal: string | null;
}

const LOST =
  "Chưa gửi được: đang mất mạng hoặc máy chủ bận. Số liệu đã lưu vẫn còn nguyên; bấm gửi lại sau ít phút.";

/** Confirmation and the one button. The button says underneath what opens it; a double click sends once. */
export function SendForm({ unit, set, period, entryHref, missing, refusal }: SendFormProps) {
  const router = useRouter();
  const hintId = useId();
  const carried = useCarriedProblems(`${unit}/${set}/${period}`);
  const [isConfirmed, setConfirmed] = useState(false);
  const [isAcknowledged, setAcknowledged] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<{ message: string; problems: SendProblem[] } | null>(null);
  // State is drawn a moment later than a second click comes.
  const isBusy = useRef(false);

  const hint =
    refusal ??
    (carried > 0
      ? `Còn ${carried} ô chưa lưu. Về nhập liệu sửa hoặc bỏ các ô đó rồi gửi.`
      : missing !== null && !isAcknowledged
        ? "Nút mở khi đánh dấu đồng ý gửi phiếu còn trống và xác nhận đã kiểm tra."
        : isConfirmed
          ? null
          : "Nút mở khi đánh dấu xác nhận ở trên.");

  async function send() {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setFailure(null);
    try {
      const result = await sendSubmission({
        unit,
        set,
        period,
        confirmed: isConfirmed,
        acknowledgeMissing: isAcknowledged,
      });
      if (result.ok) {
        router.refresh();
        return;
      }
      setFailure({ message: result.message, problems: "problems" in result ? (result.problems ?? []) : [] });
    } catch {
      setFailure({ message: LOST, problems: [] });
    }
    isBusy.current = false;
    setSending(false);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {missing === null ? null : (
        <CheckBox isChecked={isAcknowledged} onChange={setAcknowledged}>
          {missing}. Tôi đồng ý gửi khi còn trống; các chỉ tiêu này tính là <b>chưa có số liệu</b>.
        </CheckBox>
      )}
      <CheckBox isChecked={isConfirmed} onChange={setConfirmed}>
        Tôi đã kiểm tra số liệu. Đây là kết quả xã <b>tự đánh giá</b>, chưa phải kết quả thẩm định.
      </CheckBox>
      <Button
        type="submit"
        variant="primary"
        className="mt-3"
        disabled={hint !== null || isSending}
        aria-describedby={hint ? hintId : undefined}
      >
        {isSending ? "Đang gửi…" : "Gửi phiếu"}
      </Button>
      <p className="mt-3">
        <a href={entryHref}>Về nhập liệu</a>
      </p>
      {hint ? (
        <p id={hintId} className="mt-2.5 text-14 text-ink-3">
          {hint}
        </p>
      ) : null}
      {failure ? (
        <div className="mt-3">
          <Notice tone="error">
            {failure.message}
            {failure.problems.length > 0 ? (
              <ul className="mt-1">
                {failure.problems.map((problem) => (
                  <li key={problem.indicatorId}>
                    <a href={`${entryHref}#${nameFieldAnchor(problem.indicatorId)}`}>{problem.message}</a>
                  </li>
                ))}
              </ul>
            ) : null}
          </Notice>
        </div>
      ) : null}
    </form>
  );
}
