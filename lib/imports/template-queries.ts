import "server-only";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { Act } from "@/lib/auth/policy";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { foldText } from "@/lib/numbers/fold";
import { type Period, parsePeriod, previousPeriod } from "@/lib/numbers/periods";
import { db } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { loadFigureRows, toFigureMap } from "@/lib/submissions/figure-rows";
import { listSubtree } from "@/lib/units/queries";
import { buildTemplate } from "./build-template";
import { loadGround, loadSetVersion, type UnitGround } from "./ground";
import { MAX_SHEETS } from "./limits";
import type { TemplateSheet } from "./template-types";

export interface TemplateFile {
  bytes: Uint8Array;
  name: string;
  asciiName: string;
}

/** Who may import for a unit: its own people one sheet, the level above many at once. */
export function actOf(isMany: boolean): Act {
  return isMany ? "figure.import-many" : "figure.enter";
}

async function loadPrevious(ground: UnitGround, period: Period) {
  const sheet = await db.submission.findUnique({
    where: {
      unitId_setId_period: {
        unitId: ground.unit.id,
        setId: ground.context.setId,
        period: previousPeriod(period),
      },
    },
    select: { id: true },
  });
  return sheet ? toFigureMap(await loadFigureRows(db, sheet.id)) : {};
}

async function makeSheet(
  ground: UnitGround,
  period: Period,
  version: string,
  parentLabel: string | null,
): Promise<TemplateSheet> {
  return {
    unitCode: ground.unit.code,
    unitLabel: ground.unit.label,
    isIllustrative: ground.context.isUnitIllustrative,
    parentLabel,
    setCode: ground.context.setCode,
    period,
    previousPeriod: previousPeriod(period),
    version,
    resolved: ground.resolved,
    exemptions: ground.exemptions,
    figures: ground.figures,
    previous: await loadPrevious(ground, period),
    lock: ground.lock,
  };
}

/** Units below (or the unit itself) that follow a set and can have a sheet in the period, in their usual order. */
export async function listImportUnits(
  session: AppSession,
  unit: AuthorizedUnit,
  set: { level: string },
  isMany: boolean,
): Promise<{ unit: AuthorizedUnit; parentLabel: string | null }[]> {
  const level = (["province", "district", "commune", "village"] as const).find((name) => name === set.level);
  if (!level) return [];
  const { units } = await listSubtree(unit.id, [level], MAX_SHEETS);
  const authorized = await Promise.all(
    units.map(async (item) => {
      const found = await authorizeUnit(session, item.code, actOf(isMany));
      return found ? { unit: found, parentLabel: item.parentLabel } : null;
    }),
  );
  return authorized.filter((item) => item !== null);
}

function nameFile(label: string, period: string): Pick<TemplateFile, "name" | "asciiName"> {
  const name = `Phiếu số liệu ${label} ${period}.xlsx`.replace(/[\\/:*?"<>|]/g, " ");
  return { name, asciiName: `${foldText(name).replace(/[^a-z0-9.-]+/g, "-")}` };
}

/**
 * The template of a unit and a period; for the level above the set's, one file with a sheet per unit that follows
 * the set. Refuses an unknown set or period, and when there is no unit to make a sheet for.
 */
export async function makeTemplate(
  session: AppSession,
  unit: AuthorizedUnit,
  setCode: string,
  periodText: string,
): Promise<Result<TemplateFile>> {
  const set = await loadSetVersion(db, setCode);
  if (!set.ok) return set;
  const period = parsePeriod(periodText);
  if (!period) return refuse("unknown-period", `Không có kỳ báo cáo “${periodText}”. Kỳ ghi như 2024-Q4.`);
  const isMany = set.value.level !== unit.level;
  const units = await listImportUnits(session, unit, set.value, isMany);
  const sheets: TemplateSheet[] = [];
  let refused: Result<never> | null = null;
  for (const item of units) {
    const ground = await loadGround(db, item.unit, setCode, period, false);
    if (ground.ok) sheets.push(await makeSheet(ground.value, period, set.value.version, item.parentLabel));
    else refused ??= ground;
  }
  if (sheets.length === 0) {
    return refused ?? refuse("unknown-set", `Không có đơn vị nào của ${unit.label} theo bộ tiêu chí này.`);
  }
  const bytes = await buildTemplate({ setTitle: set.value.shortTitle, sheets });
  return succeed({ bytes, ...nameFile(unit.label, period) });
}
