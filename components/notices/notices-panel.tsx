import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import type { NoticeList } from "@/lib/notices/types";
import { NoticeLine } from "./notice-line";

/** Lines shown beside the work list. */
const SHOWN = 4;

/** New notices of what others did, beside the work list (which tells deadlines itself). */
export function NoticesPanel({ list }: { list: NoticeList }) {
  const news = list.notices.filter((notice) => notice.isUnread && notice.id !== null);
  return (
    <Panel
      title="Thông báo"
      meta={news.length > 0 ? `${news.length} mới` : null}
      footer={
        <Link href="/notices" prefetch={false}>
          Xem tất cả thông báo
        </Link>
      }
      flush
    >
      {news.length === 0 ? (
        <p className="px-4 py-3.5 text-15 text-ink-2 desk:px-4.5">Không có thông báo mới.</p>
      ) : (
        <ul>
          {news.slice(0, SHOWN).map((notice) => (
            <NoticeLine key={notice.key} notice={notice} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
