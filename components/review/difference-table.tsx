import { CutText } from "@/components/entry/cut-text";
import { ThresholdBadge } from "@/components/gaps/threshold-badge";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { nameFigurePath } from "@/lib/explanations/address";
import type { ReviewRow } from "@/lib/reviews/types";
import styles from "./difference-table.module.css";

interface DifferenceTableProps {
  /** Sheet whose figures explain themselves on pages of their own. */
  address: { unit: string; set: string; period: string };
  rows: ReviewRow[];
  caption: string;
  /** Head of the old values; null when nothing was approved before. */
  approvedTitle: string | null;
  round: number;
}

function Row({
  address,
  row,
  approvedTitle,
  round,
}: { row: ReviewRow } & Omit<DifferenceTableProps, "rows" | "caption">) {
  const href = nameFigurePath({ ...address, code: row.code });
  return (
    <tr>
      <td className="font-semibold">
        <a href={href} title={`Giải thích số liệu ${row.code}`}>
          {row.code}
        </a>
      </td>
      <td className={row.isLimb ? "desk:pl-5!" : undefined}>
        <a href={href} className="mr-1.5 font-semibold desk:hidden">
          {row.code}
        </a>
        <CutText id={`ten-${row.id}`} text={row.title} longest={64} />
        {row.note ? <span className="block text-13 text-ink-2">Ghi chú: {row.note}</span> : null}
        {row.evidenceCount > 0 ? (
          <span className="block text-13">
            <a href="#minh-chung">Minh chứng: {row.evidenceCount}</a>
          </span>
        ) : null}
        <details className="text-13 text-ink-2">
          <summary className="inline-block py-0.5 text-accent underline decoration-1 underline-offset-3">
            Giải thích<span className="sr-only"> {row.code}</span>
          </summary>
          <ul className="mt-1 border-l-3 border-line-2 pl-2.5">
            {row.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </td>
      <td data-n="" data-l="Mức" className="text-ink-2">
        {row.threshold ?? (row.isParent ? "" : "–")}
        <ThresholdBadge source={row.threshold === null ? null : row.thresholdProvenance} citation={null} />
      </td>
      {approvedTitle === null ? null : (
        <td data-n="" data-l={approvedTitle} className="text-ink-2">
          {row.approved ?? (row.isParent ? "" : "–")}
        </td>
      )}
      <td data-n="" data-l="Nay gửi" {...(row.isChanged ? { "data-changed": "" } : {})}>
        <span className="font-semibold">{row.now ?? (row.isParent ? "" : "–")}</span>
        {row.change ? <span className="block text-13 text-ink-2">{row.change}</span> : null}
        {row.sentBefore ? (
          <span className="block text-13 text-ink-2">
            lần {round - 1}: {row.sentBefore}
          </span>
        ) : null}
      </td>
      <td>
        <VerdictMark state={row.state} />
        {row.distance && row.state !== "met" ? (
          <span className="block text-13 text-ink-2">{row.distance}</span>
        ) : null}
      </td>
    </tr>
  );
}

/** Indicator by indicator: threshold, what was approved, what is sent now and what that comes to. */
export function DifferenceTable({ address, rows, caption, approvedTitle, round }: DifferenceTableProps) {
  return (
    <table className={styles.table}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-14.5">
            Mã
          </th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" data-n="" className="w-21">
            Mức
          </th>
          {approvedTitle === null ? null : (
            <th scope="col" data-n="" className="w-20">
              {approvedTitle}
            </th>
          )}
          <th scope="col" data-n="" className="w-28">
            Nay gửi
          </th>
          <th scope="col" className="w-29">
            Kết quả
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} address={address} row={row} approvedTitle={approvedTitle} round={round} />
        ))}
      </tbody>
    </table>
  );
}
