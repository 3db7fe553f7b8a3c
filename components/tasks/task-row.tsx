import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { WorkItem } from "@/lib/tasks/types";

/** One thing to do: what, whose, when, and how late in words. */
export function TaskRow({ item }: { item: WorkItem }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_122px_118px] items-start gap-4 border-t border-line px-4.5 py-[11px] hover:bg-sunken max-desk:grid-cols-[minmax(0,1fr)_auto] max-desk:gap-x-3 max-desk:gap-y-1 max-desk:px-4">
      <div className="text-pretty max-desk:col-span-2">
        <Link href={item.href} prefetch={false} className="font-semibold no-underline hover:underline">
          {item.title}
        </Link>
        {item.meta ? <p className="mt-0.5 text-14 leading-[1.45] text-ink-3">{item.meta}</p> : null}
        {item.quote ? (
          <blockquote className="mt-1 border-l-2 border-line-2 pl-2.5 text-15 text-ink-2">
            {item.quote}
          </blockquote>
        ) : null}
      </div>
      {item.dueOn ? (
        <time dateTime={item.dueOn} className="text-15">
          {item.due}
        </time>
      ) : (
        <span className="text-15 text-ink-2">{item.due}</span>
      )}
      <div className="text-right">
        <Tag tone={item.tag.tone}>{item.tag.text}</Tag>
      </div>
    </li>
  );
}
