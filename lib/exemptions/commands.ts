import "server-only";
import type { z } from "zod";
import { nextPeriod, type Period, previousPeriod } from "@/lib/numbers/periods";
import type { ResolvedIndicator, ResolvedSet, Totals } from "@/lib/scoring/types";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { today } from "@/lib/server/clock";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { loadExemptions } from "@/lib/submissions/figure-rows";
import { describeLock } from "@/lib/submissions/lock";
import { rescoreSubmission } from "@/lib/submissions/score-submission";
import { checkSheetAddress, type SheetContext } from "@/lib/submissions/sheet-context";
import { loadSheetRules, lockSheet, openSheet } from "@/lib/submissions/sheets";
import { endExemptionSchema, grantExemptionSchema } from "./schema";

export type ExemptionReason =
  | "unknown-set"
  | "unknown-period"
  | "unknown-indicator"
  | "locked"
  | "already-exempt"
  | "not-exempt";

/** The counts of the sheet after the change. */
export type ExemptionResult = Result<{ totals: Totals }, ExemptionReason>;

function findIndicator(
  indicators: readonly ResolvedIndicator[],
  id: number,
): { indicator: ResolvedIndicator; line: number[] } | null {
  for (const indicator of indicators) {
    if (indicator.id === id) return { indicator, line: [id] };
    const below = findIndicator(indicator.limbs, id);
    if (below) return { ...below, line: [indicator.id, ...below.line] };
  }
  return null;
}

function findInSet(set: ResolvedSet, id: number) {
  for (const criterion of set.criteria) {
    const found = findIndicator(criterion.indicators, id);
    if (found) return found;
  }
  return null;
}

interface Target {
  sheetContext: SheetContext;
  period: Period;
  submissionId: number;
  code: string;
  /** Ids of the indicator and of what it is a limb of. */
  line: number[];
  exempt: ReadonlySet<number>;
  /** A later quarter has a sheet already, which this change must not touch: it may be approved. */
  hasLaterSheet: boolean;
}

/** Opens and locks the sheet that an exemption is written or ended in. */
async function openTarget(
  input: z.output<typeof endExemptionSchema>,
  context: CommandContext,
): Promise<Result<Target, ExemptionReason>> {
  const { tx, unit, now } = context;
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { context: sheetContext, period } = address.value;
  const rules = await loadSheetRules(tx, unit.id, sheetContext, period);
  const found = findInSet(rules.resolved, input.indicatorId);
  if (!found) {
    return refuse(
      "unknown-indicator",
      "Chỉ tiêu này không có trong bộ tiêu chí. Tải lại trang để lấy bộ tiêu chí mới nhất.",
    );
  }
  const existing = await lockSheet(tx, unit.id, sheetContext.setId, period);
  const sheet = existing ?? (await openSheet(tx, unit.id, sheetContext, period, rules, now)).sheet;
  const lock = describeLock(sheet);
  if (lock) return refuse("locked", lock.message);
  const later = await tx.submission.count({
    where: { unitId: unit.id, setId: sheetContext.setId, period: { gt: period } },
  });
  return succeed({
    sheetContext,
    period,
    submissionId: sheet.id,
    code: found.indicator.code,
    line: found.line,
    // Read again under the lock: of two people acting at once the second must see what the first wrote.
    exempt: new Set(Object.keys(await loadExemptions(tx, unit.id, sheetContext.setId, period)).map(Number)),
    hasLaterSheet: later > 0,
  });
}

async function finish(context: CommandContext, submissionId: number): Promise<ExemptionResult> {
  const score = await rescoreSubmission(context.tx, submissionId, context.now);
  if (!score) throw new Error(`Submission ${submissionId} cannot be scored`);
  return succeed({ totals: score.totals });
}

async function runGrant(
  input: z.output<typeof grantExemptionSchema>,
  context: CommandContext,
): Promise<ExemptionResult> {
  const target = await openTarget(input, context);
  if (!target.ok) return target;
  const { sheetContext, period, submissionId, code, line, exempt, hasLaterSheet } = target.value;
  if (line.some((id) => exempt.has(id))) {
    return refuse("already-exempt", `Chỉ tiêu ${code} đã ghi không áp dụng. Tải lại trang để xem lý do.`);
  }
  const { reason, documentText } = input;
  const row = await context.tx.exemption.create({
    data: {
      unitId: context.unit.id,
      indicatorId: input.indicatorId,
      fromPeriod: period,
      toPeriod: hasLaterSheet ? period : null,
      reason,
      documentText,
      createdById: context.session.userId,
      createdAt: context.now,
    },
  });
  await context.audit({
    act: "exemption.grant",
    entity: "Exemption",
    entityId: String(row.id),
    after: {
      set: sheetContext.setCode,
      period,
      indicator: code,
      reason,
      documentText,
      toPeriod: row.toPeriod,
    },
  });
  return finish(context, submissionId);
}

/**
 * Says that an indicator (or limb) does not apply to a unit, with reason and document, from a quarter on until it is
 * ended; for that quarter alone when a later one has a sheet already. The sheet is scored again at once. A figure
 * that was entered stays stored and counts again when the exemption ends.
 */
export const grantExemptionCommand: CommandDefinition<typeof grantExemptionSchema, ExemptionResult> = {
  name: "exemptions.grant",
  schema: grantExemptionSchema,
  act: "figure.enter",
  unitOf: (input) => input.unit,
  run: runGrant,
};

async function runEnd(
  input: z.output<typeof endExemptionSchema>,
  context: CommandContext,
): Promise<ExemptionResult> {
  const target = await openTarget(input, context);
  if (!target.ok) return target;
  const { sheetContext, period, submissionId, code, hasLaterSheet } = target.value;
  const { tx } = context;
  const rows = await tx.exemption.findMany({
    where: {
      unitId: context.unit.id,
      indicatorId: input.indicatorId,
      fromPeriod: { lte: period },
      OR: [{ toPeriod: null }, { toPeriod: { gte: period } }],
    },
  });
  if (rows.length === 0) {
    return refuse(
      "not-exempt",
      `Chỉ tiêu ${code} không còn ghi không áp dụng. Tải lại trang để nhập số liệu.`,
    );
  }
  for (const row of rows) {
    const { id, fromPeriod, toPeriod, reason, documentText, createdById } = row;
    // What held before this quarter, and under sheets that exist after it, goes on holding.
    if (hasLaterSheet && toPeriod !== period) {
      await tx.exemption.create({
        data: {
          unitId: row.unitId,
          indicatorId: row.indicatorId,
          fromPeriod: nextPeriod(period),
          toPeriod,
          reason,
          documentText,
          createdById,
        },
      });
    }
    if (fromPeriod === period) await tx.exemption.delete({ where: { id } });
    else await tx.exemption.update({ where: { id }, data: { toPeriod: previousPeriod(period) } });
    await context.audit({
      act: "exemption.end",
      entity: "Exemption",
      entityId: String(id),
      before: { indicator: code, fromPeriod, toPeriod, reason, documentText },
      after: { set: sheetContext.setCode, period },
    });
  }
  return finish(context, submissionId);
}

/** Ends what `grantExemption` said, from this quarter on: the indicator takes a figure again. */
export const endExemptionCommand: CommandDefinition<typeof endExemptionSchema, ExemptionResult> = {
  name: "exemptions.end",
  schema: endExemptionSchema,
  act: "figure.enter",
  unitOf: (input) => input.unit,
  run: runEnd,
};
