import "server-only";
import { z } from "zod";
import type { AuthorizedUnit } from "@/lib/auth/types";
import type { Period } from "@/lib/numbers/periods";
import type { ExemptionMap, ResolvedSet } from "@/lib/scoring/types";
import { db } from "@/lib/server/db";
import type { ReviewKind } from "@/lib/submissions/criterion-state";
import { type FigureRow, loadFigureRows } from "@/lib/submissions/figure-rows";
import { loadSheetContext } from "@/lib/submissions/sheet-context";
import { loadSheetRules } from "@/lib/submissions/sheets";
import type { Snapshot, SnapshotContent } from "@/lib/submissions/snapshot-types";
import { findRound, loadLastApproved, loadSnapshots } from "@/lib/submissions/snapshots";
import type { ReviewSheetView } from "./types";

export interface ReviewRecord {
  id: number;
  criterionId: number;
  kind: ReviewKind;
  round: number;
  text: string | null;
  at: Date;
  authorName: string;
  authorPosition: string;
  indicatorCode: string | null;
}

/** A sheet given back or opened again. */
export interface StepRecord {
  id: string;
  step: "return" | "reopen";
  reason: string | null;
  at: Date;
  actorName: string;
  round: number | null;
}

export interface EvidenceRecord {
  id: number;
  indicatorId: number;
  kind: "file" | "link" | "document";
  title: string;
  url: string | null;
  documentText: string | null;
  addedAt: Date;
  addedByName: string | null;
}

/** One sheet with everything a reviewer compares it with, as facts for `prepareReviewSheet`. */
export interface ReviewSheetFacts {
  submissionId: number;
  unitCode: string;
  unitLabel: string;
  period: Period;
  status: ReviewSheetView["status"];
  provenance: ReviewSheetView["provenance"];
  isIllustrative: boolean;
  submittedAt: Date | null;
  submittedByName: string | null;
  metCount: number;
  totalCount: number;
  round: number;
  resolved: ResolvedSet;
  exemptions: ExemptionMap;
  /** What was sent last; of a sheet sent before hand-overs were written down, what stands with it now. */
  now: SnapshotContent;
  snapshots: Snapshot[];
  approved: { period: Period; snapshot: Snapshot } | null;
  figures: FigureRow[];
  reviews: ReviewRecord[];
  steps: StepRecord[];
  evidence: EvidenceRecord[];
}

const toldSchema = z.object({ round: z.number().optional(), reason: z.string().nullish() });

async function loadReviews(submissionId: number): Promise<ReviewRecord[]> {
  const rows = await db.criterionReview.findMany({
    where: { submissionId },
    orderBy: { id: "asc" },
    include: {
      author: { select: { displayName: true, position: true } },
      indicator: { select: { code: true } },
    },
  });
  return rows.map(({ author, indicator, ...row }) => ({
    ...row,
    authorName: author.displayName,
    authorPosition: author.position,
    indicatorCode: indicator?.code ?? null,
  }));
}

async function loadSteps(submissionId: number): Promise<StepRecord[]> {
  const rows = await db.auditEvent.findMany({
    where: {
      entity: "Submission",
      entityId: String(submissionId),
      act: { in: ["submission.return", "submission.reopen"] },
    },
    orderBy: { id: "asc" },
    select: { id: true, act: true, at: true, actorName: true, after: true },
  });
  return rows.map(({ id, act, after, ...row }) => {
    const told = toldSchema.safeParse(after);
    return {
      ...row,
      id: String(id),
      step: act === "submission.return" ? ("return" as const) : ("reopen" as const),
      round: told.data?.round ?? null,
      reason: told.data?.reason ?? null,
    };
  });
}

async function loadEvidenceRecords(submissionId: number): Promise<EvidenceRecord[]> {
  const rows = await db.evidence.findMany({
    where: { submissionId, removedAt: null, replacedById: null },
    orderBy: [{ indicatorId: "asc" }, { id: "asc" }],
    include: { addedBy: { select: { displayName: true } } },
  });
  return rows.map(({ addedBy, ...row }) => ({
    id: row.id,
    indicatorId: row.indicatorId,
    kind: row.kind,
    title: row.title,
    url: row.url,
    documentText: row.documentText,
    addedAt: row.addedAt,
    addedByName: addedBy?.displayName ?? null,
  }));
}

/** A sheet sent before hand-overs were written down: its figures are locked, so they are what was sent. */
async function loadStanding(submissionId: number, figures: readonly FigureRow[]): Promise<SnapshotContent> {
  const [indicators, criteria] = await Promise.all([
    db.indicatorVerdict.findMany({
      where: { submissionId },
      select: { indicatorId: true, verdict: true },
    }),
    db.criterionVerdict.findMany({
      where: { submissionId },
      select: { criterionId: true, verdict: true },
    }),
  ]);
  const rows = new Map(figures.map((row) => [row.indicatorId, row]));
  const read = (verdict: (typeof indicators)[number]["verdict"]) =>
    verdict === "undefined_threshold" ? ("undefined-threshold" as const) : verdict;
  return {
    figures: Object.fromEntries(
      indicators.map(({ indicatorId, verdict }) => {
        const row = rows.get(indicatorId);
        const figure = {
          value: row?.value ?? null,
          numerator: row?.numerator ?? null,
          denominator: row?.denominator ?? null,
          booleanValue: row?.booleanValue ?? null,
          gradeValue: row?.gradeValue ?? null,
          note: row?.note ?? null,
          verdict: read(verdict),
        };
        return [indicatorId, figure];
      }),
    ),
    verdicts: Object.fromEntries(criteria.map((row) => [row.criterionId, read(row.verdict)])),
  };
}

/** The facts of one sheet; null when it was not sent yet or is a document's result. `unit` is authorised. */
export async function loadReviewSheet(
  unit: AuthorizedUnit,
  set: { id: number; code: string },
  period: Period,
): Promise<ReviewSheetFacts | null> {
  const row = await db.submission.findUnique({
    where: { unitId_setId_period: { unitId: unit.id, setId: set.id, period } },
    include: { submittedBy: { select: { displayName: true } } },
  });
  if (!row || row.basis === "recorded" || row.status === "draft") return null;
  const context = await loadSheetContext(db, unit.id, set.code);
  if (!context) return null;
  const [rules, snapshots, approved, figures, reviews, steps, evidence, round] = await Promise.all([
    loadSheetRules(db, unit.id, context, period),
    loadSnapshots(db, row.id),
    loadLastApproved(db, { unitId: unit.id, setId: set.id, period }),
    loadFigureRows(db, row.id),
    loadReviews(row.id),
    loadSteps(row.id),
    loadEvidenceRecords(row.id),
    findRound(db, row.id),
  ]);
  const sent = snapshots.findLast((snapshot) => snapshot.kind === "submitted");
  return {
    submissionId: row.id,
    unitCode: unit.code,
    unitLabel: unit.label,
    period,
    status: row.status,
    provenance: row.provenance,
    isIllustrative: row.isIllustrative,
    submittedAt: row.submittedAt,
    submittedByName: row.submittedBy?.displayName ?? null,
    metCount: sent?.metCount ?? row.metCount,
    totalCount: sent?.totalCount ?? row.totalCount,
    round,
    resolved: rules.resolved,
    exemptions: rules.exemptions,
    now: sent ?? (await loadStanding(row.id, figures)),
    snapshots,
    approved,
    figures,
    reviews,
    steps,
    evidence,
  };
}
