import { Panel } from "@/components/ui/panel";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { VerdictSign } from "@/components/ui/verdict-sign";
import type { OverviewRegression } from "@/lib/overview/types";

interface RegressionPanelProps {
  regressions: OverviewRegression[];
  /** Whether there was a period to compare with. */
  isCompared: boolean;
  query: string;
}

/** Criteria met last period and unmet now, each with the figure that is furthest from its threshold. */
export function RegressionPanel({ regressions, isCompared, query }: RegressionPanelProps) {
  return (
    <Panel
      id="suy-giam"
      flush
      title={
        <>
          <span className="mr-1.5 text-regress">
            <VerdictSign state="regressed" />
          </span>
          Suy giảm
        </>
      }
      meta={isCompared ? regressions.length : null}
    >
      {regressions.length === 0 ? (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
          {isCompared ? "Không có tiêu chí nào đạt kỳ trước mà kỳ này chưa đạt." : "Chưa có kỳ trước để so."}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {regressions.map((row) => (
            <li
              key={`${row.unitCode}-${row.number}`}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5 text-15 desk:px-4.5"
            >
              <a
                href={`/communes/${row.unitCode}?${query}#c${row.number}`}
                className="text-ink no-underline hover:underline"
              >
                <b className="font-semibold">{row.unitLabel}</b>, tiêu chí {row.number} {row.shortTitle}
              </a>
              <VerdictMark state="regressed" />
              <p className="col-span-full font-num text-13 text-ink-3">
                {row.measured ?? "Chỉ có kết quả tiêu chí, không có số đo."}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
