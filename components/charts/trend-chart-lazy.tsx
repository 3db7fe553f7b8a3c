"use client";

import dynamic from "next/dynamic";
import type { TrendChartPlotProps } from "./trend-chart-plot";

const Plot = dynamic(() => import("./trend-chart-plot").then((module) => module.TrendChartPlot), {
  ssr: false,
});

/** Holds the chart's place, so that nothing moves when the drawing arrives. */
export function TrendChartLazy({ height = 220, ...rest }: TrendChartPlotProps) {
  return (
    <div style={{ height }} aria-hidden="true">
      <Plot height={height} {...rest} />
    </div>
  );
}
