import type { KeptCell } from "@/lib/entry/kept-cells";
import type { DraftDatabase, SheetOwner } from "./database";

/** Longest a save waits for the draft to be on disk: a slow disk must not hold up the network. */
const LONGEST_WAIT_MS = 300;

export interface DraftKeeper {
  /** Notes what is to be kept (null: nothing any more); written a moment later, many at once. */
  keep: (changes: ReadonlyMap<number, KeptCell | null>) => void;
  /** Resolves when everything noted is written, or after a short while at the latest. */
  settle: () => Promise<void>;
  /** What is kept of the sheet; null when the browser keeps nothing. */
  read: () => Promise<KeptCell[] | null>;
}

/**
 * Keeps the cells of one sheet in the browser. Never fails: where the browser keeps nothing (private window, full
 * disk) `read` says so and typing goes on as without it.
 * @param open brings the database; called at the first use, so that its code is fetched only then
 */
export function createDraftKeeper(
  owner: SheetOwner,
  open: () => Promise<{ database: DraftDatabase; api: typeof import("./database") }>,
  now: () => number,
): DraftKeeper {
  let opened: ReturnType<typeof open> | null = null;
  let pending = new Map<number, KeptCell | null>();
  let writing: Promise<void> = Promise.resolve();
  let isBroken = false;

  const ready = () => {
    opened ??= open();
    return opened;
  };

  async function writePending() {
    if (pending.size === 0 || isBroken) return;
    const changes = pending;
    pending = new Map();
    try {
      const { database, api } = await ready();
      await api.writeCells(database, owner, changes, now());
    } catch {
      isBroken = true;
    }
  }

  function flush(): Promise<void> {
    // One after another: an older state of a cell must not overtake a newer one.
    writing = writing.then(writePending);
    return writing;
  }

  return {
    keep(changes) {
      for (const [id, kept] of changes) pending.set(id, kept);
      void flush();
    },
    async settle() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LONGEST_WAIT_MS);
      });
      await Promise.race([flush(), late]);
      clearTimeout(timer);
    },
    async read() {
      try {
        const { database, api } = await ready();
        return await api.readCells(database, owner);
      } catch {
        isBroken = true;
        return null;
      }
    },
  };
}
