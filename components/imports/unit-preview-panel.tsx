import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { UnitPreview } from "@/lib/imports/view-types";
import { PreviewTable } from "./preview-table";

/** "Từ 9/19 lên 11/19 tiêu chí đạt". */
export function sayResult(preview: UnitPreview): string {
  const { before, after } = preview;
  if (!before || !after) return "";
  const now = `${after.met}/${after.total}`;
  if (before.met === after.met) return `Giữ ${now} tiêu chí đạt`;
  const way = after.met > before.met ? "lên" : "xuống";
  return `Từ ${before.met}/${before.total} ${way} ${now} tiêu chí đạt`;
}

function countOf(preview: UnitPreview, state: UnitPreview["items"][number]["state"]): number {
  return preview.items.filter((item) => item.state === state).length;
}

function sayCounts(preview: UnitPreview): string {
  const parts = [
    [countOf(preview, "change"), "ô sẽ ghi"],
    [countOf(preview, "same"), "không đổi"],
    [countOf(preview, "empty"), "trống"],
    [countOf(preview, "error"), "không nhận"],
    [countOf(preview, "question"), "cần chọn"],
  ] as const;
  return parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(" · ");
}

interface UnitPreviewPanelProps {
  preview: UnitPreview;
  /** Folded: one of many, whose unchanged cells are only counted. */
  isFolded: boolean;
}

/** What a file would change in one unit's sheet; what stays is folded away. */
export function UnitPreviewPanel({ preview, isFolded }: UnitPreviewPanelProps) {
  const { unitCode, unitLabel } = preview;
  const moving = preview.items.filter((item) => item.state !== "same" && item.state !== "empty");
  const staying = preview.items.filter((item) => item.state === "same" || item.state === "empty");
  const body = (
    <>
      {preview.stop ? (
        <div className="px-4 py-3 desk:px-4.5">
          <Notice tone="warn">{preview.stop}</Notice>
        </div>
      ) : null}
      {moving.length > 0 ? (
        <PreviewTable unitCode={unitCode} label={`Các ô của ${unitLabel}`} items={moving} />
      ) : (
        <p className="px-4 py-3 text-ink-2 desk:px-4.5">Tệp không có ô nào khác với số đang có.</p>
      )}
      {preview.skipped.length > 0 ? (
        <details className="border-t border-line px-4 py-2.5 desk:px-4.5">
          <summary className="cursor-pointer font-semibold text-accent underline underline-offset-3">
            {preview.skipped.length} dòng có số nhưng không rõ chỉ tiêu, bỏ qua
          </summary>
          <ul className="mt-1.5 text-15">
            {preview.skipped.map(({ row, text }) => (
              <li key={row}>
                Dòng {row}: {text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {staying.length > 0 && !isFolded ? (
        <details className="border-t border-line">
          <summary className="cursor-pointer px-4 py-2.5 font-semibold text-accent underline underline-offset-3 desk:px-4.5">
            {staying.length} chỉ tiêu không thay đổi
          </summary>
          <PreviewTable unitCode={unitCode} label={`Chỉ tiêu không đổi của ${unitLabel}`} items={staying} />
        </details>
      ) : null}
    </>
  );
  if (!isFolded) {
    return (
      <Panel title={sayResult(preview) || unitLabel} meta={sayCounts(preview)} flush>
        {body}
      </Panel>
    );
  }
  const needsEye = preview.stop !== null || countOf(preview, "error") + countOf(preview, "question") > 0;
  return (
    <details open={needsEye} className="border border-line bg-surface max-desk:border-x-0 desk:rounded-panel">
      <summary className="cursor-pointer px-4 py-3 desk:px-4.5">
        <span className="font-semibold text-accent underline underline-offset-3">{unitLabel}</span>
        <span className="ml-3 font-num text-ink-2">{sayResult(preview)}</span>
        <span className="ml-3 font-num text-14 text-ink-3">{sayCounts(preview)}</span>
      </summary>
      <div className="border-t border-line">{body}</div>
    </details>
  );
}
