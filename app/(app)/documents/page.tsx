import type { Metadata } from "next";
import { DocumentFilter } from "@/components/documents/document-filter";
import { DocumentList } from "@/components/documents/document-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Main } from "@/components/ui/main";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import type { SearchParams } from "@/lib/context/types";
import { parseDocumentFilter } from "@/lib/documents/parse-filter";
import { readDocuments } from "@/lib/documents/queries";

export const metadata: Metadata = { title: "Văn bản" };

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const params = await searchParams;
  const filter = parseDocumentFilter(params);
  const list = await readDocuments(session, filter);
  const unit = typeof params.unit === "string" ? `?unit=${encodeURIComponent(params.unit)}` : "";
  return (
    <Main>
      <PageHead
        title="Văn bản"
        lead="Số liệu, nhiệm vụ và chỉ tiêu lấy từ văn bản gốc, kèm những chỗ văn bản in không khớp."
        actions={
          can(session.role, "document.export") ? (
            <LinkButton variant="primary" href={`/documents/new/conclusion-notice${unit}`}>
              Lập thông báo kết luận
            </LinkButton>
          ) : null
        }
      />
      {list.total === 0 ? (
        <Panel flush>
          <EmptyState title="Chưa có văn bản nào">
            <p>
              Trong phạm vi của anh/chị chưa có văn bản gốc nào được đưa vào. Vẫn lập được thông báo kết luận
              từ số liệu của từng xã.
            </p>
          </EmptyState>
        </Panel>
      ) : (
        <>
          <DocumentFilter filter={filter} list={list} />
          <Panel flush title="Văn bản gốc" meta={`${list.items.length} trong ${list.total} văn bản`}>
            {list.items.length === 0 ? (
              <EmptyState title="Không có văn bản khớp bộ lọc">
                <p>Chọn loại hoặc năm khác, hoặc bỏ mọi lọc.</p>
              </EmptyState>
            ) : (
              <DocumentList items={list.items} />
            )}
          </Panel>
        </>
      )}
    </Main>
  );
}
