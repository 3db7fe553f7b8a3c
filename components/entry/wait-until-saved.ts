import type { SheetStore } from "@/lib/entry/sheet-store";

/** Longest wait: with the line down the user may go on, the cells stay in this tab. */
const LONGEST_MS = 8_000;

/** Resolves when no save is under way any more. */
export function waitUntilSaved(store: SheetStore): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const finish = () => {
      clearTimeout(timer);
      stop?.();
      resolve();
    };
    const check = () => {
      if (store.getView().saving.saving === 0) finish();
    };
    timer = setTimeout(finish, LONGEST_MS);
    stop = store.subscribe(check);
    check();
  });
}
