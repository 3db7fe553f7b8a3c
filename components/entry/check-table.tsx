import { Panel } from "@/components/ui/panel";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CheckRow } from "@/lib/entry/check-facts";
import { nameCriterionAnchor } from "@/lib/entry/fields";

interface CheckTableProps {
  rows: readonly CheckRow[];
  entryHref: string;
  /** A sheet that is locked is looked at, not mended. */
  isLocked: boolean;
}

const HEAD =
  "border-b border-line-strong px-2.5 py-2 text-left align-bottom text-13 font-semibold text-ink-2";
const CELL = "px-2.5 py-2.25 align-top max-desk:p-0";

/** Every criterion in one line: figures entered, verdict, what to know, the way back to its rows. */
export function CheckTable({ rows, entryHref, isLocked }: CheckTableProps) {
  return (
    <Panel flush>
      <table className="w-full text-15 max-desk:block">
        <caption className="sr-only">Kết quả từng tiêu chí trước khi gửi</caption>
        <thead className="max-desk:sr-only">
          <tr>
            <th scope="col" className={`${HEAD} w-14 pl-4.5! text-right!`}>
              Số
            </th>
            <th scope="col" className={`${HEAD} w-[30%]`}>
              Tiêu chí
            </th>
            <th scope="col" className={`${HEAD} w-20 text-center! whitespace-nowrap`}>
              Đã nhập
            </th>
            <th scope="col" className={`${HEAD} w-40`}>
              Kết quả
            </th>
            <th scope="col" className={HEAD}>
              Cần biết
            </th>
            <th scope="col" className={`${HEAD} pr-4.5!`}>
              <span className="sr-only">Việc</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {rows.map((row) => (
            <tr
              key={row.number}
              className="border-t border-line first:border-t-0 max-desk:grid max-desk:grid-cols-[2rem_1fr_auto] max-desk:gap-x-2 max-desk:gap-y-1 max-desk:px-4 max-desk:py-3"
            >
              <td className={`${CELL} pl-4.5! max-desk:pl-0! font-num font-semibold desk:text-right`}>
                {row.number}
              </td>
              <td className={CELL}>{row.title}</td>
              <td className={`${CELL} font-num text-center`}>
                {row.entered}/{row.total}
              </td>
              <td className={`${CELL} max-desk:col-start-2`}>
                <VerdictMark state={row.state} />
              </td>
              <td
                className={`${CELL} font-num text-14 text-ink-2 max-desk:col-span-2 max-desk:col-start-2 max-desk:row-start-3`}
              >
                {row.remarks.join("; ")}
              </td>
              <td className={`${CELL} pr-4.5! max-desk:pr-0! text-right`}>
                <a href={`${entryHref}#${nameCriterionAnchor(row.number)}`} className="inline-block min-h-6">
                  {isLocked ? "Xem" : "Sửa"}
                  <span className="sr-only"> tiêu chí {row.number}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
