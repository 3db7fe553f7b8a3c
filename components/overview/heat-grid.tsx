"use client";

import styles from "./heat-grid.module.css";
import { type HeatGridModel, renderHeatList, renderHeatTable } from "./heat-grid-html";
import { HEAT_TABLE_ID } from "./heat-table-id";

/**
 * Units × criteria. Written as one text rather than as some two thousand elements: that is most of the page, and
 * React would walk it three times. A client component only so that its small model, not the text, is sent a second
 * time for hydration; it does nothing in the browser. Every value in the text is escaped by its writer.
 */
export function HeatGrid({ model }: { model: HeatGridModel }) {
  const html = renderHeatTable(model, HEAT_TABLE_ID) + renderHeatList(model);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: built by heat-grid-html.ts, which escapes every value
  return <div className={styles.heat} dangerouslySetInnerHTML={{ __html: html }} />;
}
