import type { Reader, ReviewSheetView } from "@/lib/reviews/types";
import { EvidenceSummary } from "./evidence-summary";
import { RemarkList } from "./remark-list";
import { SheetDecision } from "./sheet-decision";

interface SidePaneProps {
  sheet: ReviewSheetView;
  reader: Reader;
  address: { unit: string; set: string; period: string };
}

const SECTION = "border-b border-line px-4.5 py-3.5 last:border-b-0 max-desk:px-4";

/** The sheet as a whole, evidence of the criterion, and what was said before. */
export function SidePane({ sheet, reader, address }: SidePaneProps) {
  const { counts } = sheet;
  const result = sheet.resultTexts.at(-1)?.value ?? "";
  const progress = [
    `${counts.agreed} đồng ý`,
    `${counts.returned} trả lại`,
    `${counts.asked + counts.answered} đang hỏi`,
    `${counts.waiting} chờ`,
  ].join(" · ");
  return (
    <>
      <section className={SECTION} aria-label="Cả phiếu">
        <h3>Cả phiếu</h3>
        <dl className="mt-1.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-14">
          {sheet.resultTexts.map((one) => (
            <div key={one.label} className="contents">
              <dt className={one.isCurrent ? "" : "text-ink-2"}>{one.label}</dt>
              <dd className={`text-right font-num ${one.isCurrent ? "font-semibold" : "text-ink-2"}`}>
                {one.value}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-1.5 font-num text-14 text-ink-2">{progress}</p>
        {reader === "committee" ? (
          <SheetDecision
            key={`${sheet.submissionId}-${sheet.round}-${sheet.status}`}
            address={{ ...address, round: sheet.round }}
            unitLabel={sheet.unitLabel}
            status={sheet.status}
            result={result}
            numbers={sheet.numbers}
          />
        ) : null}
        {reader === "department" ? (
          <p className="mt-1.5 text-13 text-ink-3">
            Thẩm định xong, trả lại và duyệt cả phiếu là việc của cấp ủy.
          </p>
        ) : null}
      </section>
      <section className={SECTION} id="minh-chung" aria-label="Minh chứng">
        <h3 className="mb-1.5">Minh chứng tiêu chí {sheet.criterion.number}</h3>
        <EvidenceSummary evidence={sheet.evidence} />
      </section>
      <section className={SECTION} aria-label="Trao đổi">
        <h3 className="mb-1.5">Trao đổi</h3>
        <RemarkList remarks={sheet.remarks} round={sheet.round} />
      </section>
    </>
  );
}
