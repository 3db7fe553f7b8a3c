"use client";

import { VerdictMark } from "@/components/ui/verdict-mark";
import { nameCriterionAnchor } from "@/lib/entry/fields";
import { displayState } from "@/lib/scoring/display";
import type { ResolvedCriterion } from "@/lib/scoring/types";
import { CarryCriterionButton } from "./carry-criterion-button";
import { useEntryStore, useSheetPart } from "./entry-store-context";

/** The head of a criterion's rows: number, title, how many of its indicators are met, live verdict. */
export function CriterionHeading({ criterion }: { criterion: ResolvedCriterion }) {
  const store = useEntryStore();
  const score = useSheetPart((view) => view.score.criterionById.get(criterion.id));
  const milestones = store.sheet.criterionTexts[criterion.id]?.milestones ?? [];
  return (
    <tr
      id={nameCriterionAnchor(criterion.number)}
      className="scroll-mt-[156px] border-y border-line-2 bg-sunken max-desk:block max-desk:scroll-mt-[168px]"
    >
      <th
        scope="rowgroup"
        colSpan={7}
        className="px-4.5 py-2.25 text-left font-normal max-desk:block max-desk:px-4"
      >
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 className="inline text-16! font-semibold">
              {criterion.number}. {criterion.title}
            </h2>
            <span className="ml-2.5 font-num text-14 text-ink-3 max-desk:ml-0 max-desk:block">
              {score?.metIndicators ?? 0}/{score?.totalIndicators ?? criterion.indicators.length} chỉ tiêu đạt
              {milestones.map((milestone) => (
                <span key={milestone.text}> · {milestone.text}</span>
              ))}
            </span>
            <CarryCriterionButton criterion={criterion} />
          </div>
          {score ? (
            <VerdictMark form="box" state={displayState(score, store.before.criteria.get(criterion.id))} />
          ) : null}
        </div>
      </th>
    </tr>
  );
}
