import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { AuthorizedUnit } from "@/lib/auth/types";
import type { ContextSet } from "@/lib/context/types";
import { formatPeriod } from "@/lib/numbers/periods";
import type { Overview } from "@/lib/overview/types";

interface OverviewEmptyProps {
  unit: AuthorizedUnit;
  set: ContextSet;
  period: string;
  overview: Overview;
}

/** What the grid cannot show: units outside the set, a period without figures. Nothing when all is there. */
export function OverviewEmpty({ unit, set, period, overview }: OverviewEmptyProps) {
  const { units, outside, latestPeriod, unitNoun, hasFigures } = overview;
  if (hasFigures && outside.length === 0) return null;
  const named = outside.map((row, index) => (
    <span key={row.code}>
      {index > 0 ? ", " : ""}
      <a href={`/communes/${row.code}`}>{row.label}</a>
    </span>
  ));
  if (hasFigures) {
    return (
      <p className="mt-4 text-15 text-ink-2 max-desk:px-4">
        {outside.length} {unitNoun} chưa có số liệu theo bộ tiêu chí này: {named}.
      </p>
    );
  }
  return (
    <Panel flush className="mt-6">
      <EmptyState
        title={
          units.length > 0
            ? `Chưa có số liệu ${formatPeriod(period)}`
            : `Chưa có ${unitNoun} nào của ${unit.label} theo bộ tiêu chí này`
        }
      >
        {latestPeriod ? (
          <p>
            Số liệu gần nhất:{" "}
            <a
              href={`/overview?unit=${unit.code}&set=${encodeURIComponent(set.code)}&period=${latestPeriod}`}
            >
              {formatPeriod(latestPeriod)}
            </a>
            .
          </p>
        ) : (
          <p>Chưa có phiếu số liệu và chưa có kết quả nào ghi từ văn bản.</p>
        )}
        {outside.length > 0 ? (
          <p className="mt-2">
            {outside.length} {unitNoun} được nêu tên, chưa có số liệu: {named}.
          </p>
        ) : null}
      </EmptyState>
    </Panel>
  );
}
