"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { answerImport, answerManyImport } from "@/lib/imports/actions";
import type { CellQuestion } from "@/lib/imports/types";
import { formatDecimal } from "@/lib/numbers/format";
import { useImportAction } from "./use-import-action";

interface QuestionFormProps {
  id: string;
  unit: string;
  isMany: boolean;
  questions: readonly { question: CellQuestion; code: string; title: string }[];
}

/** Numbers that can be read two ways: the user says which, nothing is guessed. */
export function QuestionForm({ id, unit, isMany, questions }: QuestionFormProps) {
  const { run, isBusy, failure } = useImportAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answers: Record<string, string> = {};
    for (const { question } of questions) {
      const answer = form.get(question.key);
      if (typeof answer === "string") answers[question.key] = answer;
    }
    void run(() => (isMany ? answerManyImport : answerImport)({ id, unit, answers }));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {failure ? <Notice tone="error">{failure}</Notice> : null}
      {questions.map(({ question, code, title }) => (
        <fieldset key={question.key} className="border-l-3 border-line-2 pl-3">
          <legend className="float-left w-full font-semibold">{question.message}</legend>
          <p className="clear-both text-14 text-ink-3">
            {code}. {title}
          </p>
          <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1">
            {question.candidates.map((candidate) => (
              <label key={candidate} className="flex min-h-8 items-center gap-2 font-num max-desk:min-h-11">
                <input
                  type="radio"
                  name={question.key}
                  value={candidate}
                  defaultChecked={question.answer === candidate}
                  className="size-4.5 accent-accent"
                />
                {formatDecimal(candidate)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div>
        <Button type="submit" disabled={isBusy}>
          {isBusy ? "Đang tính lại…" : "Dùng các số đã chọn"}
        </Button>
      </div>
    </form>
  );
}
