import styles from "./heat-grid.module.css";
import { type HeatGridModel, renderHeatList, renderHeatTable } from "./heat-grid-html";

/** Id of the table, for "Chép sang Excel". */
export const HEAT_TABLE_ID = "bang-tong-quan";

/**
 * Units × criteria. Written as one text rather than as some two thousand elements: that is most of the page,
 * and React would walk it three times (server tree, transfer, HTML). Every value in it is escaped by the writer.
 */
export function HeatGrid(model: HeatGridModel) {
  const html = renderHeatTable(model, HEAT_TABLE_ID) + renderHeatList(model);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: built by heat-grid-html.ts, which escapes every value
  return <div className={styles.heat} dangerouslySetInnerHTML={{ __html: html }} />;
}
