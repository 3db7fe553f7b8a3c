"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { INPUT } from "@/components/ui/field-style";
import { Notice } from "@/components/ui/notice";
import { decideCriterion } from "@/lib/reviews/actions";
import { useReviewAct } from "./use-review-act";

export interface DecisionTarget {
  unit: string;
  set: string;
  period: string;
  criterionId: number;
  round: number;
  seenId: number;
}

interface DecisionFormProps {
  target: DecisionTarget;
  criterionNumber: number;
  indicators: readonly { id: number; code: string }[];
  /** Where to go after the decision; null stays. */
  nextHref: string | null;
  /** "sang xã sau", "sang tiêu chí sau". */
  nextText: string;
  /** Told to whoever listens, e.g. "Đã đồng ý tiêu chí 17, Xã Mẫu 07." */
  onDone: (text: string) => void;
  unitLabel: string;
}

type Choice = "agreed" | "returned" | "question";

const TEXT: Record<Exclude<Choice, "agreed">, { label: string; hint: string }> = {
  returned: { label: "Lý do trả lại", hint: "Xã thấy nguyên văn khi phiếu được trả lại." },
  question: { label: "Câu hỏi", hint: "Xã nhận ngay và trả lời tại đây; phiếu vẫn khóa." },
};
const DONE: Record<Choice, string> = {
  agreed: "Đã đồng ý",
  returned: "Đã trả lại",
  question: "Đã gửi câu hỏi về",
};

/** The reviewer's word on one criterion: agree, return with a reason, ask. Ctrl+Enter sends. */
export function DecisionForm(props: DecisionFormProps) {
  const { target, criterionNumber, indicators, nextHref, nextText, onDone, unitLabel } = props;
  const [choice, setChoice] = useState<Choice>("agreed");
  const [indicatorId, setIndicatorId] = useState("");
  const [text, setText] = useState("");
  const { run, isBusy, failure, setFailure } = useReviewAct();
  const about = indicators.find(({ id }) => String(id) === indicatorId)?.code ?? null;

  function send() {
    const words = text.trim();
    if (choice !== "agreed" && words === "") {
      setFailure(
        choice === "returned" ? "Ghi lý do trả lại để xã biết cần sửa gì." : "Ghi điều cần hỏi rồi gửi.",
      );
      document.getElementById("y-kien")?.focus();
      return;
    }
    const said = `${DONE[choice]} ${choice !== "agreed" && about ? `chỉ tiêu ${about}` : `tiêu chí ${criterionNumber}`}, ${unitLabel}.`;
    void run(
      () =>
        decideCriterion({
          ...target,
          kind: choice,
          indicatorId: choice === "agreed" || !about ? null : Number(indicatorId),
          text: choice === "agreed" ? "" : words,
        }),
      nextHref,
      () => onDone(said),
    );
  }

  const goes = nextHref ? ` và ${nextText}` : "";
  const buttons: Record<Choice, string> = {
    agreed: `Đồng ý${goes}`,
    returned: `Trả lại ${about ?? `tiêu chí ${criterionNumber}`}${goes}`,
    question: `Gửi câu hỏi${goes}`,
  };
  return (
    <form
      aria-label="Ý kiến thẩm định"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        }
      }}
      className="grid gap-2"
    >
      <fieldset className="flex flex-wrap items-center gap-x-5">
        <legend className="sr-only">Chọn ý kiến</legend>
        <RadioLine name="agreed" choice={choice} onChoose={setChoice}>
          Đồng ý{indicators.length > 1 ? ` cả ${indicators.length} chỉ tiêu` : ""}
        </RadioLine>
        <RadioLine name="returned" choice={choice} onChoose={setChoice}>
          Trả lại
        </RadioLine>
        <RadioLine name="question" choice={choice} onChoose={setChoice}>
          Hỏi xã
        </RadioLine>
        {choice === "agreed" || indicators.length < 2 ? null : (
          <label className="flex items-center gap-2 text-14">
            Về
            <select
              value={indicatorId}
              onChange={(event) => setIndicatorId(event.target.value)}
              className="select-arrow min-h-8 rounded-control border border-line-strong bg-surface py-1 pr-7 pl-2.5 text-14 max-desk:min-h-11"
            >
              <option value="">cả tiêu chí</option>
              {indicators.map(({ id, code }) => (
                <option key={id} value={id}>
                  chỉ tiêu {code}
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
      {choice === "agreed" ? null : (
        <div>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <label htmlFor="y-kien" className="text-14 font-semibold">
              {TEXT[choice].label}
            </label>
            <span id="y-kien-goi-y" className="text-13 text-ink-3">
              {TEXT[choice].hint}
            </span>
          </div>
          <textarea
            id="y-kien"
            rows={2}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
            aria-describedby="y-kien-goi-y"
            aria-invalid={failure !== null && text.trim() === "" ? true : undefined}
            className={`${INPUT} text-15`}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={isBusy}>
          {isBusy ? "Đang ghi…" : buttons[choice]}
          <kbd className="rounded-control border border-accent-line px-1 font-sans text-13 font-normal max-desk:hidden">
            Ctrl Enter
          </kbd>
        </Button>
      </div>
      {failure ? (
        <div>
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
    </form>
  );
}

interface RadioLineProps {
  name: Choice;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  children: React.ReactNode;
}

function RadioLine({ name, choice, onChoose, children }: RadioLineProps) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 text-15 max-desk:min-h-11">
      <input
        type="radio"
        name="quyet-dinh"
        value={name}
        checked={choice === name}
        onChange={() => onChoose(name)}
        className="size-4.5 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
