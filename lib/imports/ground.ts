import "server-only";
import type { AuthorizedUnit } from "@/lib/auth/types";
import { today } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { loadFigureRows, toEntryFigureMap } from "@/lib/submissions/figure-rows";
import { describeLock } from "@/lib/submissions/lock";
import { checkSheetAddress, type SheetContext } from "@/lib/submissions/sheet-context";
import { loadSheetRules, lockSheet, type SheetRow } from "@/lib/submissions/sheets";
import type { PlanGround } from "./plan";
import { VERSION_LENGTH } from "./template-layout";

export interface UnitGround extends PlanGround {
  unit: AuthorizedUnit;
  context: SheetContext;
  sheet: SheetRow | null;
  /** Why nothing can be written; null when it can. */
  lock: string | null;
}

async function findSheet(
  client: Transaction,
  unitId: number,
  setId: number,
  period: string,
): Promise<SheetRow | null> {
  const row = await client.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId, period } },
    select: {
      id: true,
      status: true,
      basis: true,
      submittedAt: true,
      decidedAt: true,
      submittedBy: { select: { displayName: true } },
    },
  });
  if (!row) return null;
  const { submittedBy, ...sheet } = row;
  return { ...sheet, submittedByName: submittedBy?.displayName ?? null };
}

/**
 * What an import into one unit's sheet is judged by. Under `forWriting` the sheet's row is locked until the
 * transaction ends, so that what is planned is what is written.
 */
export async function loadGround(
  client: Transaction,
  unit: AuthorizedUnit,
  setCode: string,
  period: string,
  forWriting: boolean,
): Promise<Result<UnitGround>> {
  const address = await checkSheetAddress(client, unit, setCode, period, today());
  if (!address.ok) return address;
  const { context } = address.value;
  const rules = await loadSheetRules(client, unit.id, context, address.value.period);
  const sheet = forWriting
    ? await lockSheet(client, unit.id, context.setId, period)
    : await findSheet(client, unit.id, context.setId, period);
  const rows = sheet ? await loadFigureRows(client, sheet.id) : [];
  return succeed({
    unit,
    context,
    sheet,
    resolved: rules.resolved,
    exemptions: rules.exemptions,
    figures: toEntryFigureMap(rows),
    lock: describeLock(sheet)?.message ?? null,
  });
}

/** Version of a criteria set as a template carries it. */
export async function loadSetVersion(
  client: Transaction,
  setCode: string,
): Promise<Result<{ id: number; version: string; shortTitle: string; level: string }>> {
  const row = await client.criteriaSet.findUnique({
    where: { code: setCode },
    select: { id: true, checksum: true, shortTitle: true, level: true },
  });
  if (!row) return refuse("unknown-set", `Không có bộ tiêu chí “${setCode}”.`);
  const { checksum, ...set } = row;
  return succeed({ ...set, version: checksum.slice(0, VERSION_LENGTH) });
}
