import Link from "next/link";
import { styleButton } from "@/components/ui/button-style";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { Notice } from "@/components/ui/notice";
import type { PreparedNotice } from "@/lib/reports/conclusion-notice/prepare-notice";
import type { LayoutProfile } from "@/lib/reports/layout/schema";
import { DocumentPreview } from "./document-preview";
import { SlotList } from "./slot-list";

interface NoticeBuilderProps {
  notice: PreparedNotice;
  profile: LayoutProfile;
  unitLabel: string;
  periodText: string;
  /** Said when the result is of an earlier period than the one in view. */
  earlierPeriodNote: string | null;
  isIllustrative: boolean;
  exportHref: string;
  annexHref: string;
  hasAnnex: boolean;
}

function BuilderActions({ notice, exportHref, annexHref, hasAnnex }: NoticeBuilderProps) {
  if (notice.disagreements.length > 0) {
    return (
      <Notice tone="error" title="Chưa xuất được: số liệu mâu thuẫn.">
        <ul className="mt-1 list-disc pl-5">
          {notice.disagreements.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <>
      {notice.missingSlots.length > 0 ? (
        <Notice tone="warn" title={`Còn ${notice.missingSlots.length} ô cần bổ sung.`}>
          Văn bản vẫn xuất được; các ô này in [cần bổ sung: …] hoặc để trống.
        </Notice>
      ) : null}
      <div className="mt-3.5 flex flex-wrap items-center gap-3">
        <a href={exportHref} download className={styleButton("primary")}>
          Xuất Word
        </a>
        <Link href={annexHref} scroll={false} className={styleButton("secondary")}>
          {hasAnnex ? "Bỏ phụ lục" : "Kèm phụ lục phân công"}
        </Link>
      </div>
    </>
  );
}

/** The notice being prepared: slots and their sources on the left, the sheet on the right. */
export function NoticeBuilder(props: NoticeBuilderProps) {
  const { notice, profile, unitLabel, periodText, earlierPeriodNote, isIllustrative } = props;
  return (
    <div className="desk:grid desk:grid-cols-[minmax(20rem,25rem)_minmax(0,1fr)] print:block">
      <div className="bg-surface px-5 pt-5 pb-10 max-desk:px-4 print:hidden">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-22 font-semibold">Thông báo kết luận</h1>
          {isIllustrative ? <IllustrativeBadge /> : null}
        </div>
        <p className="mt-1 mb-3.5 text-14 text-ink-2">
          {profile.title} · {unitLabel} · {periodText}
        </p>
        {earlierPeriodNote === null ? null : <p className="mb-3.5 text-14 text-ink-2">{earlierPeriodNote}</p>}
        <BuilderActions {...props} />
        <SlotList sections={notice.sections} />
      </div>
      <div className="border-l border-line-2 bg-line pb-8 max-desk:border-0 print:border-0 print:bg-transparent print:p-0">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line-2 bg-surface px-5 py-2.5 text-14 text-ink-2 max-desk:px-4 print:hidden">
          <span>Xem trước · A4 · phông {profile.font} 14</span>
          <span className="flex flex-wrap gap-x-3">
            <span className="bg-rail/60 px-1">từ dữ liệu</span>
            <mark className="border-b-[1.5px] border-dashed border-near bg-near-bg text-ink">
              cần bổ sung
            </mark>
          </span>
        </div>
        <div className="px-4 pt-5 max-desk:px-0 max-desk:pt-3 print:p-0">
          <DocumentPreview tree={notice.tree} profile={profile} />
        </div>
      </div>
    </div>
  );
}
