"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { INPUT } from "@/components/ui/field-style";
import { Notice } from "@/components/ui/notice";
import type { ReviewSheetView } from "@/lib/reviews/types";
import {
  approveSubmission,
  reopenSubmission,
  returnSubmission,
  verifySubmission,
} from "@/lib/submissions/actions";
import { useReviewAct } from "./use-review-act";

type Step = "verify" | "approve" | "return" | "reopen";

const BUTTONS: Record<Step, string> = {
  verify: "Thẩm định xong",
  approve: "Duyệt phiếu",
  return: "Trả lại phiếu",
  reopen: "Mở lại phiếu",
};
const STEPS: Record<ReviewSheetView["status"], readonly Step[]> = {
  submitted: ["verify", "return"],
  verified: ["approve", "return"],
  approved: ["reopen"],
  returned: [],
};

interface SheetDecisionProps {
  address: { unit: string; set: string; period: string; round: number };
  unitLabel: string;
  status: ReviewSheetView["status"];
  /** "13/19". */
  result: string;
  numbers: ReviewSheetView["numbers"];
}

const list = (numbers: readonly number[]) => numbers.join(", ");

/** The whole sheet: verify, approve, give back, open again; each confirmed beside what it comes to. */
export function SheetDecision({ address, unitLabel, status, result, numbers }: SheetDecisionProps) {
  const [step, setStep] = useState<Step | null>(null);
  const [reason, setReason] = useState("");
  const [agreesRest, setAgreesRest] = useState(false);
  const { run, isBusy, failure, setFailure } = useReviewAct();
  const rest = [...numbers.waiting, ...numbers.answered].sort((a, b) => a - b);
  const blocked = [...numbers.returned, ...numbers.asked].sort((a, b) => a - b);

  function close() {
    setStep(null);
    setReason("");
    setAgreesRest(false);
    setFailure(null);
  }

  function take() {
    if (!step) return;
    if (step === "reopen" && reason.trim() === "") {
      setFailure("Ghi lý do mở lại để xã biết cần sửa gì.");
      return;
    }
    if (step === "return" && reason.trim() === "" && numbers.returned.length === 0) {
      setFailure("Ghi lý do trả lại để xã biết cần sửa gì.");
      return;
    }
    const act = {
      verify: () => verifySubmission({ ...address, agreeRemaining: agreesRest }),
      approve: () => approveSubmission(address),
      return: () => returnSubmission({ ...address, reason }),
      reopen: () => reopenSubmission({ ...address, reason }),
    }[step];
    void run(act, null, close);
  }

  if (STEPS[status].length === 0) return null;
  if (!step) {
    return (
      <div className="mt-2.5 flex flex-wrap gap-2">
        {STEPS[status].map((one) => (
          <Button
            key={one}
            size="sm"
            variant={one === "approve" ? "primary" : "secondary"}
            className="max-desk:min-h-11"
            onClick={() => setStep(one)}
          >
            {BUTTONS[one]}…
          </Button>
        ))}
      </div>
    );
  }
  const needsRest = step === "verify" && rest.length > 0;
  const isOpen = step === "verify" && blocked.length > 0;
  return (
    <form
      aria-label={BUTTONS[step]}
      className="mt-2.5 border-l-4 border-line-strong pl-3 text-14"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Confirmation step={step} unitLabel={unitLabel} result={result} numbers={numbers} blocked={blocked} />
      {needsRest && !isOpen ? (
        <label className="mt-2 flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={agreesRest}
            onChange={(event) => setAgreesRest(event.target.checked)}
            className="mt-0.5 size-4.5 flex-none accent-accent"
          />
          <span>
            Đồng ý cả {rest.length} tiêu chí chưa có ý kiến ({list(rest)}).
          </span>
        </label>
      ) : null}
      {step === "return" || step === "reopen" ? (
        <div className="mt-2">
          <label htmlFor="ly-do-phieu" className="font-semibold">
            {step === "return" && numbers.returned.length > 0 ? "Ý kiến chung (không bắt buộc)" : "Lý do"}
          </label>
          <textarea
            id="ly-do-phieu"
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className={`${INPUT} text-15`}
          />
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          className="max-desk:min-h-11"
          disabled={isBusy || isOpen || (needsRest && !agreesRest)}
        >
          {isBusy ? "Đang ghi…" : BUTTONS[step]}
        </Button>
        <Button size="sm" className="max-desk:min-h-11" onClick={close}>
          Thôi
        </Button>
      </div>
      {failure ? (
        <div className="mt-2">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
    </form>
  );
}

function Confirmation({
  step,
  unitLabel,
  result,
  numbers,
  blocked,
}: Pick<SheetDecisionProps, "unitLabel" | "result" | "numbers"> & {
  step: Step;
  blocked: readonly number[];
}) {
  switch (step) {
    case "verify":
      return blocked.length > 0 ? (
        <p>
          Chưa thẩm định xong được: tiêu chí {list(blocked)} đang trả lại hoặc đang hỏi. Trả lại phiếu, hoặc
          đồng ý các tiêu chí này trước.
        </p>
      ) : (
        <p>
          Kết quả thẩm định của <b>{unitLabel}</b>: <b className="font-num">{result}</b>. Số tự đánh giá vẫn
          được giữ.
        </p>
      );
    case "approve":
      return (
        <p>
          Duyệt <b>{unitLabel}</b> đạt <b className="font-num">{result}</b>. Sau khi duyệt, số liệu khóa; muốn
          sửa phải mở lại và ghi lý do.
        </p>
      );
    case "return":
      return (
        <p>
          Trả lại cả phiếu cho <b>{unitLabel}</b>.{" "}
          {numbers.returned.length > 0
            ? `Tiêu chí trả lại: ${list(numbers.returned)}, kèm lý do từng tiêu chí.`
            : "Chưa tiêu chí nào bị trả lại riêng."}
        </p>
      );
    case "reopen":
      return (
        <p>
          Mở lại phiếu đã duyệt của <b>{unitLabel}</b>. Kết quả đã duyệt vẫn được giữ trong lịch sử.
        </p>
      );
  }
}
