import "server-only";
import { type Period, previousPeriod } from "@/lib/numbers/periods";
import { checkSheet } from "@/lib/plausibility/check";
import { loadPlausibilityGround } from "@/lib/plausibility/queries";
import type { Finding } from "@/lib/plausibility/types";
import type { Transaction } from "@/lib/server/db";
import { type FigureRow, loadFigureRows, toFigureMap } from "./figure-rows";
import type { SheetContext } from "./sheet-context";
import type { SheetRules } from "./sheets";

/**
 * What looks wrong in figures of a sheet, stored or about to be (an import): the rules of the set, the unit's own
 * last period and the communes of its stratum. The same rules run in the browser.
 */
export async function findImplausible(
  client: Transaction,
  sheet: { unitId: number; context: SheetContext; period: Period; rules: SheetRules },
  rows: readonly Pick<
    FigureRow,
    "indicatorId" | "note" | "value" | "numerator" | "denominator" | "booleanValue" | "gradeValue"
  >[],
  now: Date,
): Promise<Finding[]> {
  const { unitId, context, period, rules } = sheet;
  const ground = await loadPlausibilityGround(
    client,
    { setId: context.setId, stratum: context.stratum, period },
    now,
  );
  if (ground.rules.length === 0) return [];
  const previous = await client.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId: context.setId, period: previousPeriod(period) } },
    select: { id: true },
  });
  return checkSheet(
    rules.resolved,
    rules.exemptions,
    {
      figures: Object.fromEntries(rows.map((row) => [row.indicatorId, row])),
      notes: Object.fromEntries(rows.map((row) => [row.indicatorId, row.note])),
      previous: previous ? toFigureMap(await loadFigureRows(client, previous.id)) : {},
    },
    ground,
  );
}
