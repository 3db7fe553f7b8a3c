import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { OverviewOverdue } from "@/lib/overview/types";

interface OverduePanelProps {
  items: OverviewOverdue[];
  /** Open tasks past their day in all, of which only the oldest are listed. */
  taskTotal: number;
  query: string;
  unitCode: string;
}

/** Tasks past their day and sheets not sent by theirs, the longest overdue first. */
export function OverduePanel({ items, taskTotal, query, unitCode }: OverduePanelProps) {
  const listedTasks = items.filter((item) => item.href === "gaps").length;
  const total = items.length - listedTasks + taskTotal;
  return (
    <Panel
      id="qua-han"
      title="Quá hạn"
      meta={total}
      flush
      footer={
        items.length > 0 ? (
          <a href={`/gaps?unit=${unitCode}&${query}&overdue=1`}>
            {taskTotal > listedTasks
              ? `Xem cả ${taskTotal} nhiệm vụ quá hạn`
              : "Xem khoảng cách có nhiệm vụ quá hạn"}
          </a>
        ) : null
      }
    >
      {items.length === 0 ? (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">Không có nhiệm vụ hay phiếu nào quá hạn.</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li
              key={item.key}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5 text-15 desk:px-4.5"
            >
              <a
                className="text-ink no-underline hover:underline"
                href={item.unitCode ? `/communes/${item.unitCode}?${query}#nhiem-vu` : "#gui-phieu"}
              >
                <b className="font-semibold">{item.unitLabel}</b>
                {item.unitCode ? ": " : " "}
                {item.text}
              </a>
              <span>
                <Tag tone="late">quá {item.days} ngày</Tag>
              </span>
              <p className="col-span-full text-13 text-ink-3">{item.detail}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
