import type { Metadata } from "next";
import { CheckScreen } from "@/components/entry/check-screen";
import { describeClosed, SheetClosed } from "@/components/entry/sheet-closed";
import { EvidenceGaps } from "@/components/evidence/evidence-gaps";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import { loadEvidenceCompleteness } from "@/lib/evidence/queries";
import { loadSheetPage, nameEntryPath, type SheetParams } from "../load-sheet";

export const metadata: Metadata = { title: "Kiểm tra trước khi gửi" };

export default async function CheckPage({ params }: { params: Promise<SheetParams> }) {
  const { contextBar, unitCode, sheet, refusal } = await loadSheetPage(await params, "/check");
  const closed = sheet ? describeClosed(sheet) : { title: "Chưa mở được phiếu", text: refusal ?? "" };
  const completeness = sheet?.submission ? await loadEvidenceCompleteness(sheet.submission.id) : null;
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {sheet === null || closed !== null ? (
          <SheetClosed title={closed?.title ?? ""} text={closed?.text ?? ""} unitCode={unitCode} />
        ) : (
          <>
            {completeness ? (
              <EvidenceGaps
                completeness={completeness}
                sheet={{ unit: sheet.unit.code, set: sheet.set.code, period: sheet.period }}
              />
            ) : null}
            <CheckScreen
              sheet={sheet}
              entryHref={nameEntryPath({ unit: sheet.unit.code, set: sheet.set.code, period: sheet.period })}
            />
          </>
        )}
      </Main>
    </>
  );
}
