import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { KeptCell } from "@/lib/entry/kept-cells";

/** Whose cell of which sheet: one person's drafts are never another's on the same machine. */
export interface SheetOwner {
  userId: number;
  /** "unit/set/period" */
  sheet: string;
}

interface StoredCell extends KeptCell {
  key: string;
  userId: number;
  /** User and sheet in one text, to find a sheet's cells by. */
  place: string;
  at: number;
}

interface DraftSchema extends DBSchema {
  cells: { key: string; value: StoredCell; indexes: { place: string; userId: number } };
}

export type DraftDatabase = IDBPDatabase<DraftSchema>;

const placeOf = ({ userId, sheet }: SheetOwner) => `${userId} ${sheet}`;

/** Opens the browser's own database; throws where the browser keeps none (some private windows). */
export function openDraftDatabase(name = "ntm-drafts"): Promise<DraftDatabase> {
  return openDB<DraftSchema>(name, 1, {
    upgrade(database) {
      const cells = database.createObjectStore("cells", { keyPath: "key" });
      cells.createIndex("place", "place");
      cells.createIndex("userId", "userId");
    },
  });
}

/** Writes what is to be kept and removes what is not, in one transaction. */
export async function writeCells(
  database: DraftDatabase,
  owner: SheetOwner,
  changes: ReadonlyMap<number, KeptCell | null>,
  at: number,
): Promise<void> {
  const place = placeOf(owner);
  const transaction = database.transaction("cells", "readwrite", { durability: "strict" });
  for (const [id, kept] of changes) {
    const key = `${place} ${id}`;
    if (kept === null) void transaction.store.delete(key);
    else void transaction.store.put({ ...kept, key, place, userId: owner.userId, at });
  }
  await transaction.done;
}

/** Everything kept of one sheet. */
export async function readCells(database: DraftDatabase, owner: SheetOwner): Promise<KeptCell[]> {
  const rows = await database.getAllFromIndex("cells", "place", placeOf(owner));
  return rows.map(({ indicatorId, unsent, known }) => ({ indicatorId, unsent, known }));
}

/** How many cells of a user this machine holds that the server does not. */
export async function countUnsent(database: DraftDatabase, userId: number): Promise<number> {
  const rows = await database.getAllFromIndex("cells", "userId", userId);
  return rows.filter((row) => row.unsent !== null).length;
}

/** Removes everything kept of a user. */
export async function clearUser(database: DraftDatabase, userId: number): Promise<void> {
  const transaction = database.transaction("cells", "readwrite");
  for (const key of await transaction.store.index("userId").getAllKeys(userId)) {
    void transaction.store.delete(key);
  }
  await transaction.done;
}
