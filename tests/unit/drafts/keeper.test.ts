import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import * as api from "@/lib/drafts/database";
import { createDraftKeeper } from "@/lib/drafts/keeper";
import { EMPTY_DRAFT } from "@/lib/entry/draft";
import type { KeptCell } from "@/lib/entry/kept-cells";

const SHEET = { userId: 7, sheet: "mau-01/SMALL/2024-Q4" };
let names = 0;

async function openFresh() {
  names += 1;
  return api.openDraftDatabase(`test-${names}`);
}

function kept(indicatorId: number, text: string): KeptCell {
  return {
    indicatorId,
    unsent: { draft: { ...EMPTY_DRAFT, text }, note: "", baseVersion: 2, isCommitted: true },
    known: null,
  };
}
const one = (id: number, cell: KeptCell | null) => new Map([[id, cell]]);

describe("the browser's own database", () => {
  it("keeps cells apart by user, unit, set and period", async () => {
    const database = await openFresh();
    await api.writeCells(database, SHEET, one(1, kept(1, "77,1")), 0);
    await api.writeCells(database, { ...SHEET, userId: 8 }, one(1, kept(1, "1")), 0);
    await api.writeCells(database, { ...SHEET, sheet: "mau-01/SMALL/2024-Q3" }, one(1, kept(1, "2")), 0);
    expect(await api.readCells(database, SHEET)).toEqual([kept(1, "77,1")]);
    expect(await api.countUnsent(database, 7)).toBe(2);
    await api.clearUser(database, 7);
    expect(await api.countUnsent(database, 7)).toBe(0);
    expect(await api.countUnsent(database, 8)).toBe(1);
  });

  it("does not count what the server has", async () => {
    const database = await openFresh();
    await api.writeCells(database, SHEET, one(1, { ...kept(1, ""), unsent: null }), 0);
    expect(await api.countUnsent(database, 7)).toBe(0);
  });
});

describe("the keeper of a sheet", () => {
  it("has written the newest state of every cell when it has settled", async () => {
    const database = await openFresh();
    const keeper = createDraftKeeper(
      SHEET,
      async () => ({ database, api }),
      () => 0,
    );
    keeper.keep(one(1, kept(1, "7")));
    keeper.keep(one(1, kept(1, "77")));
    keeper.keep(one(2, kept(2, "5")));
    keeper.keep(one(1, kept(1, "77,1")));
    keeper.keep(one(2, null));
    await keeper.settle();
    // A new tab, after a crash.
    const next = createDraftKeeper(
      SHEET,
      async () => ({ database, api }),
      () => 0,
    );
    expect(await next.read()).toEqual([kept(1, "77,1")]);
  });

  it("never fails or holds up where the browser keeps nothing", async () => {
    const keeper = createDraftKeeper(
      SHEET,
      () => Promise.reject(new Error("private window")),
      () => 0,
    );
    keeper.keep(one(1, kept(1, "7")));
    await keeper.settle();
    expect(await keeper.read()).toBeNull();
    const stuck = createDraftKeeper(
      SHEET,
      () => new Promise(() => {}),
      () => 0,
    );
    stuck.keep(one(1, kept(1, "7")));
    await stuck.settle();
  });
});
