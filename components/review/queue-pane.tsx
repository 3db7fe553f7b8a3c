import Link from "next/link";
import { nameReviewHref, type ReviewContext } from "@/lib/reviews/address";
import type { Queue, QueueView, Reader } from "@/lib/reviews/types";
import { VIEW_WORDS } from "@/lib/reviews/words";

const EMPTY: Record<QueueView, string> = {
  pending: "Không còn gì chờ xử lý trong kỳ này.",
  returned: "Chưa trả lại gì trong kỳ này.",
  agreed: "Chưa có gì xong trong kỳ này.",
};

interface QueuePaneProps {
  queue: Queue;
  reader: Reader;
  context: ReviewContext;
}

/** What waits, oldest first, with its filters and their counts. */
export function QueuePane({ queue, reader, context }: QueuePaneProps) {
  return (
    <>
      {reader === "commune" ? (
        <h2 className="px-4 pt-3.5 pb-2.5 text-16">Ý kiến theo tiêu chí</h2>
      ) : (
        <ul className="flex flex-col border-b border-line py-2 max-desk:flex-row max-desk:px-2">
          {(Object.keys(VIEW_WORDS[reader]) as QueueView[]).map((view) => (
            <li key={view} className="max-desk:flex-1">
              <Link
                href={nameReviewHref({ ...context, view }, null)}
                prefetch={false}
                aria-current={queue.view === view ? "page" : undefined}
                className={`flex min-h-8 items-center justify-between gap-2 px-4 text-14 no-underline hover:bg-sunken max-desk:min-h-11 max-desk:justify-center max-desk:px-1 ${
                  queue.view === view ? "font-semibold text-ink" : "text-ink-2"
                }`}
              >
                <span>{VIEW_WORDS[reader][view]}</span>
                <span className="font-num">{queue.counts[view]}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {queue.length === 0 ? (
        <p className="px-4 py-3.5 text-14 text-ink-2">
          {reader === "commune" ? "Cấp trên chưa có ý kiến nào về phiếu này." : EMPTY[queue.view]}
        </p>
      ) : null}
      {queue.groups.map((group) => (
        <section key={group.title ?? "all"} aria-label={group.title ?? "Danh sách phiếu"}>
          {group.title ? (
            <h2 className="border-y border-line bg-sunken px-4 py-1.5 text-13 font-semibold text-ink-2">
              {group.title}
            </h2>
          ) : null}
          <ul>
            {group.items.map((item) => (
              <li key={item.key} className="border-b border-line">
                <Link
                  href={nameReviewHref(context, item.place)}
                  prefetch={false}
                  aria-current={item.isCurrent ? "true" : undefined}
                  className={`block min-h-11 border-l-3 py-2 pr-3 pl-3.25 text-15 leading-[1.35] text-ink no-underline hover:bg-sunken ${
                    item.isCurrent ? "border-accent bg-accent-tint font-semibold" : "border-transparent"
                  }`}
                >
                  {item.label}
                  <small className="block text-13 font-normal text-ink-2">{item.note}</small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
