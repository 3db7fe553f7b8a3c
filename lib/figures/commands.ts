import "server-only";
import type { z } from "zod";
import { scoreUnit } from "@/lib/scoring/score";
import type { FigureInput, ResolvedCriterion, ResolvedIndicator, ResolvedSet } from "@/lib/scoring/types";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { dayInVietnam, today } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db";
import { refuse } from "@/lib/server/result";
import type { EntryFigure, SavedFigure, SaveFigureResult } from "@/lib/submissions/entry-types";
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
import { saveFigureSchema } from "./schema";
import { describeFigure } from "./words";

type Input = z.output<typeof saveFigureSchema>;

/** Finds where an indicator (or limb) stands; one with limbs takes no figure itself. */
function findField(
  set: ResolvedSet,
  indicatorId: number,
): { criterion: ResolvedCriterion; indicator: ResolvedIndicator } | null {
  const search = (indicators: readonly ResolvedIndicator[]): ResolvedIndicator | null => {
    for (const indicator of indicators) {
      if (indicator.limbs.length === 0 ? indicator.id === indicatorId : false) return indicator;
      const limb = search(indicator.limbs);
      if (limb) return limb;
    }
    return null;
  };
  for (const criterion of set.criteria) {
    const indicator = search(criterion.indicators);
    if (indicator) return { criterion, indicator };
  }
  return null;
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

function refuseConflict(
  stored: FigureRow | undefined,
  decimals: number,
  now: Date,
): SaveFigureResult & { ok: false } {
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

async function writeFigure(
  tx: Transaction,
  submissionId: number,
  input: Input,
  next: FigureInput & { note: string | null },
  writer: { id: number; now: Date },
): Promise<{ id: number; version: number } | null> {
  const rows = await tx.$queryRaw<{ id: number; version: number }[]>`
    INSERT INTO "Figure" ("submissionId", "indicatorId", "value", "numerator", "denominator", "booleanValue",
      "gradeValue", "note", "version", "enteredById", "enteredAt")
    VALUES (${submissionId}, ${input.indicatorId}, ${next.value}::numeric, ${next.numerator}::numeric,
      ${next.denominator}::numeric, ${next.booleanValue}, ${next.gradeValue}, ${next.note}, 1, ${writer.id}, ${writer.now})
    ON CONFLICT ("submissionId", "indicatorId") DO UPDATE SET
      "value" = EXCLUDED."value", "numerator" = EXCLUDED."numerator", "denominator" = EXCLUDED."denominator",
      "booleanValue" = EXCLUDED."booleanValue", "gradeValue" = EXCLUDED."gradeValue", "note" = EXCLUDED."note",
      "version" = "Figure"."version" + 1, "enteredById" = EXCLUDED."enteredById", "enteredAt" = EXCLUDED."enteredAt"
    WHERE "Figure"."version" = ${input.expectedVersion}
    RETURNING "id", "version"`;
  return rows[0] ?? null;
}

function toAuditValue(row: (FigureInput & { note: string | null }) | undefined) {
  return row ? { ...toFigureInput(row), note: row.note } : null;
}

async function runSaveFigure(input: Input, context: CommandContext): Promise<SaveFigureResult> {
  const { tx, unit, session, now } = context;
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { context: sheetContext, period } = address.value;
  const rules = await loadSheetRules(tx, unit.id, sheetContext, period);
  const field = findField(rules.resolved, input.indicatorId);
  if (!field) {
    return refuse(
      "unknown-indicator",
      "Chỉ tiêu này không có trong bộ tiêu chí. Tải lại trang để lấy bộ tiêu chí mới nhất.",
    );
  }
  const { criterion, indicator } = field;
  const parsed = input.entry.kind === "keep" ? null : parseEntry(indicator, input.entry);
  if (parsed && !parsed.ok) return parsed;

  const existing = await lockSheet(tx, unit.id, sheetContext.setId, period);
  const sheet = existing ?? (await openSheet(tx, unit.id, sheetContext, period, rules, now)).sheet;
  const lock = describeLock(sheet);
  if (lock) return refuse("locked", lock.message);

  const rows = await loadFigureRows(tx, sheet.id);
  const stored = rows.find((row) => row.indicatorId === input.indicatorId);
  const next = {
    ...(parsed?.figure ?? (stored ? toFigureInput(stored) : NO_FIGURE)),
    note: input.note === undefined ? (stored?.note ?? null) : input.note || null,
  };
  const isSame = stored !== undefined && isSameFigure(stored, next) && stored.note === next.note;
  const isStale = (stored?.version ?? 0) !== input.expectedVersion;
  // The same person repeating what is stored already (an answer lost on the line) is not in conflict with anybody.
  if (isStale && !(isSame && stored.enteredById === session.userId)) {
    return refuseConflict(stored, indicator.decimals, now);
  }

  let figure: EntryFigure;
  if (isSame) {
    context.leaveUnchanged();
    figure = toEntryFigure(stored);
  } else {
    const written = await writeFigure(tx, sheet.id, input, next, { id: session.userId, now });
    if (!written) return refuseConflict(stored, indicator.decimals, now);
    figure = {
      ...next,
      indicatorId: input.indicatorId,
      version: written.version,
      enteredByName: session.displayName,
      enteredAt: now.toISOString(),
    };
    await context.audit({
      act: "figure.save",
      entity: "Figure",
      entityId: String(written.id),
      before: toAuditValue(stored),
      after: { ...toAuditValue(next), set: sheetContext.setCode, period, indicator: indicator.code },
    });
  }

  // Scoring the whole sheet costs a fifth of a millisecond; only what this figure can change is written.
  const figures = { ...toFigureMap(rows), [input.indicatorId]: toFigureInput(figure) };
  const score = scoreUnit(rules.resolved, figures, rules.exemptions);
  const touched = score.criteria.find((candidate) => candidate.criterionId === criterion.id);
  if (!touched) throw new Error(`Criterion ${criterion.id} was not scored`);
  if (!isSame) await storeScores(tx, sheet.id, score, [touched], now);
  const saved: SavedFigure = {
    submissionId: sheet.id,
    figure,
    criterion: touched,
    totals: score.totals,
    enteredCount: score.enteredCount,
    indicatorCount: score.indicatorCount,
    savedAt: figure.enteredAt,
  };
  return { ok: true, value: saved };
}

/**
 * Saves one figure of one sheet, with its verdicts, counts and audit row, all or nothing. Opens the draft at the
 * first figure. Refuses, with a sentence each: unknown set, period or indicator, what is not a number or outside
 * the limits, a sheet that is locked, and a figure somebody else changed meanwhile (with what stands now).
 */
export const saveFigureCommand: CommandDefinition<typeof saveFigureSchema, SaveFigureResult> = {
  name: "figures.save",
  schema: saveFigureSchema,
  act: "figure.enter",
  unitOf: (input) => input.unit,
  run: runSaveFigure,
};
