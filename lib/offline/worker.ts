import { CacheFirst, ExpirationPlugin, NetworkFirst, Serwist } from "serwist";
import { type KeepMessage, SHEET_PATH, STATIC_PATH } from "./messages";

/**
 * The worker of the entry pages (scope /entry/). It keeps the sheets that were opened and the files they need, and
 * serves them when there is no line; everything else goes to the network untouched. Built to public/sw.js.
 */

const PAGES = "ntm-entry-pages";
const FILES = "ntm-entry-files";
const OWNER = "/entry/kept-for";
/** A bad line is worse than none: after this the kept page is shown. */
const LONGEST_WAIT_S = 8;

interface WorkerScope {
  addEventListener(
    type: "message",
    listener: (event: MessageEvent<KeepMessage> & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}
const scope = globalThis as unknown as WorkerScope;

/** Only a sheet that was really served; a redirect to sign-in means that nothing of it may stay. */
const isServed = (response: Response) =>
  response.status === 200 && !response.redirected && response.type !== "opaqueredirect";

const withoutQuery = (url: string) => {
  const address = new URL(url, self.location.href);
  return address.origin + address.pathname;
};

const MISSING = new Response(
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Đang mất mạng</title>
<body style="font:16px/1.5 sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem"><h1 style="font-size:22px">Chưa mở được phiếu này</h1>
<p>Đang mất mạng, và phiếu này chưa từng mở trên máy này. Số liệu đã lưu vẫn còn nguyên. Thử lại khi có mạng.</p>`,
  { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
);

const worker = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === "navigate" && SHEET_PATH.test(url.pathname),
      handler: new NetworkFirst({
        cacheName: PAGES,
        networkTimeoutSeconds: LONGEST_WAIT_S,
        plugins: [
          {
            cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url),
            async fetchDidSucceed({ request, response }) {
              if (!isServed(response)) {
                const cache = await caches.open(PAGES);
                await cache.delete(withoutQuery(request.url));
              }
              return response;
            },
            cacheWillUpdate: async ({ response }) => (isServed(response) ? response : null),
            handlerDidError: async () => MISSING.clone(),
          },
          new ExpirationPlugin({ maxEntries: 12, maxAgeSeconds: 30 * 24 * 3600 }),
        ],
      }),
    },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && STATIC_PATH.test(url.pathname),
      handler: new CacheFirst({
        cacheName: FILES,
        plugins: [new ExpirationPlugin({ maxEntries: 300, maxAgeSeconds: 60 * 24 * 3600 })],
      }),
    },
  ],
});

async function keepFiles(files: readonly string[]) {
  const cache = await caches.open(FILES);
  for (const file of files) {
    if (!STATIC_PATH.test(file) || (await cache.match(file))) continue;
    const response = await fetch(file);
    if (response.status === 200) await cache.put(file, response);
  }
}

async function keepPage({ userId, page, files }: KeepMessage) {
  if (!SHEET_PATH.test(page)) return;
  const kept = await caches.open(PAGES);
  const owner = await kept.match(OWNER);
  // Somebody else signs in on the same machine: the pages of the one before go.
  if (owner && (await owner.text()) !== String(userId)) await caches.delete(PAGES);
  const cache = await caches.open(PAGES);
  await cache.put(OWNER, new Response(String(userId)));
  await keepFiles(files);
  const response = await fetch(page, { credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!isServed(response)) return;
  await cache.put(withoutQuery(page), response.clone());
  // Files that the page names and this tab has not loaded itself.
  const named = [...(await response.text()).matchAll(/\/_next\/static\/[^"'\\\s)]+/g)].map(([path]) => path);
  await keepFiles([...new Set(named)]);
}

scope.addEventListener("message", (event) => {
  if (event.data?.kind === "keep") event.waitUntil(keepPage(event.data).catch(() => undefined));
});
worker.addEventListeners();
