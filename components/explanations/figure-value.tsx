import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { FigurePage } from "@/lib/explanations/types";

/** The value in large, its verdict, and the sentence that joins them. */
export function FigureValue({ page }: { page: FigurePage }) {
  const { sheet, parts, parent } = page;
  return (
    <Panel>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <p className="font-num text-40 leading-none font-semibold tracking-[-0.02em]">
            {page.value ?? "–"}
            {page.value && page.unitText ? (
              <span className="ml-1 text-18 font-medium tracking-normal text-ink-3">{page.unitText}</span>
            ) : null}
          </p>
          {page.ratio ? (
            <p className="mt-2 font-num text-15 text-ink-2">
              {page.ratio.text}
              {page.ratio.labels ? (
                <span className="block text-13 text-ink-3">{page.ratio.labels}</span>
              ) : null}
            </p>
          ) : null}
        </div>
        <div className="desk:text-right">
          <VerdictMark state={page.state} form="box" />{" "}
          {sheet && sheet.basis === "scored" && page.entered ? (
            <ProvenanceBadge kind={sheet.provenance} />
          ) : null}
          {page.distance ? <p className="mt-1.5 text-15 text-ink-2">{page.distance}</p> : null}
        </div>
      </div>
      <p className="mt-3.5 max-w-[78ch] text-pretty">{page.sentence}</p>
      {page.exemption ? (
        <p className="mt-2 text-15 text-ink-2">
          Lý do: {page.exemption.reason}. Căn cứ: {page.exemption.documentText}.
        </p>
      ) : null}
      {page.note ? <p className="mt-2 text-15 text-ink-2">Ghi chú của xã: {page.note}</p> : null}
      {sheet?.basis === "recorded" ? (
        <p className="mt-2 text-15 text-ink-2">
          Kỳ này kết quả từng tiêu chí ghi từ văn bản, không có số liệu từng chỉ tiêu.{" "}
          {sheet.document ? (
            <Link href={`/documents/${sheet.document.code}`}>{sheet.document.subject}</Link>
          ) : null}
        </p>
      ) : null}
      {parent ? (
        <p className="mt-2 text-15">
          Là một phần của <Link href={parent.href}>chỉ tiêu {parent.code}</Link>; chỉ tiêu đạt khi mọi phần
          đều đạt.
        </p>
      ) : null}
      {parts.length > 0 ? (
        <ul className="mt-3">
          {parts.map((part) => (
            <li
              key={part.code}
              className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2 text-15"
            >
              <Link href={part.href}>
                {part.code} {part.title}
              </Link>
              <span className="flex items-baseline gap-3 font-num">
                {part.value ?? "–"} <VerdictMark state={part.state} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
