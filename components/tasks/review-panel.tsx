import Link from "next/link";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { Panel } from "@/components/ui/panel";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { DeskEntry, ReviewDesk } from "@/lib/tasks/prepare-review-desk";

interface ReviewPanelProps {
  desk: ReviewDesk;
  /** "quý IV/2024". */
  periodText: string;
}

/** For those who receive sheets: what waits for review and who has not sent. */
export function ReviewPanel({ desk, periodText }: ReviewPanelProps) {
  return (
    <>
      <Panel
        title={`Phiếu ${periodText}`}
        meta={desk.isIllustrative ? <IllustrativeBadge /> : null}
        footer={desk.total === 0 ? "Không có đơn vị nào theo bộ tiêu chí này." : undefined}
      >
        <p className="font-num text-40 leading-none font-semibold tracking-[-0.02em]">
          {desk.sent}
          <span className="text-22 font-medium tracking-normal text-ink-3">/{desk.total}</span>
        </p>
        <p className="mt-1.5 mb-3 text-14 text-ink-2">đơn vị đã gửi phiếu</p>
        <ProgressBar
          value={desk.total === 0 ? 0 : desk.sent / desk.total}
          label={`${desk.sent} trên ${desk.total} đơn vị đã gửi phiếu`}
        />
      </Panel>
      <DeskList title="Chờ thẩm định" entries={desk.waiting} empty="Không có phiếu nào đang chờ." />
      <DeskList title="Chưa gửi" entries={desk.unsent} empty="Mọi đơn vị đã gửi." />
    </>
  );
}

function DeskList({
  title,
  entries,
  empty,
}: {
  title: string;
  entries: readonly DeskEntry[];
  empty: string;
}) {
  return (
    <Panel title={title} meta={<span className="font-num">{entries.length}</span>} flush>
      {entries.length === 0 ? <p className="px-4.5 py-3.5 text-15 text-ink-2">{empty}</p> : null}
      <ul>
        {entries.map((entry) => (
          <li
            key={entry.key}
            className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5 text-15 not-first:border-t not-first:border-line hover:bg-sunken desk:px-4.5"
          >
            <Link href={entry.href} prefetch={false} className="font-semibold no-underline hover:underline">
              {entry.label}
            </Link>
            <span className="text-13 text-ink-2">{entry.note}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
