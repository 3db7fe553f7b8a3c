import "server-only";
import { can } from "@/lib/auth/policy";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import {
  formatPeriod,
  type Period,
  periodQuarter,
  periodYear,
  previousPeriod,
  sameQuarterLastYear,
} from "@/lib/numbers/periods";
import { loadPlausibilityGround } from "@/lib/plausibility/queries";
import { scoreUnit } from "@/lib/scoring/score";
import { now, today } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { type Result, succeed } from "@/lib/server/result";
import type {
  EntryCriterionText,
  EntryMilestone,
  EntrySheet,
  EntryTarget,
  PreviousSheet,
  SheetLock,
} from "./entry-types";
import { loadFigureRows, toEntryFigureMap, toFigureMap } from "./figure-rows";
import { describeLock } from "./lock";
import { checkSheetAddress, type SheetAddressReason, type SheetContext } from "./sheet-context";
import { loadSheetRules, loadStoredTotals } from "./sheets";
import { isEditable } from "./transitions";

type Subject = { unitId: number; setId: number; period: Period };

function loadSubmission({ unitId, setId, period }: Subject) {
  return db.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId, period } },
    include: {
      submittedBy: { select: { displayName: true } },
      decidedBy: { select: { displayName: true } },
    },
  });
}

async function loadPrevious({ unitId, setId, period }: Subject): Promise<PreviousSheet> {
  const previous = previousPeriod(period);
  const sheet = await db.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId, period: previous } },
    select: { id: true, status: true },
  });
  if (!sheet) return { period: previous, figures: {}, totals: null, status: null };
  const [rows, totals] = await Promise.all([loadFigureRows(db, sheet.id), loadStoredTotals(db, sheet.id)]);
  return { period: previous, figures: toFigureMap(rows), totals, status: sheet.status };
}

async function loadLastYear({ unitId, setId, period }: Subject): Promise<EntrySheet["lastYear"]> {
  const before = sameQuarterLastYear(period);
  const sheet = await db.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId, period: before } },
    select: { id: true },
  });
  return { period: before, figures: sheet ? toFigureMap(await loadFigureRows(db, sheet.id)) : {} };
}

/** Targets of the year, a quarter's own target before the year's. */
async function loadTargets({ unitId, setId, period }: Subject): Promise<EntrySheet["targets"]> {
  const rows = await db.target.findMany({
    where: {
      unitId,
      scopeUnitId: null,
      year: periodYear(period),
      OR: [{ quarter: null }, { quarter: periodQuarter(period) }],
      indicator: { criterion: { setId } },
    },
    // The later row wins below: a quarter's target comes after the year's.
    orderBy: [{ quarter: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: { indicatorId: true, printed: true, value: true, isIllustrative: true },
  });
  const targets: Record<number, EntryTarget | undefined> = {};
  for (const row of rows) {
    if (row.indicatorId === null) continue;
    targets[row.indicatorId] = {
      text: row.printed,
      value: row.value?.toFixed() ?? null,
      isIllustrative: row.isIllustrative,
    };
  }
  return targets;
}

/** Milestones of this year and later, the nearest first. */
async function loadMilestones({ unitId, setId, period }: Subject) {
  const rows = await db.milestone.findMany({
    where: { unitId, setId, duePeriod: { gte: `${periodYear(period)}-Q1` } },
    orderBy: [{ duePeriod: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    criterionId: row.criterionId,
    milestone: {
      text: `Mục tiêu ${formatPeriod(row.duePeriod)}`,
      duePeriod: row.duePeriod,
      dueOn: row.dueOn.toISOString().slice(0, 10),
      targetMet: row.targetMet,
      isIllustrative: row.isIllustrative,
    } satisfies EntryMilestone,
  }));
}

/** Day by which a sheet is due: the unit's own extension before the day set for all. */
export async function loadDeadline({ unitId, setId, period }: Subject): Promise<string | null> {
  const rows = await db.periodDeadline.findMany({
    where: { setId, period, OR: [{ unitId: null }, { unitId }] },
    select: { unitId: true, dueOn: true },
  });
  const row = rows.find((candidate) => candidate.unitId !== null) ?? rows[0];
  return row ? row.dueOn.toISOString().slice(0, 10) : null;
}

async function countEvidence(submissionId: number): Promise<Record<number, number>> {
  const rows = await db.evidence.groupBy({
    by: ["indicatorId"],
    where: { submissionId, replacedById: null, removedAt: null },
    _count: true,
  });
  return Object.fromEntries(rows.map((row) => [row.indicatorId, row._count]));
}

async function loadTexts(setId: number) {
  return db.criteriaSet.findUniqueOrThrow({
    where: { id: setId },
    select: {
      code: true,
      title: true,
      shortTitle: true,
      citation: true,
      isComplete: true,
      incompleteNote: true,
      isIllustrative: true,
      criteria: { select: { id: true, shortTitle: true, groupTitle: true } },
    },
  });
}

async function loadParentLabel(parentId: number | null): Promise<string | null> {
  if (parentId === null) return null;
  const parent = await db.administrativeUnit.findUnique({
    where: { id: parentId },
    select: { kind: true, name: true },
  });
  return parent ? `${parent.kind} ${parent.name}` : null;
}

function chooseLock(session: AppSession, context: SheetContext, lock: SheetLock | null): SheetLock | null {
  if (lock) return lock;
  if (!can(session.role, "figure.enter")) {
    return { reason: "not-permitted", message: "Anh/chị xem được phiếu này; người của xã mới nhập số liệu." };
  }
  if (!context.isEnrolled && context.ownerUnitId === null) {
    return { reason: "not-enrolled", message: "Đơn vị chưa đăng ký bộ tiêu chí này nên chưa nhập được." };
  }
  return null;
}

/**
 * Everything the entry page and the check-your-answers page show: chosen thresholds with their sources, figures
 * with versions, last quarter, targets, milestones, status and lock. `unit` is authorised for "unit.view".
 * Refuses, with a sentence for the page, a set or period in the address that names no sheet.
 */
export async function loadEntrySheet(
  session: AppSession,
  unit: AuthorizedUnit,
  setCode: string,
  periodText: string,
): Promise<Result<EntrySheet, SheetAddressReason>> {
  const day = today();
  const address = await checkSheetAddress(db, unit, setCode, periodText, day);
  if (!address.ok) return address;
  const { context, period } = address.value;
  const subject = { unitId: unit.id, setId: context.setId, period };
  const [
    rules,
    plausibility,
    submission,
    previous,
    lastYear,
    targets,
    milestones,
    deadline,
    texts,
    parentLabel,
  ] = await Promise.all([
    loadSheetRules(db, unit.id, context, period),
    loadPlausibilityGround(db, { setId: context.setId, stratum: context.stratum, period }, now()),
    loadSubmission(subject),
    loadPrevious(subject),
    loadLastYear(subject),
    loadTargets(subject),
    loadMilestones(subject),
    loadDeadline(subject),
    loadTexts(context.setId),
    loadParentLabel(unit.parentId),
  ]);
  const [rows, evidenceCounts] = submission
    ? await Promise.all([loadFigureRows(db, submission.id), countEvidence(submission.id)])
    : [[], {}];
  const lock = chooseLock(session, context, describeLock(submission));
  const { criteria, ...set } = texts;
  const criterionTexts: Record<number, EntryCriterionText> = {};
  for (const { id, ...text } of criteria) {
    const own = milestones.filter((row) => row.criterionId === id).map((row) => row.milestone);
    criterionTexts[id] = { ...text, milestones: own };
  }
  return succeed({
    unit: { code: unit.code, label: unit.label, parentLabel, isIllustrative: context.isUnitIllustrative },
    set,
    period,
    isIllustrative: submission?.isIllustrative ?? context.isUnitIllustrative,
    resolved: rules.resolved,
    criterionTexts,
    exemptions: rules.exemptions,
    figures: toEntryFigureMap(rows),
    previous,
    lastYear,
    targets,
    plausibility,
    milestones: milestones.filter((row) => row.criterionId === null).map((row) => row.milestone),
    submission: submission && {
      id: submission.id,
      status: submission.status,
      submittedAt: submission.submittedAt?.toISOString() ?? null,
      submittedByName: submission.submittedBy?.displayName ?? null,
      returnReason: submission.returnReason,
      decidedAt: submission.decidedAt?.toISOString() ?? null,
      decidedByName: submission.decidedBy?.displayName ?? null,
    },
    score: scoreUnit(rules.resolved, toFigureMap(rows), rules.exemptions),
    evidenceCounts,
    deadline,
    today: day,
    canEdit: lock === null,
    canSend:
      lock === null &&
      submission !== null &&
      isEditable(submission.status) &&
      can(session.role, "submission.send"),
    lock,
  });
}
