import "server-only";
import type { z } from "zod";
import { criteriaInReach } from "@/lib/auth/policy";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { today } from "@/lib/server/clock";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { agreeToAll, composeReturnReason } from "./criterion-decisions";
import type { SubmissionStatus } from "./entry-types";
import { loadLastAct } from "./last-act";
import { tellCommune } from "./notify";
import {
  approveSubmissionSchema,
  reopenSubmissionSchema,
  returnSubmissionSchema,
  verifySubmissionSchema,
} from "./schema";
import { checkSheetAddress } from "./sheet-context";
import { lockSheet, type SheetRow } from "./sheets";
import { findRound, writeSnapshots } from "./snapshots";
import { canTransition, STATUS_WORDS, TRANSITIONS, type Transition } from "./transitions";

export interface DecidedSubmission {
  submissionId: number;
  status: SubmissionStatus;
  decidedAt: string;
  /** Number of the sending that was decided. */
  round: number;
  /** True when the same person had done it before this call (double click, retry). */
  wasAlreadyDone: boolean;
}

export type DecideReason =
  | "not-found"
  | "unknown-set"
  | "unknown-period"
  | "invalid"
  /** Somebody was faster, or the sheet is elsewhere in its life. */
  | "wrong-status"
  /** The commune has sent again since the decider's page was opened. */
  | "stale"
  | "not-permitted"
  /** A criterion is returned or asked about. */
  | "open-criteria"
  /** Nobody has spoken of a criterion yet. */
  | "not-agreed";

export type DecideResult = Result<DecidedSubmission, DecideReason>;

type Step = Exclude<Transition, "send">;

interface DecideInput {
  unit: string;
  set: string;
  period: string;
  round?: number | undefined;
  reason?: string | undefined;
  agreeRemaining?: boolean | undefined;
}

/** What a status change leaves in the row beside the status. */
const PROVENANCE = {
  return: "self_assessed",
  reopen: "self_assessed",
  verify: "verified",
  approve: "verified",
} as const satisfies Record<Step, string>;

/** What the sheet said when the step was taken; giving it back hands nothing over. */
const SNAPSHOT = { verify: "verified", approve: "approved", return: null, reopen: null } as const;

/** Whether the step may be taken on what is there: the right status, the sending that was seen, nothing open. */
async function checkStep(
  step: Step,
  sheet: SheetRow,
  round: number,
  input: DecideInput,
  context: CommandContext,
): Promise<DecideResult | null> {
  const { tx, session, now } = context;
  const last = await loadLastAct(tx, sheet.id, now);
  const { to } = TRANSITIONS[step];
  if (sheet.status === to && last?.act === `submission.${step}` && last.actorId === session.userId) {
    context.leaveUnchanged();
    const decidedAt = (sheet.decidedAt ?? last.at).toISOString();
    return succeed({ submissionId: sheet.id, status: to, decidedAt, round, wasAlreadyDone: true });
  }
  if (!canTransition(sheet.status, step) || sheet.basis === "recorded") {
    const who = last && last.actorId !== session.userId ? `${last.sentence} ` : "";
    return refuse(
      "wrong-status",
      `${who}Phiếu ${STATUS_WORDS[sheet.status]} nên không làm được việc này. Tải lại trang để xem trạng thái mới.`,
    );
  }
  if (input.round !== undefined && input.round !== round) {
    return refuse(
      "stale",
      `${last ? `${last.sentence} ` : ""}Trang này còn là lần gửi ${input.round}, nay là lần gửi ${round}. Tải lại trang, xem số liệu mới rồi quyết định.`,
    );
  }
  return null;
}

async function decide(step: Step, input: DecideInput, context: CommandContext): Promise<DecideResult> {
  const { tx, unit, session, now } = context;
  // A whole sheet is decided here; a verifier in charge of some criteria decides on those (lib/reviews).
  if (criteriaInReach(session, TRANSITIONS[step].act) !== "all") {
    return refuse(
      "not-permitted",
      "Anh/chị thẩm định từng tiêu chí được giao. Trả lại, thẩm định xong và duyệt cả phiếu là việc của cấp ủy cấp trên.",
    );
  }
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { setId } = address.value.context;
  const sheet = await lockSheet(tx, unit.id, setId, address.value.period);
  if (!sheet) return refuse("not-found", "Xã chưa có phiếu của kỳ này.");
  const round = await findRound(tx, sheet.id);
  const early = await checkStep(step, sheet, round, input, context);
  if (early) return early;

  let reason = input.reason ?? null;
  let agreedNow: number[] = [];
  if (step === "return") {
    const composed = await composeReturnReason(tx, sheet.id, round, reason ?? "");
    if (!composed.ok) return composed;
    reason = composed.value;
  } else if (step === "verify") {
    const agreed = await agreeToAll(tx, { submissionId: sheet.id, setId, round }, session.userId, now, {
      agreeRemaining: input.agreeRemaining ?? false,
    });
    if (!agreed.ok) return agreed;
    agreedNow = agreed.value;
  }

  const { to, from } = TRANSITIONS[step];
  const changed = await tx.submission.updateMany({
    where: { id: sheet.id, status: { in: [...from] } },
    data: {
      status: to,
      provenance: PROVENANCE[step],
      decidedAt: now,
      decidedById: session.userId,
      returnReason: reason,
    },
  });
  if (changed.count !== 1) throw new Error(`Submission ${sheet.id} changed status while it was locked`);
  const kind = SNAPSHOT[step];
  if (kind) {
    await writeSnapshots(tx, [{ submissionId: sheet.id, kind, round, at: now, actorId: session.userId }]);
  }
  await context.audit({
    act: `submission.${step}`,
    entity: "Submission",
    entityId: String(sheet.id),
    before: { status: sheet.status },
    after: { status: to, round, reason, ...(agreedNow.length > 0 ? { agreedNow } : {}) },
  });
  await tellCommune(tx, step, {
    unitId: unit.id,
    unitCode: unit.code,
    setCode: input.set,
    period: address.value.period,
    submissionId: sheet.id,
    reason,
  });
  return succeed({
    submissionId: sheet.id,
    status: to,
    decidedAt: now.toISOString(),
    round,
    wasAlreadyDone: false,
  });
}

function defineDecision<Schema extends z.ZodType<DecideInput>>(
  step: Step,
  schema: Schema,
): CommandDefinition<Schema, DecideResult> {
  return {
    name: `submissions.${step}`,
    schema,
    act: TRANSITIONS[step].act,
    unitOf: (input) => input.unit,
    run: (input, context) => decide(step, input, context),
  };
}

/** Gives a sheet back to the commune with the reasons of its returned criteria; its figures open again. */
export const returnSubmissionCommand = defineDecision("return", returnSubmissionSchema);
/** Opens an approved sheet again, with a reason. */
export const reopenSubmissionCommand = defineDecision("reopen", reopenSubmissionSchema);
/** Takes a sheet as verified once every criterion is agreed to; what it says is kept beside the self-assessment. */
export const verifySubmissionCommand = defineDecision("verify", verifySubmissionSchema);
/** Approves a verified sheet; what it says is what later periods are compared with. */
export const approveSubmissionCommand = defineDecision("approve", approveSubmissionSchema);
