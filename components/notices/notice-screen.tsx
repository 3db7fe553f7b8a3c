import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { NoticeList } from "@/lib/notices/types";
import { MarkReadButton } from "./mark-read-button";
import { NoticeLine } from "./notice-line";

/** Everything the user was told, deadlines that press first. */
export function NoticeScreen({ list }: { list: NoticeList }) {
  const { notices, unread } = list;
  const canMark = notices.some((notice) => notice.isUnread && notice.id !== null);
  return (
    <>
      <PageHead
        title="Thông báo"
        lead={unread === 0 ? "Không có thông báo mới." : `${unread} thông báo mới.`}
        actions={canMark ? <MarkReadButton ids="all" label="Đánh dấu đã đọc tất cả" /> : null}
      />
      <Panel flush>
        {notices.length === 0 ? (
          <EmptyState title="Chưa có thông báo nào.">
            <p>Phiếu bị trả lại, được thẩm định, được duyệt hoặc sắp đến hạn sẽ hiện ở đây.</p>
          </EmptyState>
        ) : (
          <ul>
            {notices.map((notice) => (
              <NoticeLine key={notice.key} notice={notice} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
