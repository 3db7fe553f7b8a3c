"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { AssignmentView, CriterionAssignments } from "@/lib/assignments/types";
import { formatDate } from "@/lib/numbers/dates";
import { AssignmentForm } from "./assignment-form";
import type { AssignmentContext } from "./assignment-screen";

function sayOfficial(view: AssignmentView): string {
  return view.position ? `${view.officialName}, ${view.position}` : view.officialName;
}

function Earlier({ criterion }: { criterion: CriterionAssignments }) {
  const { next, past } = criterion;
  return (
    <>
      {next ? (
        <p className="text-14 text-ink-2">
          Từ {formatDate(next.fromDate)}: {sayOfficial(next)}
        </p>
      ) : null}
      {past.length > 0 ? (
        <details className="text-14">
          <summary className="min-h-6 text-accent underline underline-offset-3">
            Trước đây ({past.length})
          </summary>
          <ul className="text-ink-2">
            {past.map((view) => (
              <li key={view.id}>
                {sayOfficial(view)}: {formatDate(view.fromDate)} –{" "}
                {view.toDate ? formatDate(view.toDate) : ""}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** One criterion: who answers, who stands behind, since when, and the form to change it. */
export function AssignmentRow({
  criterion,
  context,
}: {
  criterion: CriterionAssignments;
  context: AssignmentContext;
}) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { current } = criterion;
  return (
    <>
      <tr>
        <td>
          <b className="font-semibold">{criterion.number}</b> {criterion.title}
        </td>
        <td data-l="Người phụ trách">
          {current ? sayOfficial(current) : <span className="text-ink-3">chưa phân công</span>}
          <Earlier criterion={criterion} />
        </td>
        <td data-l="Tổ chức đỡ đầu">{current?.sponsorName ?? <span className="text-ink-3">–</span>}</td>
        <td data-l="Từ ngày" className="font-num whitespace-nowrap">
          {current ? formatDate(current.fromDate) : <span className="text-ink-3">–</span>}
          {current?.toDate ? (
            <span className="block text-14 text-ink-2">đến {formatDate(current.toDate)}</span>
          ) : null}
        </td>
        <td className="print:hidden">
          {context.canEdit && !isOpen ? (
            <Button size="sm" onClick={() => setOpen(true)}>
              {current ? "Đổi" : "Phân công"}
              <span className="sr-only"> tiêu chí {criterion.number}</span>
            </Button>
          ) : null}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={5}>
            <AssignmentForm
              criterion={criterion}
              context={context}
              onClose={(isChanged) => {
                setOpen(false);
                if (isChanged) router.refresh();
              }}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
