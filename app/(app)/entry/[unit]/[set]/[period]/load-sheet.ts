import "server-only";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { ContextBarModel } from "@/lib/context/types";
import { loadEntrySheet } from "@/lib/submissions/entry-queries";
import type { EntrySheet } from "@/lib/submissions/entry-types";

export interface SheetParams {
  unit: string;
  set: string;
  period: string;
}

export interface LoadedSheet {
  contextBar: ContextBarModel;
  unitCode: string;
  userId: number;
  /** The sheet, or the sentence that says why there is none at this address. */
  sheet: EntrySheet | null;
  refusal: string | null;
}

const LEVELS = ["district", "commune", "village"] as const;

export function nameEntryPath({ unit, set, period }: SheetParams): string {
  return `/entry/${encodeURIComponent(unit)}/${encodeURIComponent(set)}/${encodeURIComponent(period)}`;
}

/**
 * The sheet of an address for whoever asks. Unknown units, sets and periods, and units out of reach, are the
 * "not found" page.
 * @param suffix "" or "/check": which of the two pages the context bar leads to
 */
export async function loadSheetPage(params: SheetParams, suffix: string): Promise<LoadedSheet> {
  const session = await requireSession();
  const address = {
    unit: decodeURIComponent(params.unit),
    set: decodeURIComponent(params.set),
    period: decodeURIComponent(params.period),
  };
  const { unit, contextBar } = await loadPageContext(session, address, {
    levels: LEVELS,
    act: "unit.view",
    hrefOf: (context) =>
      `${nameEntryPath({ unit: context.unit, set: context.set ?? address.set, period: context.period })}${suffix}`,
  });
  const loaded = await loadEntrySheet(session, unit, address.set, address.period);
  return {
    contextBar,
    unitCode: unit.code,
    userId: session.userId,
    sheet: loaded.ok ? loaded.value : null,
    refusal: loaded.ok ? null : loaded.message,
  };
}
