import { createDraftKeeper, type DraftKeeper } from "./keeper";

/** Caches of the entry screen's worker; see lib/offline. */
const CACHE_PREFIX = "ntm-entry-";

let opened: Promise<{
  database: import("./database").DraftDatabase;
  api: typeof import("./database");
}> | null = null;

/** The database and the code for it, fetched at the first use only. */
function openOnce() {
  opened ??= import("./database").then(async (api) => ({ api, database: await api.openDraftDatabase() }));
  return opened;
}

/** A keeper for one user's cells of one sheet in this browser. */
export function openDraftKeeper(userId: number, sheet: string): DraftKeeper {
  return createDraftKeeper({ userId, sheet }, openOnce, Date.now);
}

/** How many cells of a user are on this machine alone; 0 where the browser keeps nothing. */
export async function countUnsentHere(userId: number): Promise<number> {
  try {
    const { database, api } = await openOnce();
    return await api.countUnsent(database, userId);
  } catch {
    return 0;
  }
}

/** At sign-out: nothing of a user stays on this machine, neither drafts nor pages. */
export async function forgetUserHere(userId: number): Promise<void> {
  try {
    const { database, api } = await openOnce();
    await api.clearUser(database, userId);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  if (!("caches" in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
}
