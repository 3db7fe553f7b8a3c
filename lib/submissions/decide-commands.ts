import "server-only";
import { criteriaInReach } from "@/lib/auth/policy";
import type { CommandContext, CommandDefinition, Outcome } from "@/lib/server/action";
import { today } from "@/lib/server/clock";
import { refuse } from "@/lib/server/result";
import type { SubmissionStatus } from "./entry-types";
import { decideSubmissionSchema, returnSubmissionSchema } from "./schema";
import { checkSheetAddress } from "./sheet-context";
import { lockSheet } from "./sheets";
import { canTransition, TRANSITIONS, type Transition } from "./transitions";

export type DecideResult =
  | { ok: true; value: { submissionId: number; status: SubmissionStatus; decidedAt: string } }
  | {
      ok: false;
      reason: "not-found" | "unknown-set" | "unknown-period" | "wrong-status" | "not-permitted";
      message: string;
    };

const STATUS_WORDS: Record<SubmissionStatus, string> = {
  draft: "đang nhập, chưa gửi",
  submitted: "đã gửi, chờ thẩm định",
  returned: "đã trả lại, chờ xã sửa",
  verified: "đã thẩm định, chờ duyệt",
  approved: "đã duyệt",
};

/** What a status change leaves in the row beside the status. */
const PROVENANCE = {
  send: "self_assessed",
  return: "self_assessed",
  reopen: "self_assessed",
  verify: "verified",
  approve: "verified",
} as const;

async function decide(
  transition: Transition,
  input: { set: string; period: string; reason?: string },
  context: CommandContext,
): Promise<DecideResult> {
  const { tx, unit, session, now } = context;
  // A whole sheet is decided here; a verifier in charge of some criteria decides on those (review screen).
  if (criteriaInReach(session, TRANSITIONS[transition].act) !== "all") {
    return refuse("not-permitted", "Anh/chị thẩm định từng tiêu chí được giao, không quyết định cả phiếu.");
  }
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const sheet = await lockSheet(tx, unit.id, address.value.context.setId, address.value.period);
  if (!sheet) return refuse("not-found", "Xã chưa có phiếu của kỳ này.");
  const { to, from } = TRANSITIONS[transition];
  if (!canTransition(sheet.status, transition) || sheet.basis === "recorded") {
    return refuse(
      "wrong-status",
      `Phiếu ${STATUS_WORDS[sheet.status]}, không làm được việc này. Tải lại trang để xem trạng thái mới.`,
    );
  }
  const changed = await tx.submission.updateMany({
    where: { id: sheet.id, status: { in: [...from] } },
    data: {
      status: to,
      provenance: PROVENANCE[transition],
      decidedAt: now,
      decidedById: session.userId,
      returnReason: input.reason ?? null,
    },
  });
  if (changed.count !== 1) throw new Error(`Submission ${sheet.id} changed status while it was locked`);
  await context.audit({
    act: `submission.${transition}`,
    entity: "Submission",
    entityId: String(sheet.id),
    before: { status: sheet.status },
    after: { status: to, reason: input.reason ?? null },
  });
  return { ok: true, value: { submissionId: sheet.id, status: to, decidedAt: now.toISOString() } };
}

function defineDecision<Schema extends typeof decideSubmissionSchema | typeof returnSubmissionSchema>(
  transition: Transition,
  schema: Schema,
): CommandDefinition<Schema, DecideResult & Outcome> {
  return {
    name: `submissions.${transition}`,
    schema,
    act: TRANSITIONS[transition].act,
    unitOf: (input) => input.unit,
    run: (input, context) => decide(transition, input, context),
  };
}

/** Gives a sheet back to the commune with a reason; its figures open again. */
export const returnSubmissionCommand = defineDecision("return", returnSubmissionSchema);
/** Opens an approved sheet again, with a reason. */
export const reopenSubmissionCommand = defineDecision("reopen", returnSubmissionSchema);
export const verifySubmissionCommand = defineDecision("verify", decideSubmissionSchema);
export const approveSubmissionCommand = defineDecision("approve", decideSubmissionSchema);
