"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { TrendChartPlotProps } from "./trend-chart-plot";

/**
 * Holds the chart's place, so that nothing moves, and fetches the drawing library only when the place comes
 * near the screen or goes to paper: charts stand below the fold, and the library outweighs the page's own code.
 */
export function TrendChartLazy({ height = 220, ...rest }: TrendChartPlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const [Plot, setPlot] = useState<ComponentType<TrendChartPlotProps> | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isWanted = true;
    const load = () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", load);
      // Without the drawing the table below still says everything.
      import("./trend-chart-plot").then(
        (module) => isWanted && setPlot(() => module.TrendChartPlot),
        () => {},
      );
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    window.addEventListener("beforeprint", load);
    return () => {
      isWanted = false;
      observer.disconnect();
      window.removeEventListener("beforeprint", load);
    };
  }, []);
  return (
    <div ref={place} style={{ height }} aria-hidden="true">
      {Plot ? <Plot height={height} {...rest} /> : null}
    </div>
  );
}
