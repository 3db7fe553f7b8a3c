import { CopyTableButton } from "@/components/ui/copy-table-button";
import { EmptyState } from "@/components/ui/empty-state";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { AuthorizedUnit } from "@/lib/auth/types";
import type { ContextOption, ContextSet } from "@/lib/context/types";
import type { GapFilter } from "@/lib/gaps/schema";
import type { GapList } from "@/lib/gaps/types";
import { formatCount } from "@/lib/numbers/format";
import { formatPeriod, periodQuarter, previousPeriod } from "@/lib/numbers/periods";
import { GapFilters, hasFilters } from "./gap-filters";
import { GapPager } from "./gap-pager";
import { GapTable } from "./gap-table";
import { GAP_TABLE_ID } from "./gap-table-id";
import { PrintButton } from "./print-button";

interface GapScreenProps {
  unit: AuthorizedUnit;
  set: ContextSet;
  period: string;
  today: string;
  list: GapList;
  filter: GapFilter;
  units: readonly ContextOption[];
}

function describeCounts({ counts }: GapList): string {
  const parts = [`${formatCount(counts.unmet)} chưa đạt`];
  if (counts.regressed > 0) parts.push(`trong đó ${formatCount(counts.regressed)} suy giảm`);
  if (counts.missing > 0) parts.push(`${formatCount(counts.missing)} chưa có số liệu`);
  if (counts.undefinedThreshold > 0) parts.push(`${formatCount(counts.undefinedThreshold)} chưa có mức`);
  if (counts.overdue > 0) parts.push(`${formatCount(counts.overdue)} quá hạn`);
  return parts.join(", ");
}

export function GapScreen({ unit, set, period, today, list, filter, units }: GapScreenProps) {
  const context = { unit: unit.code, set: set.code, period };
  const query = new URLSearchParams({ set: set.code, period }).toString();
  const before = previousPeriod(period);
  const previous =
    periodQuarter(before) === 4
      ? formatPeriod(before)
      : formatPeriod(before, "quarter").replace("Quý", "quý");
  return (
    <>
      <PageHead
        title="Khoảng cách"
        badge={list.isIllustrative ? <IllustrativeBadge /> : null}
        lead={
          list.total > 0
            ? `${unit.label}, ${formatPeriod(period)}: ${describeCounts(list)}. Mỗi hàng: thiếu bao nhiêu, ai chủ trì, hạn nào.`
            : `${unit.label}, ${formatPeriod(period)}. Tài liệu làm việc cho phiên họp: thiếu bao nhiêu, ai chủ trì, hạn nào.`
        }
        actions={
          list.shownRows > 0 ? (
            <>
              <CopyTableButton tableId={GAP_TABLE_ID} />
              <PrintButton label="In A4 ngang" />
            </>
          ) : null
        }
      />
      <GapFilters list={list} filter={filter} units={units} context={context} />
      <p className="mb-3 text-14 text-ink-2 max-desk:px-4" role="status">
        {list.shownRows} hàng đang hiện
        {list.filteredRows > list.shownRows ? ` trong ${formatCount(list.filteredRows)} hàng` : ""}
        {hasFilters(filter)
          ? `; lọc được ${formatCount(list.filtered)} trong ${formatCount(list.total)} khoảng cách`
          : `, ${formatCount(list.total)} khoảng cách`}
        {list.hasRecorded ? ". Kết quả ghi từ văn bản chỉ có đến tiêu chí." : "."}
      </p>
      <Panel
        flush
        footer={
          list.shownRows > 0 ? (
            <span>
              Thanh ngang: phần đã đi được đến mức đạt chuẩn. Mức không có nhãn là mức đã đối chiếu văn bản.
            </span>
          ) : null
        }
      >
        {list.shownRows > 0 ? (
          <GapTable list={list} query={query} today={today} changeTitle={`So ${previous}`} />
        ) : (
          <EmptyState
            title={
              hasFilters(filter) && list.total > 0
                ? "Không có khoảng cách nào khớp bộ lọc"
                : list.unitCount === 0
                  ? "Chưa có đơn vị nào theo bộ tiêu chí này"
                  : "Không có khoảng cách nào"
            }
          >
            <p>
              {hasFilters(filter) && list.total > 0
                ? `Có ${formatCount(list.total)} khoảng cách khi bỏ lọc.`
                : `Không có tiêu chí hay chỉ tiêu nào chưa đạt hoặc còn thiếu số liệu trong ${formatPeriod(period)}. Nếu chưa có phiếu của kỳ này, chọn kỳ khác ở thanh trên cùng.`}
            </p>
          </EmptyState>
        )}
      </Panel>
      <GapPager list={list} filter={filter} context={context} />
    </>
  );
}
