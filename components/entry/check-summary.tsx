import type { ReactNode } from "react";
import { CriterionStrip } from "@/components/ui/criterion-strip";
import { Panel } from "@/components/ui/panel";
import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { CheckFacts } from "@/lib/entry/check-facts";
import { nameCriterionAnchor } from "@/lib/entry/fields";
import { formatDate } from "@/lib/numbers/dates";
import { formatDeadline } from "@/lib/numbers/deadlines";
import { formatPeriod } from "@/lib/numbers/periods";
import type { EntrySheet } from "@/lib/submissions/entry-types";

interface CheckSummaryProps {
  sheet: EntrySheet;
  facts: CheckFacts;
  entryHref: string;
  /** The confirmation and the button, or what became of them. */
  children: ReactNode;
}

/** The sheet at a glance, with the decision to send beside its consequence. */
export function CheckSummary({ sheet, facts, entryHref, children }: CheckSummaryProps) {
  const { totals } = facts;
  const goal = sheet.milestones.find((milestone) => milestone.targetMet !== null);
  const before = sheet.previous.totals;
  const lines: [string, ReactNode][] = [
    ["Đạt", facts.nearCount > 0 ? `${totals.met} (${facts.nearCount} sát ngưỡng)` : totals.met],
    ["Chưa đạt", totals.unmet],
    ["Chưa có số liệu", totals.missing],
    ["Không áp dụng", totals.exempt],
    ["Chưa có mức", totals.undefinedThreshold],
    ["Đã nhập", `${facts.enteredCount}/${facts.indicatorCount} chỉ tiêu`],
  ];
  if (sheet.deadline !== null) {
    const isOpen = sheet.lock === null;
    const left = isOpen ? ` (${formatDeadline(sheet.deadline, sheet.today)})` : "";
    lines.push(["Hạn gửi", `${formatDate(sheet.deadline)}${left}`]);
  }
  return (
    <Panel title="Tóm tắt phiếu" flush>
      <div className="px-4 pt-4 pb-3 desk:px-4.5">
        <div className="flex items-end justify-between gap-3">
          <p className="font-num text-40 font-semibold tracking-[-0.02em]">
            {totals.met}
            <span className="text-22 font-medium tracking-normal text-ink-3">/{totals.total}</span>
            <span className="sr-only"> tiêu chí đạt</span>
          </p>
          <p className="text-right font-num text-14 text-ink-2">
            {before ? (
              <span className="block">
                {formatPeriod(sheet.previous.period)}: {before.met}/{before.total}
              </span>
            ) : null}
            {goal ? (
              <span className="block">
                mục tiêu {formatPeriod(goal.duePeriod)}: {goal.targetMet}/{totals.total}
              </span>
            ) : null}
          </p>
        </div>
        <div className="mt-3">
          <CriterionStrip
            wrap
            cells={facts.rows.map((row) => ({
              number: row.number,
              title: row.title,
              state: row.state,
              href: `${entryHref}#${nameCriterionAnchor(row.number)}`,
            }))}
          />
        </div>
        {facts.changes.length > 0 ? (
          <div className="mt-3 text-14">
            <p className="text-ink-3">So với {formatPeriod(sheet.previous.period)}, tính theo mức kỳ này</p>
            <ul>
              {facts.changes.map(({ number, before: old, now }) => (
                <li key={number}>
                  Tiêu chí {number}: {VERDICT_WORDS[old]} →{" "}
                  <b className="font-semibold">{VERDICT_WORDS[now]}</b>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <dl className="mt-4 grid grid-cols-[max-content_1fr] gap-x-4.5 gap-y-1.25 text-15">
          {lines.map(([term, value]) => (
            <div key={term} className="contents">
              <dt className="text-ink-3">{term}</dt>
              <dd className="font-num">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="border-t border-line px-4 py-4 desk:px-4.5">{children}</div>
    </Panel>
  );
}
