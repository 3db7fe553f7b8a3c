"use client";

import { useEffect, useRef } from "react";
import { CriterionStrip } from "@/components/ui/criterion-strip";
import { nameCriterionAnchor } from "@/lib/entry/fields";
import { displayState } from "@/lib/scoring/display";
import { useEntryStore, useSheetPart } from "./entry-store-context";
import { SaveState } from "./save-state";

/** The second sticky bar: x of y as it stands while typing, the strip to jump by, the save state. */
export function EntryBar() {
  const store = useEntryStore();
  const score = useSheetPart((view) => view.score);
  const current = useSheetPart((view) => view.current);
  const strip = useRef<HTMLDivElement>(null);
  const { sheet, before } = store;

  // On a phone the strip scrolls by itself: the current criterion must be seen in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another criterion becomes current
  useEffect(() => {
    const cell = strip.current?.querySelector<HTMLElement>("[aria-current]");
    const box = strip.current?.firstElementChild;
    if (!cell || !box || box.scrollWidth <= box.clientWidth) return;
    const shift = cell.getBoundingClientRect().left - box.getBoundingClientRect().left;
    box.scrollLeft += shift - (box.clientWidth - cell.offsetWidth) / 2;
  }, [current]);

  const { totals } = score;
  const goal = sheet.milestones.find((milestone) => milestone.targetMet !== null);
  const cells = sheet.resolved.criteria.map((criterion) => {
    const own = score.criterionById.get(criterion.id);
    return {
      number: criterion.number,
      title: criterion.title,
      state: own ? displayState(own, before.criteria.get(criterion.id)) : ("missing" as const),
      href: `#${nameCriterionAnchor(criterion.number)}`,
      note: own ? `${own.metIndicators}/${own.totalIndicators} chỉ tiêu đạt` : "",
    };
  });
  return (
    <section
      aria-label="Tình hình phiếu"
      data-entry-bar=""
      className="sticky top-14 z-15 grid h-16 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-6 border-b border-line-2 bg-surface px-6 max-desk:top-13 max-desk:h-auto max-desk:grid-cols-[auto_1fr] max-desk:gap-x-4 max-desk:gap-y-2 max-desk:px-4 max-desk:py-2 print:static"
    >
      <div>
        <p className="font-num text-22 leading-[1.1] font-semibold">
          <span data-testid="met">{totals.met}</span>
          <span className="text-14 font-medium text-ink-3">/{totals.total} tiêu chí đạt</span>
        </p>
        <p className="font-num text-13 text-ink-3">
          <span data-testid="entered">
            {score.enteredCount}/{score.indicatorCount} chỉ tiêu
          </span>
          {goal ? (
            <span className="max-desk:hidden">
              {" "}
              · mục tiêu {goal.targetMet}/{totals.total}
            </span>
          ) : null}
        </p>
      </div>
      <div
        ref={strip}
        className="min-w-0 max-desk:[&_li]:w-9.5 max-desk:[&_ol]:w-max max-desk:col-span-2 max-desk:row-start-2 max-desk:-mx-4 max-desk:px-4"
      >
        <CriterionStrip
          cells={cells}
          current={current}
          label="Kết quả từng tiêu chí; chọn một ô để tới tiêu chí đó"
        />
      </div>
      <SaveState />
    </section>
  );
}
