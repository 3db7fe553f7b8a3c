import type { Metadata } from "next";
import { EntryScreen } from "@/components/entry/entry-screen";
import { describeClosed, SheetClosed } from "@/components/entry/sheet-closed";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import type { SearchParams } from "@/lib/context/types";
import { nameSheet } from "@/lib/entry/carry-over";
import { parseRowFilter } from "@/lib/entry/rows";
import { env } from "@/lib/server/env";
import { loadSheetPage, nameEntryPath, type SheetParams } from "./load-sheet";

export const metadata: Metadata = { title: "Nhập liệu" };

interface EntryPageProps {
  params: Promise<SheetParams>;
  searchParams: Promise<SearchParams>;
}

export default async function EntryPage({ params, searchParams }: EntryPageProps) {
  const [{ contextBar, unitCode, userId, sheet, refusal }, query] = await Promise.all([
    loadSheetPage(await params, ""),
    searchParams,
  ]);
  const closed = sheet ? describeClosed(sheet) : { title: "Chưa mở được phiếu", text: refusal ?? "" };
  if (sheet === null || closed !== null) {
    return (
      <>
        <ContextBar model={contextBar} />
        <Main>
          <SheetClosed title={closed?.title ?? ""} text={closed?.text ?? ""} unitCode={unitCode} />
        </Main>
      </>
    );
  }
  // The browser scores the figures itself: the score need not travel.
  const { score: _, ...open } = sheet;
  const path = nameEntryPath({ unit: sheet.unit.code, set: sheet.set.code, period: sheet.period });
  return (
    <>
      <ContextBar model={contextBar} />
      <EntryScreen
        // Exemptions change which rows take a figure: the sheet is opened anew, unsaved cells come along.
        key={`${nameSheet(sheet)} ${sheet.submission?.status ?? "new"} ${Object.keys(sheet.exemptions).join()}`}
        sheet={open}
        filter={parseRowFilter(query.show)}
        checkHref={`${path}/check`}
        userId={userId}
        isBuilt={env.NODE_ENV === "production"}
      />
    </>
  );
}
