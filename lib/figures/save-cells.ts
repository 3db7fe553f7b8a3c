import "server-only";
import { scoreUnit } from "@/lib/scoring/score";
import type {
  FigureInput,
  ResolvedCriterion,
  ResolvedIndicator,
  ResolvedSet,
  UnitScore,
} from "@/lib/scoring/types";
import type { CommandContext } from "@/lib/server/action";
import { dayInVietnam, today } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import type { CellRefusal, EntryFigure, FigureEntry, SaveFigureReason } from "@/lib/submissions/entry-types";
import {
  type FigureRow,
  loadFigureRows,
  toEntryFigure,
  toFigureInput,
  toFigureMap,
} from "@/lib/submissions/figure-rows";
import { describeLock, formatTime } from "@/lib/submissions/lock";
import { checkSheetAddress } from "@/lib/submissions/sheet-context";
import { loadSheetRules, lockSheet, openSheet } from "@/lib/submissions/sheets";
import { storeScores } from "@/lib/submissions/store-scores";
import { NO_FIGURE, parseEntry } from "./parse-entry";
import { describeFigure } from "./words";

/** One cell as a writer hands it in; see SaveFigureInput. */
export interface CellToSave {
  indicatorId: number;
  entry: FigureEntry;
  note?: string | undefined;
  expectedVersion: number;
}

export type CellOutcome = { ok: true; figure: EntryFigure; wasSame: boolean } | CellRefusal;

export interface SavedCells {
  /** Null when no cell could be read and there was no sheet yet. */
  submissionId: number | null;
  /** In the order of the cells handed in. */
  outcomes: CellOutcome[];
  score: UnitScore | null;
  /** How many figures were written. */
  written: number;
}

interface Field {
  criterion: ResolvedCriterion;
  indicator: ResolvedIndicator;
}

type NextFigure = FigureInput & { note: string | null };

interface ReadCell {
  cell: CellToSave;
  field: Field;
  /** Null keeps what is stored. */
  figure: FigureInput | null;
}

/** Where every indicator (or limb) stands that takes a figure itself. */
function indexFields(set: ResolvedSet): Map<number, Field> {
  const fields = new Map<number, Field>();
  const visit = (criterion: ResolvedCriterion, indicators: readonly ResolvedIndicator[]) => {
    for (const indicator of indicators) {
      if (indicator.limbs.length === 0) fields.set(indicator.id, { criterion, indicator });
      else visit(criterion, indicator.limbs);
    }
  };
  for (const criterion of set.criteria) visit(criterion, criterion.indicators);
  return fields;
}

function readCell(fields: ReadonlyMap<number, Field>, cell: CellToSave): ReadCell | CellRefusal {
  const field = fields.get(cell.indicatorId);
  if (!field) {
    return refuse(
      "unknown-indicator",
      "Chỉ tiêu này không có trong bộ tiêu chí. Tải lại trang để lấy bộ tiêu chí mới nhất.",
    );
  }
  if (cell.entry.kind === "keep") return { cell, field, figure: null };
  const parsed = parseEntry(field.indicator, cell.entry);
  return parsed.ok ? { cell, field, figure: parsed.figure } : parsed;
}

function isSameFigure(a: FigureInput, b: FigureInput): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.booleanValue === b.booleanValue &&
    a.gradeValue === b.gradeValue
  );
}

function refuseConflict(stored: FigureRow | undefined, decimals: number, now: Date): CellRefusal {
  if (!stored) {
    return {
      ...refuse("conflict", "Ô này đã thay đổi từ lúc mở trang. Tải lại trang rồi nhập lại."),
      current: null,
    };
  }
  const who = stored.enteredByName ?? "Người khác";
  const value = describeFigure(stored, decimals);
  const isToday = dayInVietnam(stored.enteredAt) === dayInVietnam(now);
  const did = value === null ? "xóa số liệu ô này" : `ghi ${value}`;
  return {
    ...refuse(
      "conflict",
      `Xung đột: ${who} vừa ${did} lúc ${formatTime(stored.enteredAt, isToday)}. Chọn một số.`,
    ),
    current: toEntryFigure(stored),
  };
}

interface Written {
  id: number;
  indicatorId: number;
  version: number;
}

/** Writes figures whose versions are as expected, in one statement; the others are left out of the answer. */
function writeFigures(
  tx: Transaction,
  submissionId: number,
  rows: readonly { indicatorId: number; expectedVersion: number; next: NextFigure }[],
  writer: { id: number; now: Date },
): Promise<Written[]> {
  const json = JSON.stringify(
    rows.map(({ indicatorId, expectedVersion, next }) => ({
      ...next,
      indicatorId,
      version: expectedVersion + 1,
    })),
  );
  return tx.$queryRaw<Written[]>`
    INSERT INTO "Figure" ("submissionId", "indicatorId", "value", "numerator", "denominator", "booleanValue",
      "gradeValue", "note", "version", "enteredById", "enteredAt")
    SELECT ${submissionId}, r."indicatorId", r."value", r."numerator", r."denominator", r."booleanValue",
      r."gradeValue", r."note", r."version", ${writer.id}, ${writer.now}
    FROM jsonb_to_recordset(${json}::jsonb) AS r("indicatorId" int, "value" numeric, "numerator" numeric,
      "denominator" numeric, "booleanValue" boolean, "gradeValue" text, "note" text, "version" int)
    ON CONFLICT ("submissionId", "indicatorId") DO UPDATE SET
      "value" = EXCLUDED."value", "numerator" = EXCLUDED."numerator", "denominator" = EXCLUDED."denominator",
      "booleanValue" = EXCLUDED."booleanValue", "gradeValue" = EXCLUDED."gradeValue", "note" = EXCLUDED."note",
      "version" = EXCLUDED."version", "enteredById" = EXCLUDED."enteredById", "enteredAt" = EXCLUDED."enteredAt"
    WHERE "Figure"."version" = EXCLUDED."version" - 1
    RETURNING "id", "indicatorId", "version"`;
}

function toAuditValue(row: NextFigure | undefined) {
  return row ? { ...toFigureInput(row), note: row.note } : null;
}

/**
 * Saves figures of one sheet with their verdicts, counts and one audit row a figure, in the caller's transaction.
 * Opens the draft at the first figure. Each cell has an outcome of its own: what cannot be read or was changed by
 * somebody else meanwhile is refused with a sentence and the rest is written. Refuses as a whole an unknown set or
 * period and a sheet that is locked. Cells name different indicators.
 * @param via how the figures came ("paste", "carry", "import"), kept in the audit; null for typing
 */
export async function saveCells(
  context: CommandContext,
  address: { set: string; period: string },
  cells: readonly CellToSave[],
  via: string | null = null,
): Promise<Result<SavedCells, Extract<SaveFigureReason, "unknown-set" | "unknown-period" | "locked">>> {
  const { tx, unit, session, now } = context;
  const checked = await checkSheetAddress(tx, unit, address.set, address.period, today());
  if (!checked.ok) return checked;
  const { context: sheetContext, period } = checked.value;
  const existing = await lockSheet(tx, unit.id, sheetContext.setId, period);
  const locked = existing && describeLock(existing);
  if (locked) return refuse("locked", locked.message);
  // Read under the lock: whoever grants or ends an exemption of this sheet holds it too.
  let rules = await loadSheetRules(tx, unit.id, sheetContext, period);
  const fields = indexFields(rules.resolved);
  const outcomes: (CellOutcome | undefined)[] = cells.map(() => undefined);
  const readable: (ReadCell & { place: number })[] = [];
  for (const [place, cell] of cells.entries()) {
    const read = readCell(fields, cell);
    if ("ok" in read) outcomes[place] = read;
    else readable.push({ ...read, place });
  }
  const finish = (submissionId: number | null, score: UnitScore | null, written: number) =>
    succeed({
      submissionId,
      score,
      written,
      outcomes: outcomes.map((outcome, place) => {
        if (!outcome) throw new Error(`Cell ${cells[place]?.indicatorId} has no outcome`);
        return outcome;
      }),
    });

  if (!existing && readable.every(({ cell }) => cell.expectedVersion !== 0)) {
    // Nothing to write: a sheet is not opened for figures that were taken for somebody's.
    for (const { place, field } of readable) {
      outcomes[place] = refuseConflict(undefined, field.indicator.decimals, now);
    }
    return finish(null, null, 0);
  }
  const opened = existing ? null : await openSheet(tx, unit.id, sheetContext, period, rules, now);
  const sheet = existing ?? opened?.sheet;
  if (!sheet) throw new Error("A sheet was neither found nor opened");
  if (opened && !opened.isNew) rules = await loadSheetRules(tx, unit.id, sheetContext, period);
  // Whoever opened the same sheet a moment earlier may have sent it.
  const lock = describeLock(sheet);
  if (lock) return refuse("locked", lock.message);

  const rows = await loadFigureRows(tx, sheet.id);
  const storedById = new Map(rows.map((row) => [row.indicatorId, row]));
  const due: (ReadCell & { place: number; stored: FigureRow | undefined; next: NextFigure })[] = [];
  for (const read of readable) {
    const { cell, field, figure, place } = read;
    const stored = storedById.get(cell.indicatorId);
    const next = {
      ...(figure ?? (stored ? toFigureInput(stored) : NO_FIGURE)),
      note: cell.note === undefined ? (stored?.note ?? null) : cell.note || null,
    };
    const isSame = stored !== undefined && isSameFigure(stored, next) && stored.note === next.note;
    const isStale = (stored?.version ?? 0) !== cell.expectedVersion;
    // The same person repeating what is stored already (an answer lost on the line) is not in conflict with anybody.
    if (isStale && !(isSame && stored.enteredById === session.userId)) {
      outcomes[place] = refuseConflict(stored, field.indicator.decimals, now);
    } else if (isSame) {
      outcomes[place] = { ok: true, figure: toEntryFigure(stored), wasSame: true };
    } else {
      due.push({ ...read, stored, next });
    }
  }

  const writer = { id: session.userId, now };
  const written =
    due.length === 0
      ? []
      : await writeFigures(
          tx,
          sheet.id,
          due.map(({ cell, next }) => ({
            indicatorId: cell.indicatorId,
            expectedVersion: cell.expectedVersion,
            next,
          })),
          writer,
        );
  const writtenById = new Map(written.map((row) => [row.indicatorId, row]));
  const figures: Record<number, FigureInput | undefined> = { ...toFigureMap(rows) };
  const touched = new Set<number>();
  for (const { cell, field, place, stored, next } of due) {
    const row = writtenById.get(cell.indicatorId);
    if (!row) {
      outcomes[place] = refuseConflict(stored, field.indicator.decimals, now);
      continue;
    }
    const figure: EntryFigure = {
      ...next,
      indicatorId: cell.indicatorId,
      version: row.version,
      enteredByName: session.displayName,
      enteredAt: now.toISOString(),
    };
    outcomes[place] = { ok: true, figure, wasSame: false };
    figures[cell.indicatorId] = toFigureInput(figure);
    touched.add(field.criterion.id);
    await context.audit({
      act: "figure.save",
      entity: "Figure",
      entityId: String(row.id),
      before: toAuditValue(stored),
      after: {
        ...toAuditValue(next),
        set: sheetContext.setCode,
        period,
        indicator: field.indicator.code,
        ...(via === null ? {} : { via }),
      },
    });
  }
  // Scoring the whole sheet costs a fifth of a millisecond; only what these figures can change is written.
  const score = scoreUnit(rules.resolved, figures, rules.exemptions);
  if (touched.size > 0) {
    const criteria = score.criteria.filter(({ criterionId }) => touched.has(criterionId));
    await storeScores(tx, sheet.id, score, criteria, now);
  }
  return finish(sheet.id, score, written.length);
}
