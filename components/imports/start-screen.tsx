import Link from "next/link";
import { styleButton } from "@/components/ui/button-style";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { formatPeriod } from "@/lib/numbers/periods";
import { ImportSteps } from "./import-steps";
import { UploadForm } from "./upload-form";

interface StartScreenProps {
  unitLabel: string;
  setTitle: string;
  period: string;
  /** Query of unit, set and period. */
  query: string;
  /** One file for many units. */
  isMany: boolean;
  /** Why nothing can be imported; null when it can. */
  refusal: string | null;
  /** Back to the sheet; null for the level above. */
  entryHref: string | null;
  isIllustrative: boolean;
}

/** Steps 1 and 2: take the template, choose the filled file. */
export function StartScreen(props: StartScreenProps) {
  const { unitLabel, setTitle, period, query, isMany, refusal, entryHref, isIllustrative } = props;
  return (
    <>
      <PageHead
        title="Nhập từ Excel"
        badge={isIllustrative ? <IllustrativeBadge /> : null}
        lead={`${unitLabel} · ${setTitle} · ${formatPeriod(period)}. Điền ngoài trang này, kể cả khi mất mạng, rồi đưa cả phiếu lên một lần.`}
        actions={entryHref ? <Link href={entryHref}>Về nhập liệu</Link> : null}
      />
      <ImportSteps current={1} />
      {refusal ? (
        <div className="mb-4 max-desk:mx-4 desk:mb-6">
          <Notice tone="warn">{refusal}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-4 desk:grid-cols-2 desk:gap-6">
        <Panel title="1. Tải mẫu">
          <p className="max-w-[60ch]">
            {isMany
              ? "Một tệp cho nhiều đơn vị, mỗi đơn vị một trang tính, kèm mức đạt chuẩn, số kỳ trước và số đang có."
              : "Mẫu có sẵn chỉ tiêu, mức đạt chuẩn, số kỳ trước và số đang có. Chỉ ghi vào ô nền vàng."}
          </p>
          <a href={`/api/imports/template?${query}`} download className={`${styleButton("secondary")} mt-3`}>
            Tải mẫu {formatPeriod(period)}
          </a>
          <p className="mt-2 text-14 text-ink-3">Mẫu chỉ dùng cho đúng đơn vị, bộ tiêu chí và kỳ này.</p>
        </Panel>
        <Panel title="2. Chọn tệp">
          {refusal ? (
            <p className="text-ink-2">Mở lại bước này khi phiếu nhập được.</p>
          ) : (
            <>
              {isMany ? null : (
                <p className="mb-3 max-w-[60ch]">
                  Có bảng riêng thì chọn luôn bảng đó: bước sau hỏi cột nào là số liệu và nhớ cho lần sau.
                </p>
              )}
              <UploadForm query={query} />
            </>
          )}
        </Panel>
      </div>
    </>
  );
}
