"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { INPUT } from "@/components/ui/field-style";
import { Notice } from "@/components/ui/notice";
import { answerCriterion } from "@/lib/reviews/actions";
import type { DecisionTarget } from "./decision-form";
import { useReviewAct } from "./use-review-act";

interface AnswerFormProps {
  target: DecisionTarget;
  onDone: (text: string) => void;
}

/** The commune's answer to what was asked or said about one criterion. */
export function AnswerForm({ target, onDone }: AnswerFormProps) {
  const [text, setText] = useState("");
  const { run, isBusy, failure, setFailure } = useReviewAct();
  return (
    <form
      aria-label="Trả lời"
      onSubmit={(event) => {
        event.preventDefault();
        const words = text.trim();
        if (words === "") {
          setFailure("Ghi câu trả lời rồi gửi.");
          return;
        }
        void run(
          () => answerCriterion({ ...target, text: words }),
          null,
          () => {
            setText("");
            onDone("Đã gửi câu trả lời.");
          },
        );
      }}
    >
      <label htmlFor="tra-loi" className="text-14 font-semibold">
        Trả lời của xã
      </label>
      <textarea
        id="tra-loi"
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={INPUT}
      />
      <Button type="submit" variant="primary" className="mt-2" disabled={isBusy}>
        {isBusy ? "Đang gửi…" : "Gửi trả lời"}
      </Button>
      {failure ? (
        <div className="mt-2">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
    </form>
  );
}
