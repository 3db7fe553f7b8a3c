"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import type { TrendChartPoint } from "./types";

export interface TrendChartPlotProps {
  points: readonly TrendChartPoint[];
  yMax: number;
  yMin?: number;
  plan?: { value: number; label: string };
  threshold?: { value: number; label: string };
  bandLabel?: string;
  height?: number;
}

const AXIS = { fontSize: 13, fill: "var(--color-ink-2)" };
const LINE = "var(--color-chart-1)";

interface Drawn {
  tick: string;
  settled: number | null;
  provisional: number | null;
  band: [number, number] | null;
}

/** Splits the line where verified figures end; the dashed part starts at the last settled point. */
function drawPoints(points: readonly TrendChartPoint[]): Drawn[] {
  return points.map((point, index) => ({
    tick: point.tick,
    settled: point.isProvisional ? null : point.value,
    provisional: point.isProvisional || points[index + 1]?.isProvisional ? point.value : null,
    band: point.low != null && point.high != null ? [point.low, point.high] : null,
  }));
}

interface MarkProps {
  cx?: number;
  cy?: number;
  index?: number;
}

/** Recharts drawing of a trend; decorative, the figure's label and table say the same. */
export function TrendChartPlot({
  points,
  yMax,
  yMin = 0,
  plan,
  threshold,
  bandLabel,
  height = 220,
}: TrendChartPlotProps) {
  const last = points.length - 1;
  const firstKnown = points.findIndex((point) => point.value !== null);

  function drawMark({ cx, cy, index }: MarkProps) {
    const point = index === undefined ? undefined : points[index];
    if (!point || point.value === null || cx === undefined || cy === undefined) return <g key={index} />;
    const isLabelled = index === last || index === firstKnown;
    return (
      <g key={point.key}>
        <circle
          cx={cx}
          cy={cy}
          r={4}
          fill={point.isProvisional ? "var(--color-surface)" : LINE}
          stroke={LINE}
          strokeWidth={2}
        />
        {isLabelled ? (
          <text
            x={cx}
            y={cy + 20}
            textAnchor={index === last ? "end" : "start"}
            style={{ ...AXIS, fill: LINE, fontWeight: 600 }}
          >
            {point.text}
          </text>
        ) : null}
      </g>
    );
  }

  /** The dashed part repeats the last settled point: draw only its own. */
  function drawProvisionalMark(props: MarkProps) {
    const point = props.index === undefined ? undefined : points[props.index];
    return point?.isProvisional ? drawMark(props) : <g key={props.index} />;
  }

  const line = { stroke: LINE, strokeWidth: 2, isAnimationActive: false, activeDot: false } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={drawPoints(points)}
        margin={{ top: 16, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--color-chart-grid)" />
        <XAxis
          dataKey="tick"
          tick={AXIS}
          tickLine={false}
          axisLine={{ stroke: "var(--color-line-strong)" }}
          padding={{ left: 10, right: 10 }}
          interval="preserveStartEnd"
        />
        <YAxis
          domain={[yMin, yMax]}
          tick={AXIS}
          tickLine={false}
          axisLine={false}
          width={30}
          allowDecimals={false}
        />
        <Area
          dataKey="band"
          name={bandLabel}
          stroke="none"
          fill="var(--color-met-bg)"
          isAnimationActive={false}
          activeDot={false}
        />
        {threshold ? (
          <ReferenceLine
            y={threshold.value}
            stroke="var(--color-ink)"
            strokeDasharray="6 4"
            label={{ value: threshold.label, position: "insideTopRight", ...AXIS }}
          />
        ) : null}
        {plan ? (
          <ReferenceLine
            y={plan.value}
            stroke="var(--color-chart-2)"
            strokeDasharray="2 3"
            label={{ value: plan.label, position: "insideTopRight", ...AXIS, fill: "var(--color-unmet)" }}
          />
        ) : null}
        <Line dataKey="settled" {...line} dot={drawMark} />
        <Line dataKey="provisional" {...line} strokeDasharray="5 4" dot={drawProvisionalMark} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
