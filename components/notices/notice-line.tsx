import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { NoticeView } from "@/lib/notices/types";
import { MarkReadButton } from "./mark-read-button";

/** One notice: what happened, when, and the way to the work. */
export function NoticeLine({ notice }: { notice: NoticeView }) {
  const { id, kind, text, href, whenText, isUnread } = notice;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 desk:px-4.5">
      <div className="min-w-0 flex-1 basis-60 text-15">
        <Link
          href={href}
          prefetch={false}
          className={`no-underline hover:underline ${isUnread ? "font-semibold" : "text-ink-2"}`}
        >
          {isUnread ? <span className="sr-only">Mới: </span> : null}
          {text}
        </Link>
        {id === null ? null : <p className="font-num text-14 text-ink-3">{whenText}</p>}
      </div>
      {id === null ? (
        <Tag tone={kind === "deadline.overdue" ? "late" : "soon"}>{whenText}</Tag>
      ) : isUnread ? (
        <MarkReadButton ids={[id]} label="Đã đọc" about={text} />
      ) : null}
    </li>
  );
}
