"use client";

import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CommuneCriterion } from "@/lib/communes/types";
import type { SheetAddress } from "@/lib/explanations/address";
import { IndicatorTable } from "./indicator-table";
import { TaskDeadline } from "./task-deadline";
import { TaskLines } from "./task-lines";

interface CriterionDetailsProps {
  criterion: CommuneCriterion;
  isOpen: boolean;
  changeTitle: string;
  sheet: SheetAddress;
  today: string;
}

/**
 * One criterion of a scored sheet with its indicators. The anchor lies inside the folded part, so that a link to
 * "#c8" opens it. A client component only so that the page carries its small model instead of every row twice.
 */
export function CriterionDetails({ criterion, isOpen, changeTitle, sheet, today }: CriterionDetailsProps) {
  const name = `Tiêu chí ${criterion.number} ${criterion.title}`;
  return (
    <details open={isOpen} className="group border-t border-line first:border-t-0">
      <summary className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-baseline gap-x-2 px-4 py-2.5 hover:bg-sunken desk:grid-cols-[2rem_minmax(0,1fr)_9rem_9.5rem_1rem] desk:px-4.5">
        <span className="text-right font-num font-semibold">{criterion.number}</span>
        <h3 className="text-15 font-semibold">{criterion.title}</h3>
        <span className="font-num text-14 text-ink-2 max-desk:order-last max-desk:col-start-2">
          {criterion.counts}
        </span>
        <VerdictMark state={criterion.state} />
        <span
          aria-hidden="true"
          className="text-ink-3 max-desk:hidden group-open:rotate-180 motion-reduce:transition-none"
        >
          ⌄
        </span>
      </summary>
      <div id={`c${criterion.number}`} className="scroll-mt-32 border-t border-line bg-sunken pb-1">
        <IndicatorTable
          indicators={criterion.indicators}
          caption={name}
          changeTitle={changeTitle}
          sheet={sheet}
        />
        {criterion.milestones.length > 0 || criterion.tasks.length > 0 ? (
          <div className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 text-15 desk:grid-cols-[minmax(0,1fr)_12rem] desk:px-4.5">
            {criterion.tasks.map((task) => (
              <div key={task.id} className="contents">
                <TaskLines tasks={[task]} />
                <div>
                  <TaskDeadline task={task} today={today} />
                </div>
              </div>
            ))}
            {criterion.milestones.map((milestone) => (
              <p key={milestone.id} className="text-ink-2 desk:col-span-2">
                Mốc: {milestone.title}, {milestone.dueText}
              </p>
            ))}
          </div>
        ) : null}
      </div>
    </details>
  );
}
