import "server-only";
import { authorizeUnit } from "@/lib/auth/authorize";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { loadGround } from "./ground";
import { chooseSheet, guessColumns, listColumns } from "./guess-columns";
import { findPending, listUnitSheets, nameUnit, type PendingRow, planSheet } from "./pending";
import { countStates, hasMoves } from "./plan";
import { actOf } from "./template-queries";
import type { ColumnMappingView, ImportPreview, UnitPreview } from "./view-types";

async function previewUnits(session: AppSession, pending: PendingRow): Promise<UnitPreview[]> {
  const isMany = pending.kind === "many";
  const previews: UnitPreview[] = [];
  for (const { unitCode, sheet } of listUnitSheets(pending)) {
    const unit = await authorizeUnit(session, unitCode, actOf(isMany));
    if (!unit) continue;
    const ground = await loadGround(db, unit, pending.setCode, pending.period, false);
    const head = { unitCode: unit.code, unitLabel: unit.label, sheetName: sheet.name };
    if (!ground.ok) {
      previews.push({ ...head, items: [], skipped: [], before: null, after: null, stop: ground.message });
      continue;
    }
    const { plan, skipped } = planSheet(pending, sheet, ground.value);
    const problems = plan.problems.map(({ message }) => message);
    const { lock } = ground.value;
    previews.push({
      ...head,
      items: plan.items,
      skipped,
      before: plan.before,
      after: plan.after,
      stop: lock !== null && hasMoves(plan) ? `${nameUnit(unit, isMany)}${lock}` : (problems[0] ?? null),
    });
  }
  return previews;
}

/** What the mapping form shows: the sheets, the columns of one with their headings, and the proposal. */
async function viewMapping(
  unit: AuthorizedUnit,
  pending: PendingRow,
  wantedSheet: string | null,
): Promise<ColumnMappingView | null> {
  if (pending.kind !== "own") return null;
  const ground = await loadGround(db, unit, pending.setCode, pending.period, false);
  if (!ground.ok) return null;
  const { sheets } = pending.content;
  const { resolved } = ground.value;
  const sheet =
    sheets.find((candidate) => candidate.name === (wantedSheet ?? pending.mapping?.sheet)) ??
    chooseSheet(sheets, resolved);
  if (!sheet) return null;
  const chosen = pending.mapping?.sheet === sheet.name ? pending.mapping : null;
  const mapping = chosen ?? guessColumns(sheet, resolved);
  const headerRow = mapping?.headerRow ?? 0;
  return {
    sheets: sheets.map((candidate) => candidate.name),
    sheet: sheet.name,
    headerRow,
    columns: listColumns(sheet, headerRow).map(({ column, heading }) => ({
      column,
      heading,
      sample: sheet.rows
        .filter((row) => row.number > headerRow && row.cells[column] !== undefined)
        .slice(0, 3)
        .map((row) => {
          const cell = row.cells[column];
          if (cell?.kind === "number") return cell.value.replace(".", ",");
          return cell?.kind === "text" ? cell.text.slice(0, 24) : "…";
        })
        .join("; "),
    })),
    proposal: mapping,
    isChosen: chosen !== null,
  };
}

/**
 * The preview of an uploaded file as the database stands now, cell by cell; or what became of it after its commit.
 * Null when there is no such file for this user.
 */
export async function loadImportPreview(
  session: AppSession,
  id: string,
  wantedSheet: string | null = null,
): Promise<ImportPreview | null> {
  const pending = await findPending(db, session, id, now());
  if (!pending) return null;
  const isMany = pending.kind === "many";
  const unit = await authorizeUnit(session, pending.unitCode, actOf(isMany));
  if (!unit) return null;
  const needsMapping = pending.kind === "own" && pending.mapping === null;
  const units = pending.outcome || needsMapping ? [] : await previewUnits(session, pending);
  const counts = countStates(units.map(({ items }) => ({ items, problems: [] })));
  const stops = units.flatMap(({ stop }) => (stop === null ? [] : [stop]));
  return {
    id: pending.id,
    kind: pending.kind,
    unitCode: unit.code,
    unitLabel: unit.label,
    setCode: pending.setCode,
    setTitle: pending.setTitle,
    period: pending.period,
    fileName: pending.fileName,
    mapping: pending.outcome ? null : await viewMapping(unit, pending, wantedSheet),
    needsMapping,
    units,
    counts,
    stops,
    outcome: pending.outcome,
  };
}

/**
 * Whether and how a user imports for a unit: one sheet, or one file for many units below. Null when the user may
 * not import there at all.
 */
export async function describeImport(
  session: AppSession,
  unit: AuthorizedUnit,
  set: { code: string; level: string },
  period: string,
): Promise<{ isMany: boolean; refusal: string | null } | null> {
  const isMany = set.level !== unit.level;
  const allowed = await authorizeUnit(session, unit.code, actOf(isMany));
  if (!allowed) return null;
  if (isMany) return { isMany, refusal: null };
  const ground = await loadGround(db, allowed, set.code, period, false);
  return { isMany, refusal: ground.ok ? ground.value.lock : ground.message };
}
