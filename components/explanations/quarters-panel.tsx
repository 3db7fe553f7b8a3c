import { TrendChart } from "@/components/charts/trend-chart";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { FigurePage, QuarterView } from "@/lib/explanations/types";
import { formatPeriod } from "@/lib/numbers/periods";

/** Wider numbers do not fit beside the axis; the table says the same. */
const WIDEST = 1000;
const WHOLE = 100;

/** Bottom and top of the axis, with room around figures and threshold; null when there is too little to draw. */
function chooseAxis(
  quarters: readonly QuarterView[],
  threshold: number | null,
  unitText: string,
): [number, number] | null {
  const sizes = quarters.flatMap((quarter) => (quarter.size === null ? [] : [quarter.size]));
  if (sizes.length < 2) return null;
  const all = threshold === null ? sizes : [...sizes, threshold];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (high >= WIDEST || low < 0) return null;
  const room = Math.max((high - low) * 0.25, 1);
  const top = Math.ceil(high + room);
  // A share ends at its whole.
  return [
    Math.max(0, Math.floor(low - room)),
    unitText === "%" && high <= WHOLE ? Math.min(top, WHOLE) : top,
  ];
}

/** The figure over the last quarters: a line where it is a number, a table in any case. */
export function QuartersPanel({ page }: { page: FigurePage }) {
  const { quarters, thresholdSize, threshold, unitText } = page;
  if (quarters.length < 2) return null;
  const axis = chooseAxis(quarters, thresholdSize, unitText);
  const title = `${quarters.length} quý gần đây${unitText ? `, ${unitText}` : ""}`;
  if (axis === null) {
    return (
      <Panel title={title} flush>
        <Table>
          <thead>
            <tr>
              <Th>Quý</Th>
              <Th numeric>Giá trị</Th>
              <Th>Kết quả</Th>
            </tr>
          </thead>
          <tbody>
            {quarters.map((quarter) => (
              <tr key={quarter.period}>
                <Td>{formatPeriod(quarter.period, "start")}</Td>
                <Td numeric>{quarter.value ?? "–"}</Td>
                <Td>
                  <VerdictMark state={quarter.state} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    );
  }
  const [yMin, yMax] = axis;
  return (
    <Panel title={title} meta={axis[0] > 0 ? "trục không bắt đầu từ 0" : null} flush>
      <TrendChart
        label={`${page.indicator.code}, ${title}`}
        yMin={yMin}
        yMax={yMax}
        points={quarters.map((quarter) => ({
          key: quarter.period,
          tick: quarter.tick,
          value: quarter.size,
          text: quarter.value ?? "",
          isProvisional: !quarter.isSettled,
        }))}
        {...(thresholdSize !== null && threshold.text !== null
          ? { threshold: { value: thresholdSize, label: threshold.text } }
          : {})}
        table={{
          head: ["Quý", "Giá trị", "Kết quả"],
          rows: quarters.map((quarter) => [
            formatPeriod(quarter.period, "start"),
            quarter.value ?? "–",
            VERDICT_WORDS[quarter.state],
          ]),
        }}
      />
    </Panel>
  );
}
