import "server-only";
import { loadAssignment } from "@/lib/assignments/queries";
import { can } from "@/lib/auth/policy";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { loadEvidence } from "@/lib/evidence/queries";
import { loadFigureHistory } from "@/lib/history/queries";
import { today } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { loadExemptions, loadFigureRows, toFigureMap } from "@/lib/submissions/figure-rows";
import { describeLock } from "@/lib/submissions/lock";
import {
  checkSheetAddress,
  type SheetAddressReason,
  toThresholdContext,
} from "@/lib/submissions/sheet-context";
import { findIndicator } from "./find-indicator";
import { type FigureFacts, prepareFigure } from "./prepare-figure";
import { loadQuarters } from "./quarters";
import type { FigurePage } from "./types";

function loadSheet(client: Transaction, unitId: number, setId: number, period: string) {
  return client.submission.findUnique({
    where: { unitId_setId_period: { unitId, setId, period } },
    include: {
      submittedBy: { select: { displayName: true } },
      decidedBy: { select: { displayName: true } },
      document: { select: { code: true, subject: true } },
    },
  });
}

export type LoadedSheetRow = Awaited<ReturnType<typeof loadSheet>>;

function loadDecision(client: Transaction, submissionId: number, criterionId: number, indicatorId: number) {
  return client.criterionReview.findFirst({
    where: {
      submissionId,
      criterionId,
      kind: { in: ["agreed", "returned"] },
      OR: [{ indicatorId: null }, { indicatorId }],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { author: { select: { displayName: true, position: true } } },
  });
}

export type LoadedDecision = Awaited<ReturnType<typeof loadDecision>>;

/** Wording, law and strata that scoring does not need. */
async function loadTexts(client: Transaction, setId: number, indicatorId: number) {
  const [set, indicator, strata] = await Promise.all([
    client.criteriaSet.findUniqueOrThrow({
      where: { id: setId },
      select: { shortTitle: true, legalBasis: true, isIllustrative: true },
    }),
    client.indicator.findUniqueOrThrow({
      where: { id: indicatorId },
      select: { wordingProvenance: true, sources: true },
    }),
    client.stratum.findMany({ where: { setId }, select: { code: true, name: true } }),
  ]);
  return { set, indicator, strata: new Map(strata.map((row) => [row.code, row.name])) };
}

export type LoadedTexts = Awaited<ReturnType<typeof loadTexts>>;

/**
 * Everything one figure can say of itself: value, rule, threshold with the rows considered, law, who entered and who
 * verified, earlier quarters, history, evidence. `unit` is authorised for "unit.view".
 * Refuses a set or period that names no sheet, and an indicator that the set has not.
 */
export async function loadFigurePage(
  session: AppSession,
  unit: AuthorizedUnit,
  address: { set: string; period: string; code: string },
  client: Transaction = db,
): Promise<Result<FigurePage, SheetAddressReason | "unknown-indicator">> {
  const day = today();
  const checked = await checkSheetAddress(client, unit, address.set, address.period, day);
  if (!checked.ok) return checked;
  const { context, period } = checked.value;
  const definition = await loadSetDefinition(client, context.setCode);
  const found = definition && findIndicator(definition, address.code);
  if (!found) return refuse("unknown-indicator", `Bộ tiêu chí không có chỉ tiêu “${address.code}”.`);
  const { criterion, indicator } = found;
  const [sheet, exemptions, texts, quarters, assignment] = await Promise.all([
    loadSheet(client, unit.id, context.setId, period),
    loadExemptions(client, unit.id, context.setId, period),
    loadTexts(client, context.setId, indicator.id),
    loadQuarters(client, { unitId: unit.id, setId: context.setId, period, indicator }),
    loadAssignment(unit.id, criterion.id, day, client),
  ]);
  const style = { decimals: indicator.decimals, suffix: indicator.unit.trim() === "%" ? "%" : "" };
  const subject = { unitId: unit.id, indicatorId: indicator.id };
  const [rows, history, evidence, decision] = await Promise.all([
    sheet ? loadFigureRows(client, sheet.id) : [],
    sheet
      ? loadFigureHistory({ ...subject, submissionId: sheet.id, criterionId: criterion.id, style }, client)
      : [],
    loadEvidence({ ...subject, submissionId: sheet?.id ?? null }, client),
    sheet ? loadDecision(client, sheet.id, criterion.id, indicator.id) : null,
  ]);
  const lock = describeLock(sheet);
  const mayAdd = can(session.role, "evidence.add");
  const facts: FigureFacts = {
    unit,
    context,
    period,
    found,
    thresholdContext: toThresholdContext(context, period),
    figures: toFigureMap(rows),
    figure: rows.find((row) => row.indicatorId === indicator.id) ?? null,
    exemptions,
    sheet,
    texts,
    quarters,
    decision,
  };
  return succeed({
    ...prepareFigure(facts),
    assignment,
    history,
    evidence,
    canAddEvidence: mayAdd && lock === null,
    lockMessage: mayAdd ? (lock?.message ?? null) : null,
  });
}
