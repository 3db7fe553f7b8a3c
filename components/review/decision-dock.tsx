"use client";

import { useState } from "react";
import { AnswerForm } from "./answer-form";
import { DecisionForm, type DecisionTarget } from "./decision-form";

interface DecisionDockProps {
  /** decide: a reviewer who may. answer: the commune that was spoken to. none: only the reason why not. */
  mode: "decide" | "answer" | "none";
  refusal: string | null;
  target: DecisionTarget;
  criterionNumber: number;
  indicators: readonly { id: number; code: string }[];
  nextHref: string | null;
  nextText: string;
  unitLabel: string;
}

/** The place of the decision, always in view; says what was done last while the next one is already open. */
export function DecisionDock({ mode, refusal, ...form }: DecisionDockProps) {
  const [done, setDone] = useState<string | null>(null);
  const { target } = form;
  // A new place is a new form: nothing typed about one commune is left over for the next.
  const key = `${target.unit}-${target.criterionId}-${target.round}-${target.seenId}`;
  return (
    <>
      <p role="status" className={`text-14 font-semibold text-accent ${done ? "mb-1.5" : ""}`}>
        {done}
      </p>
      {mode === "decide" ? <DecisionForm key={key} {...form} onDone={setDone} /> : null}
      {mode === "answer" ? <AnswerForm key={key} target={target} onDone={setDone} /> : null}
      {mode === "none" && refusal ? <p className="text-15 text-ink-2">{refusal}</p> : null}
    </>
  );
}
