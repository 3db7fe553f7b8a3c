import "server-only";
import type { CommandContext } from "@/lib/server/action";
import { today } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { describeLock } from "@/lib/submissions/lock";
import { checkSheetAddress } from "@/lib/submissions/sheet-context";
import { loadSheetRules, lockSheet, openSheet } from "@/lib/submissions/sheets";
import { MAX_ITEMS } from "./constants";

export type PlaceRefusal =
  | "unknown-set"
  | "unknown-period"
  | "unknown-indicator"
  | "locked"
  | "already-replaced";

interface PlaceInput {
  set: string;
  period: string;
  indicatorId: number;
  replacesId: number | null;
}

/** The locked sheet that evidence is to stand behind. */
export interface EvidencePlace {
  submissionId: number;
  setCode: string;
  period: string;
  indicatorCode: string;
  /** No room for one more that replaces nothing. */
  isFull: boolean;
}

/** Only what stands now: neither replaced nor taken away. */
export const CURRENT = { replacedById: null, removedAt: null } as const;

async function findIndicator(tx: Transaction, setId: number, indicatorId: number) {
  return tx.indicator.findFirst({
    where: { id: indicatorId, criterion: { setId } },
    select: { code: true },
  });
}

/**
 * Opens and locks the sheet for one more piece of evidence; the draft is made when there is none yet, since proof may
 * be at hand before the figure. Refuses what the sheet's lock refuses for figures.
 */
export async function openPlace(
  input: PlaceInput,
  { tx, unit, now }: CommandContext,
): Promise<Result<EvidencePlace, PlaceRefusal>> {
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { context, period } = address.value;
  const indicator = await findIndicator(tx, context.setId, input.indicatorId);
  if (!indicator) {
    return refuse("unknown-indicator", "Chỉ tiêu này không có trong bộ tiêu chí. Tải lại trang rồi thử lại.");
  }
  const sheet =
    (await lockSheet(tx, unit.id, context.setId, period)) ??
    (await openSheet(tx, unit.id, context, period, await loadSheetRules(tx, unit.id, context, period), now))
      .sheet;
  const lock = describeLock(sheet);
  if (lock) return refuse("locked", lock.message);
  const current = await tx.evidence.findMany({
    where: { submissionId: sheet.id, indicatorId: input.indicatorId, ...CURRENT },
    select: { id: true },
  });
  if (input.replacesId !== null && !current.some((row) => row.id === input.replacesId)) {
    return refuse(
      "already-replaced",
      "Minh chứng này vừa được thay hoặc đã bỏ. Tải lại trang để xem bản mới.",
    );
  }
  return succeed({
    submissionId: sheet.id,
    setCode: context.setCode,
    period,
    indicatorCode: indicator.code,
    isFull: input.replacesId === null && current.length >= MAX_ITEMS,
  });
}
