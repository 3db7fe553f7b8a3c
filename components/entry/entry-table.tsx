"use client";

import { useEffect, useState } from "react";
import { INPUT } from "@/components/ui/field-style";
import { Segmented } from "@/components/ui/segmented";
import { filterRows, listOpenFields, listRows, parseRowFilter, type RowFilter } from "@/lib/entry/rows";
import { formatPeriod } from "@/lib/numbers/periods";
import { CarryAllButton } from "./carry-all-button";
import { CriterionGroup } from "./criterion-group";
import { EntryPager } from "./entry-pager";
import { useEntryStore } from "./entry-store-context";
import { GRID_HEAD, GRID_TABLE } from "./entry-style";
import { FillNotice } from "./fill-notice";
import { PasteCatcher } from "./paste-catcher";

const FILTERS: { value: RowFilter; label: string }[] = [
  { value: "all", label: "Tất cả" },
  { value: "empty", label: "Còn trống" },
  { value: "unmet", label: "Chưa đạt" },
  { value: "changed", label: "Khác kỳ trước" },
  { value: "remarks", label: "Có ý kiến, ghi chú" },
];

const NOTHING: Record<RowFilter, string> = {
  all: "",
  empty: "Không còn chỉ tiêu nào trống.",
  unmet: "Không có chỉ tiêu nào chưa đạt.",
  changed: "Không có chỉ tiêu nào khác kỳ trước.",
  remarks: "Không có chỉ tiêu nào có ý kiến hay ghi chú.",
};

/** The table of all criteria, with its filter above and, on a phone, the pager below. */
export function EntryTable({ initialFilter }: { initialFilter: RowFilter }) {
  const store = useEntryStore();
  const { sheet } = store;
  const [filter, setFilter] = useState(initialFilter);
  const [visible, setVisible] = useState(() => filterRows(sheet, store.getView(), initialFilter));
  const fields = listOpenFields(sheet.resolved, sheet.exemptions).filter(
    ({ indicator }) => visible === null || visible.has(indicator.id),
  );
  const shown = sheet.resolved.criteria.filter(
    (criterion) =>
      visible === null || listRows(criterion, sheet.exemptions).some((row) => visible.has(row.indicator.id)),
  );

  useEffect(() => {
    // On a phone one criterion shows at a time: it must be one the filter leaves.
    const { current } = store.getView();
    const first = shown[0];
    if (first && !shown.some((criterion) => criterion.number === current)) store.show(first.number);
  });

  function choose(value: string) {
    const next = parseRowFilter(value);
    setFilter(next);
    setVisible(filterRows(sheet, store.getView(), next));
    const url = new URL(window.location.href);
    if (next === "all") url.searchParams.delete("show");
    else url.searchParams.set("show", next);
    window.history.replaceState(null, "", url);
  }

  return (
    <PasteCatcher fields={fields}>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 max-desk:px-4 print:hidden">
        <span className="text-14 text-ink-2 max-desk:hidden">Hiện</span>
        <span className="max-desk:hidden">
          <Segmented name="show" label="Lọc chỉ tiêu" options={FILTERS} value={filter} onChange={choose} />
        </span>
        <select
          className={`${INPUT} w-auto! desk:hidden`}
          aria-label="Lọc chỉ tiêu"
          value={filter}
          onChange={(event) => choose(event.target.value)}
        >
          {FILTERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <CarryAllButton />
      </div>
      <div className="border border-line bg-surface max-desk:border-x-0 desk:rounded-panel">
        {shown.length === 0 ? <p className="px-4.5 py-4 text-ink-2">{NOTHING[filter]}</p> : null}
        <table className={`${GRID_TABLE} ${shown.length === 0 ? "hidden" : ""}`} data-sheet="">
          <caption className="sr-only">
            Số liệu {formatPeriod(sheet.period)} của {sheet.unit.label}, {sheet.set.shortTitle}
          </caption>
          <colgroup>
            <col className="w-16" />
            <col />
            <col className="w-24" />
            <col className="w-[170px]" />
            <col className="w-[84px]" />
            <col className="w-[236px]" />
            <col className="w-[168px]" />
          </colgroup>
          <thead className="max-desk:sr-only">
            <tr>
              <th scope="col" className={`${GRID_HEAD} pl-4.5!`}>
                Mã
              </th>
              <th scope="col" className={GRID_HEAD}>
                Chỉ tiêu
              </th>
              <th scope="col" className={`${GRID_HEAD} text-right!`}>
                Kỳ trước
                <span className="block font-normal text-ink-3">cùng kỳ</span>
              </th>
              <th scope="col" className={GRID_HEAD}>
                Mức đạt chuẩn
              </th>
              <th scope="col" className={`${GRID_HEAD} text-right!`}>
                Mục tiêu
              </th>
              <th scope="col" className={GRID_HEAD}>
                Số liệu {formatPeriod(sheet.period)}
              </th>
              <th scope="col" className={`${GRID_HEAD} pr-4.5!`}>
                Kết quả
              </th>
            </tr>
          </thead>
          {sheet.resolved.criteria.map((criterion) => (
            <CriterionGroup key={criterion.id} criterion={criterion} visible={visible} />
          ))}
        </table>
        <EntryPager numbers={shown.map((criterion) => criterion.number)} />
      </div>
      <FillNotice />
    </PasteCatcher>
  );
}
