import { ChangeBar } from "@/components/charts/change-bar";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { formatChange } from "@/lib/numbers/format";
import type { Overview } from "@/lib/overview/types";

type Row = Overview["ranking"][number];

/** Rises listed before the rest is folded away; falls are always all listed. */
const RISES_SHOWN = 7;

function ChangeRow({ row, largest, query }: { row: Row; largest: number; query: string }) {
  return (
    <tr>
      <Td>
        <a href={`/communes/${row.code}?${query}`} className="text-ink no-underline hover:underline">
          {row.label}
        </a>
      </Td>
      <Td className="whitespace-nowrap text-ink-2">
        {row.previous} → {row.current}
      </Td>
      <Td className="align-middle max-desk:hidden">
        <ChangeBar change={row.change} largest={largest} />
      </Td>
      <Td numeric className={`font-semibold ${row.change < 0 ? "text-regress" : ""}`}>
        {formatChange(row.change)}
      </Td>
    </tr>
  );
}

interface ChangePanelProps {
  overview: Overview;
  /** "quý III". */
  previous: string;
  /** "quý III → IV". */
  span: string;
  query: string;
}

/** Who moved since last quarter: the largest rises, then every fall; the others are folded. */
export function ChangePanel({ overview, previous, span, query }: ChangePanelProps) {
  const { ranking, changeCounts, unitNoun } = overview;
  const largest = Math.max(0, ...ranking.map((row) => Math.abs(row.change)));
  const rises = ranking.filter((row) => row.change > 0).slice(0, RISES_SHOWN);
  const falls = ranking.filter((row) => row.change < 0).reverse();
  const shown = new Set([...rises, ...falls]);
  const rest = ranking.filter((row) => !shown.has(row));
  return (
    <Panel
      id="thay-doi"
      title={`Thay đổi so với ${previous}`}
      meta={
        ranking.length > 0
          ? `${changeCounts.up} ${unitNoun} tăng, ${changeCounts.same} giữ nguyên, ${changeCounts.down} giảm`
          : null
      }
      flush
      footer={
        rest.length > 0 ? (
          <details className="w-full">
            <summary className="underline underline-offset-3">
              {rest.length} {unitNoun} còn lại
            </summary>
            <ul className="mt-2 columns-2 font-num">
              {rest.map((row) => (
                <li key={row.code}>
                  {row.label}: {row.previous} → {row.current} ({formatChange(row.change)})
                </li>
              ))}
            </ul>
          </details>
        ) : null
      }
    >
      {ranking.length === 0 ? (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
          Chưa so được: cần kết quả của cả hai kỳ liền nhau.
        </p>
      ) : (
        <Table>
          <caption className="sr-only">Số tiêu chí đạt, {span}</caption>
          <thead>
            <tr>
              <Th>{unitNoun.charAt(0).toLocaleUpperCase("vi") + unitNoun.slice(1)}</Th>
              <Th>{span}</Th>
              <Th className="w-2/5 text-center max-desk:hidden">giảm | tăng</Th>
              <Th numeric>Thay đổi</Th>
            </tr>
          </thead>
          <tbody>
            {[...rises, ...falls].map((row) => (
              <ChangeRow key={row.code} row={row} largest={largest} query={query} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
