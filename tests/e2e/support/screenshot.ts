import path from "node:path";
import type { Page, TestInfo } from "@playwright/test";

/** Keeps a picture of the page among the test results, named by screen and width. */
export async function keepScreenshot(
  page: Page,
  info: TestInfo,
  name: string,
  isFull = false,
): Promise<void> {
  const file = path.join(info.project.outputDir, "screens", `${name}-${info.project.name}.png`);
  await page.screenshot({ path: file, fullPage: isFull });
}
