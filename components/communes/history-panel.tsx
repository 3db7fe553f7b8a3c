import { TrendChart } from "@/components/charts/trend-chart";
import { Panel } from "@/components/ui/panel";
import type { CommunePage } from "@/lib/communes/types";
import { formatChange } from "@/lib/numbers/format";
import { formatPeriod } from "@/lib/numbers/periods";

/** Criteria met over the quarters, and the newest result under other sets. */
export function HistoryPanel({ page }: { page: CommunePage }) {
  const { history, otherSets, head } = page;
  const first = history[0];
  const last = history.at(-1);
  const top = Math.max(1, ...history.map((point) => point.total));
  return (
    <Panel
      id="lich-su"
      flush
      title="Lịch sử"
      meta={history.length > 0 ? `${history.length} kỳ có kết quả` : null}
      footer={history.some((point) => !point.isSettled) ? "Nét đứt: chưa thẩm định." : null}
    >
      {first && last && history.length > 1 ? (
        <TrendChart
          points={history.map((point) => ({
            key: point.period,
            tick: point.axisLabel,
            value: point.met,
            text: `${point.met}/${point.total}`,
            isProvisional: !point.isSettled,
          }))}
          label={`Số tiêu chí đạt, ${formatPeriod(first.period)} là ${first.met}/${first.total}, ${formatPeriod(last.period)} là ${last.met}/${last.total}`}
          yMax={top}
          table={{
            head: ["Kỳ", "Đạt", "Thay đổi", "Tình trạng"],
            rows: history.map((point) => [
              formatPeriod(point.period, "start"),
              `${point.met}/${point.total}`,
              point.change === null ? "–" : formatChange(point.change),
              point.statusWords,
            ]),
          }}
        />
      ) : (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
          {first
            ? `Mới có một kết quả: ${first.met}/${first.total}, ${formatPeriod(first.period)} (${first.statusWords}). Cần ít nhất hai kỳ để vẽ.`
            : "Chưa có kỳ nào có kết quả theo bộ tiêu chí này."}
        </p>
      )}
      {otherSets.length > 0 ? (
        <div className="border-t border-line px-4 py-3 text-15 desk:px-4.5">
          <h3 className="text-14 font-semibold text-ink-2">Theo bộ khác</h3>
          <ul className="mt-1">
            {otherSets.map((sheet) => (
              <li key={sheet.id}>
                <a
                  href={`?${new URLSearchParams({ set: sheet.setCode, period: sheet.period })}`}
                  aria-label={`${head.label}, ${sheet.setTitle}, ${formatPeriod(sheet.period)}`}
                >
                  {sheet.setTitle}
                </a>
                : <b className="font-num font-semibold">{`${sheet.met}/${sheet.total}`}</b>
                <span className="text-ink-2">, {formatPeriod(sheet.period)}</span>
                {sheet.metPhrase ? <span className="text-ink-2"> ({sheet.metPhrase})</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}
