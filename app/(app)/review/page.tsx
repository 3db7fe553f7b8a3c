import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "@/components/review/review-layout.module.css";
import { ReviewScreen } from "@/components/review/review-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { formatPeriod } from "@/lib/numbers/periods";
import { actOfReader, findReader, loadReviewPage } from "@/lib/reviews/queries";

export const metadata: Metadata = { title: "Thẩm định" };

export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const reader = findReader(session);
  if (!reader) notFound();
  const query = await searchParams;
  const { unit, set, period, contextBar } = await loadPageContext(session, query, {
    levels: reader === "commune" ? ["commune"] : ["province", "district"],
    act: actOfReader(reader),
  });
  const page = set ? await loadReviewPage(session, reader, { unit, set, period }, query) : null;
  return (
    <>
      <ContextBar model={contextBar} />
      <Main className={styles.page ?? ""}>
        {set && page && page.criteria.length > 0 ? (
          <ReviewScreen
            reader={reader}
            queue={page.queue}
            sheet={page.sheet}
            isChosen={page.isChosen}
            context={{ unit: unit.code, set: set.code, period, view: page.queue.view }}
            periodText={formatPeriod(period)}
            position={session.position}
          />
        ) : (
          <EmptyState
            as="h1"
            title={set ? "Không có tiêu chí được giao" : `${unit.label} chưa theo bộ tiêu chí nào`}
          >
            <p>
              {set
                ? "Anh/chị chưa được giao thẩm định tiêu chí nào của bộ này. Chọn bộ tiêu chí khác ở thanh trên cùng, hoặc nhờ Quản trị chương trình giao việc."
                : "Chưa có phiếu nào để thẩm định."}
            </p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
