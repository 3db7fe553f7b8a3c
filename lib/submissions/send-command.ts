import "server-only";
import type { z } from "zod";
import { listBlocking } from "@/lib/plausibility/check";
import { readFigure } from "@/lib/scoring/figures";
import { isEntered } from "@/lib/scoring/score";
import type {
  FigureMap,
  IndicatorScore,
  ResolvedIndicator,
  ResolvedSet,
  Totals,
  UnitScore,
} from "@/lib/scoring/types";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { today } from "@/lib/server/clock";
import { refuse } from "@/lib/server/result";
import type { SendProblem, SendSubmissionResult } from "./entry-types";
import { loadFigureRows, toFigureMap } from "./figure-rows";
import { describeLock } from "./lock";
import { findImplausible } from "./plausibility";
import { sendSubmissionSchema } from "./schema";
import { rescoreSubmission } from "./score-submission";
import { checkSheetAddress } from "./sheet-context";
import { loadSheetRules, loadStoredTotals, lockSheet } from "./sheets";
import { findNextRound, writeSnapshots } from "./snapshots";
import { TRANSITIONS } from "./transitions";

function listLeaves(indicators: readonly ResolvedIndicator[]): ResolvedIndicator[] {
  return indicators.flatMap((one) => (one.limbs.length > 0 ? listLeaves(one.limbs) : [one]));
}

/**
 * Figures that are there but cannot be read under the set as it is now (limits or scale may have changed since
 * they were saved). They would be judged "missing" in silence; before sending they have to be mended.
 */
function findProblems(set: ResolvedSet, figures: FigureMap): SendProblem[] {
  return set.criteria
    .flatMap((criterion) => listLeaves(criterion.indicators))
    .filter((indicator) => {
      const figure = figures[indicator.id];
      const hasAny =
        figure !== undefined &&
        [figure.value, figure.numerator, figure.booleanValue, figure.gradeValue].some(
          (part) => part !== null,
        );
      return hasAny && readFigure(indicator, figure) === null;
    })
    .map((indicator) => ({
      indicatorId: indicator.id,
      code: indicator.code,
      message: `${indicator.code}: số liệu đã lưu không còn hợp lệ với chỉ tiêu này. Nhập lại.`,
    }));
}

function countMissing(score: UnitScore): number {
  const indicators: IndicatorScore[] = score.criteria.flatMap((criterion) => criterion.indicators);
  return indicators.filter((indicator) => !isEntered(indicator)).length;
}

function toSent(
  submissionId: number,
  totals: Totals,
  sentAt: Date,
  submittedByName: string | null,
  wasAlreadySent: boolean,
): SendSubmissionResult {
  const submittedAt = sentAt.toISOString();
  const status = TRANSITIONS.send.to;
  return { ok: true, value: { submissionId, status, submittedAt, submittedByName, totals, wasAlreadySent } };
}

async function runSend(
  input: z.output<typeof sendSubmissionSchema>,
  context: CommandContext,
): Promise<SendSubmissionResult> {
  const { tx, unit, session, now } = context;
  if (!input.confirmed) {
    return refuse("not-confirmed", "Đánh dấu “Tôi đã kiểm tra số liệu” rồi gửi.");
  }
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { context: sheetContext, period } = address.value;
  const sheet = await lockSheet(tx, unit.id, sheetContext.setId, period);
  if (!sheet) return refuse("nothing-entered", "Chưa có số liệu nào của kỳ này. Nhập số liệu rồi gửi.");

  if (sheet.status === TRANSITIONS.send.to && sheet.submittedAt) {
    context.leaveUnchanged();
    const totals = await loadStoredTotals(tx, sheet.id);
    return toSent(sheet.id, totals, sheet.submittedAt, sheet.submittedByName, true);
  }
  const lock = describeLock(sheet);
  if (lock) return refuse("locked", lock.message);
  const rules = await loadSheetRules(tx, unit.id, sheetContext, period);
  const rows = await loadFigureRows(tx, sheet.id);
  const problems = findProblems(rules.resolved, toFigureMap(rows));
  const doubts = listBlocking(
    await findImplausible(tx, { unitId: unit.id, context: sheetContext, period, rules }, rows, now),
  );
  problems.push(
    ...doubts.map(({ indicatorId, code, message }) => ({
      indicatorId,
      code,
      message: `${code}: ${message}`,
    })),
  );
  if (problems.length > 0) {
    return {
      ...refuse("has-errors", `Có ${problems.length} chỗ phải sửa hoặc ghi lý do trước khi gửi.`),
      problems,
    };
  }
  // The whole sheet once more under today's thresholds: what is sent is what is counted.
  const score = await rescoreSubmission(tx, sheet.id, now);
  if (!score) throw new Error(`Submission ${sheet.id} cannot be scored`);
  if (score.enteredCount === 0) {
    return refuse("nothing-entered", "Chưa có số liệu nào của kỳ này. Nhập số liệu rồi gửi.");
  }
  const missing = countMissing(score);
  if (missing > 0 && !input.acknowledgeMissing) {
    return refuse(
      "missing-figures",
      `${missing} chỉ tiêu còn trống. Nhập số liệu, hoặc xác nhận gửi khi còn trống.`,
    );
  }
  const changed = await tx.submission.updateMany({
    where: { id: sheet.id, status: { in: [...TRANSITIONS.send.from] } },
    data: {
      status: TRANSITIONS.send.to,
      provenance: "self_assessed",
      submittedAt: now,
      submittedById: session.userId,
      returnReason: null,
      decidedAt: null,
      decidedById: null,
    },
  });
  if (changed.count !== 1) throw new Error(`Submission ${sheet.id} changed status while it was locked`);
  const round = await findNextRound(tx, sheet.id);
  await writeSnapshots(tx, [
    { submissionId: sheet.id, kind: "submitted", round, at: now, actorId: session.userId },
  ]);
  await context.audit({
    act: "submission.send",
    entity: "Submission",
    entityId: String(sheet.id),
    before: { status: sheet.status },
    after: {
      status: TRANSITIONS.send.to,
      round,
      set: sheetContext.setCode,
      period,
      totals: { ...score.totals },
      missing,
    },
  });
  return toSent(sheet.id, score.totals, now, session.displayName, false);
}

/**
 * Sends a sheet to the level above. Sending twice (double click, retry) gives the same answer and one audit row.
 * Missing figures are allowed once acknowledged; figures that cannot be read are not.
 */
export const sendSubmissionCommand: CommandDefinition<typeof sendSubmissionSchema, SendSubmissionResult> = {
  name: "submissions.send",
  schema: sendSubmissionSchema,
  act: TRANSITIONS.send.act,
  unitOf: (input) => input.unit,
  run: runSend,
};
