import type { Metadata } from "next";
import { NoticeScreen } from "@/components/notices/notice-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { loadNotices } from "@/lib/notices/queries";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Thông báo" };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const [{ contextBar }, list] = await Promise.all([
    loadPageContext(session, await searchParams, {
      levels: ["province", "district", "commune"],
      act: "task.view",
    }),
    loadNotices(session, today()),
  ]);
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        <NoticeScreen list={list} />
      </Main>
    </>
  );
}
