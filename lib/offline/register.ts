import { type KeepMessage, SHEET_PATH, STATIC_PATH } from "./messages";

function listFiles(): string[] {
  const urls = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  const own = urls.filter((url) => url.origin === location.origin && STATIC_PATH.test(url.pathname));
  return [...new Set(own.map((url) => url.pathname + url.search))];
}

/**
 * Registers the worker for the entry pages and asks it to keep the one that is open, so that it opens without a line
 * next time. Browsers without workers, or that refuse them, go on as before.
 */
export async function keepSheetPage(userId: number): Promise<void> {
  if (!("serviceWorker" in navigator) || !SHEET_PATH.test(location.pathname) || !navigator.onLine) return;
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", {
      scope: "/entry/",
      updateViaCache: "none",
    });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    const message: KeepMessage = { kind: "keep", userId, page: location.pathname, files: listFiles() };
    worker?.postMessage(message);
  } catch {
    // Not a failure of entering figures: the page only needs a line to open.
  }
}
