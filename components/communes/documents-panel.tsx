import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { CommunePage, DocumentRow, FactRow } from "@/lib/communes/types";
import { formatPercent } from "@/lib/numbers/format";

const TYPE_WORDS: Record<DocumentRow["type"], string> = {
  resolution: "Nghị quyết",
  conclusion_notice: "Thông báo kết luận",
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  report: "Báo cáo",
};

function FactLine({ fact }: { fact: FactRow }) {
  return (
    <li className="py-1.5">
      <span className="flex flex-wrap justify-between gap-x-4">
        <span>
          {fact.label}
          {fact.periodText ? <span className="text-ink-3"> ({fact.periodText})</span> : null}
        </span>
        <b className="font-num font-semibold">{fact.printed}</b>
      </span>
      {fact.isInconsistent ? (
        <span className="mt-0.5 block text-14">
          <Tag tone="soon">số không khớp</Tag>{" "}
          {fact.printedPercent && fact.computedPercent
            ? `văn bản in ${formatPercent(fact.printedPercent)}, tính lại ${formatPercent(fact.computedPercent)}; giữ nguyên số in.`
            : (fact.note ?? "")}
        </span>
      ) : null}
    </li>
  );
}

/** Documents about the commune with the figures they print, mismatches flagged and kept. */
export function DocumentsPanel({ page }: { page: CommunePage }) {
  if (page.documents.length === 0) return null;
  return (
    <Panel id="van-ban" flush title="Văn bản" meta={page.documents.length}>
      <ul className="divide-y divide-line">
        {page.documents.map((document) => {
          const facts = page.facts.filter((fact) => fact.documentCode === document.code);
          return (
            <li key={document.code} className="px-4 py-3 desk:px-4.5">
              <a href={`/documents/${document.code}`} className="font-semibold">
                {TYPE_WORDS[document.type]}: {document.subject}
              </a>
              <p className="mt-0.5 text-13 text-ink-3">
                {document.numberText ?? "Số: không có trong bản lưu"} ·{" "}
                {document.dateText ?? "ngày ký: không có trong bản lưu"}
                {document.signer ? ` · người ký: ${document.signer}` : ""}
              </p>
              {facts.length > 0 ? (
                <ul className="mt-2 divide-y divide-line border-t border-line text-15">
                  {facts.map((fact) => (
                    <FactLine key={fact.key} fact={fact} />
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
