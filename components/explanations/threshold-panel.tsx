import { Panel } from "@/components/ui/panel";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { Table, TableScroll, Td, Th } from "@/components/ui/table";
import { VerdictSign } from "@/components/ui/verdict-sign";
import { PROVENANCE_WORDS } from "@/lib/criteria/words";
import type { FigurePage } from "@/lib/explanations/types";

/** Why the level is what it is: the steps of the search, the law, and every row that was considered. */
export function ThresholdPanel({ page }: { page: FigurePage }) {
  const { threshold, indicator, set } = page;
  return (
    <Panel
      title={threshold.text === null ? "Vì sao chưa có mức" : `Vì sao mức là ${threshold.text}`}
      meta={threshold.reason}
      flush
    >
      <ol className="px-4 pt-2 desk:px-4.5">
        {threshold.steps.map((step) => (
          <li
            key={step.label}
            className={`grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2 py-1.5 ${
              step.isChosen ? "font-semibold" : "text-ink-2"
            }`}
          >
            <span
              aria-hidden="true"
              className={`flex h-6 items-center ${step.isChosen ? "text-accent" : "text-ink-3"}`}
            >
              <VerdictSign state={step.isChosen ? "met" : "missing"} />
            </span>
            <span>
              {step.label}
              {step.isChosen ? <span className="sr-only"> (được chọn)</span> : null}
            </span>
            <span className="text-right font-num">
              {step.text ?? "không có"}
              {step.text !== null && !step.isChosen ? (
                <span className="block text-13 text-ink-3">có dòng riêng hơn</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <div className="px-4 pb-4 desk:px-4.5">
        {threshold.source ? (
          <p className="mt-2 max-w-[78ch] text-15 text-pretty">
            {threshold.source}: “{indicator.title}”. <ProvenanceBadge kind={threshold.provenance} />
          </p>
        ) : (
          <p className="mt-2 text-15">
            <ProvenanceBadge kind={threshold.provenance} />
          </p>
        )}
        {threshold.note ? <p className="mt-1.5 max-w-[78ch] text-14 text-ink-2">{threshold.note}</p> : null}
        <p className="mt-1.5 max-w-[78ch] text-14 text-ink-3">
          Căn cứ của bộ tiêu chí: {set.legalBasis.join("; ")}. Lời văn chỉ tiêu:{" "}
          {PROVENANCE_WORDS[indicator.wording]}.
        </p>
      </div>
      {threshold.rows.length > 0 ? (
        <details className="border-t border-line text-15">
          <summary className="min-h-10 px-4 py-2.5 text-accent underline underline-offset-3 hover:decoration-2 desk:px-4.5 print:hidden">
            Xem mọi dòng đã xét ({threshold.rows.length})
          </summary>
          <TableScroll label="Các dòng mức đã xét">
            <Table>
              <thead>
                <tr>
                  <Th>Áp dụng cho</Th>
                  <Th numeric>Mức</Th>
                  <Th>Vì sao</Th>
                  <Th>Nguồn</Th>
                </tr>
              </thead>
              <tbody>
                {threshold.rows.map((row) => (
                  <tr key={row.id} className={row.isChosen ? "font-semibold" : ""}>
                    <Td>{row.scope}</Td>
                    <Td numeric className="whitespace-nowrap">
                      {row.text}
                    </Td>
                    <Td>{row.why}</Td>
                    <Td className="font-normal">
                      {row.source} <ProvenanceBadge kind={row.provenance} form="under" />
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        </details>
      ) : null}
    </Panel>
  );
}
