import "server-only";
import type { z } from "zod";
import { criteriaInReach } from "@/lib/auth/policy";
import { type NoticeKind, notifyUnitUsers } from "@/lib/notices/create";
import { formatPeriod } from "@/lib/numbers/periods";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { dayInVietnam, today } from "@/lib/server/clock";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { type CriterionState, findCriterionState, type ReviewKind } from "@/lib/submissions/criterion-state";
import { loadLastAct } from "@/lib/submissions/last-act";
import { formatTime } from "@/lib/submissions/lock";
import { checkSheetAddress } from "@/lib/submissions/sheet-context";
import { lockSheet } from "@/lib/submissions/sheets";
import { findRound } from "@/lib/submissions/snapshots";
import { STATUS_WORDS } from "@/lib/submissions/transitions";
import { answerCriterionSchema, decideCriterionSchema } from "./schema";

export type ReviewReason =
  | "not-found"
  | "unknown-set"
  | "unknown-period"
  | "unknown-criterion"
  /** The criterion belongs to another department. */
  | "not-permitted"
  /** The sheet is not with the reviewers (or, for an answer, not with anybody who asked). */
  | "wrong-status"
  | "stale"
  /** Somebody else has spoken of this criterion since the page was opened. */
  | "conflict";

export interface SpokenReview {
  reviewId: number;
  state: CriterionState;
  /** True when the same words of the same person stood there already (double click, retry). */
  wasAlreadySaid: boolean;
}

export type ReviewResult = Result<SpokenReview, ReviewReason>;

type Decision = z.output<typeof decideCriterionSchema>;
type Input = Omit<Decision, "kind" | "text"> & { kind: ReviewKind; text?: string | undefined };

const SAID: Record<ReviewKind, string> = {
  agreed: "đồng ý",
  returned: "trả lại",
  question: "hỏi về",
  answer: "trả lời về",
};

const NOTICES: Record<ReviewKind, NoticeKind | null> = {
  agreed: null,
  // A returned criterion reaches the commune with the sheet it belongs to.
  returned: null,
  question: "review.question",
  answer: "review.answer",
};

async function findCriterion(
  context: CommandContext,
  setId: number,
  input: Input,
): Promise<{ number: number } | null> {
  return context.tx.criterion.findFirst({
    where: {
      id: input.criterionId,
      setId,
      ...(input.indicatorId ? { indicators: { some: { id: input.indicatorId } } } : {}),
    },
    select: { number: true },
  });
}

/** What was said about the criterion in this round, oldest first, with who said it. */
function loadRemarks(context: CommandContext, submissionId: number, criterionId: number, round: number) {
  return context.tx.criterionReview.findMany({
    where: { submissionId, criterionId, round },
    orderBy: { id: "asc" },
    include: { author: { select: { displayName: true } } },
  });
}

async function speak(input: Input, context: CommandContext): Promise<ReviewResult> {
  const { tx, unit, session, now } = context;
  const address = await checkSheetAddress(tx, unit, input.set, input.period, today());
  if (!address.ok) return address;
  const { setId } = address.value.context;
  const criterion = await findCriterion(context, setId, input);
  if (!criterion) {
    return refuse(
      "unknown-criterion",
      "Không có tiêu chí này trong bộ tiêu chí. Tải lại trang rồi chọn lại.",
    );
  }
  if (input.kind !== "answer") {
    const reach = criteriaInReach(session, "submission.review");
    if (reach !== "all" && !reach.includes(input.criterionId)) {
      return refuse(
        "not-permitted",
        `Tiêu chí ${criterion.number} không thuộc phần anh/chị được giao thẩm định, nên chỉ xem được.`,
      );
    }
  }
  const sheet = await lockSheet(tx, unit.id, setId, address.value.period);
  if (!sheet) return refuse("not-found", "Xã chưa có phiếu của kỳ này.");
  const round = await findRound(tx, sheet.id);
  // Questions are answered while the sheet is judged and while it is being mended.
  const isOpen =
    sheet.basis === "scored" &&
    (sheet.status === "submitted" || (input.kind === "answer" && sheet.status === "returned"));
  if (!isOpen || input.round !== round) {
    const last = await loadLastAct(tx, sheet.id, now);
    const who = last ? `${last.sentence} ` : "";
    return isOpen
      ? refuse(
          "stale",
          `${who}Trang này còn là lần gửi ${input.round}, nay là lần gửi ${round}. Tải lại trang rồi xem số liệu mới.`,
        )
      : refuse(
          "wrong-status",
          `${who}Phiếu ${STATUS_WORDS[sheet.status]} nên không ghi thêm ý kiến được. Tải lại trang để xem trạng thái mới.`,
        );
  }

  const remarks = await loadRemarks(context, sheet.id, input.criterionId, round);
  const newest = remarks.at(-1);
  const text = input.text || null;
  if (newest && newest.kind === input.kind && newest.authorId === session.userId && newest.text === text) {
    context.leaveUnchanged();
    return succeed({ reviewId: newest.id, state: findCriterionState(remarks), wasAlreadySaid: true });
  }
  if (newest && newest.id !== input.seenId && newest.authorId !== session.userId) {
    const when = formatTime(newest.at, dayInVietnam(newest.at) === dayInVietnam(now));
    return refuse(
      "conflict",
      `${newest.author.displayName} vừa ${SAID[newest.kind]} tiêu chí ${criterion.number} lúc ${when}. Tải lại trang, xem ý kiến đó rồi quyết định.`,
    );
  }
  const row = await tx.criterionReview.create({
    data: {
      submissionId: sheet.id,
      criterionId: input.criterionId,
      indicatorId: input.indicatorId ?? null,
      kind: input.kind,
      round,
      text,
      authorId: session.userId,
      at: now,
    },
  });
  await context.audit({
    act: `review.${input.kind}`,
    entity: "CriterionReview",
    entityId: String(row.id),
    before: { state: findCriterionState(remarks) },
    after: { submissionId: sheet.id, criterion: criterion.number, round, text },
  });
  await tell(input, context, {
    submissionId: sheet.id,
    number: criterion.number,
    asker: remarks.findLast((remark) => remark.kind === "question")?.authorId ?? null,
  });
  return succeed({ reviewId: row.id, state: findCriterionState([...remarks, row]), wasAlreadySaid: false });
}

/** A question reaches the commune; an answer reaches whoever asked. */
async function tell(
  input: Input,
  { tx, unit, session }: CommandContext,
  about: { submissionId: number; number: number; asker: number | null },
): Promise<void> {
  const kind = NOTICES[input.kind];
  if (!kind) return;
  const query = new URLSearchParams({ set: input.set, period: input.period, sheet: unit.code });
  query.set("criterion", String(about.number));
  const href = `/review?${query}`;
  const name = `tiêu chí ${about.number}, phiếu ${formatPeriod(input.period)}`;
  if (kind === "review.question") {
    await notifyUnitUsers(tx, {
      unitId: unit.id,
      submissionId: about.submissionId,
      kind,
      text: `${session.displayName} hỏi về ${name}: ${input.text ?? ""}`,
      href,
    });
  } else if (about.asker !== null) {
    await tx.notice.create({
      data: {
        userId: about.asker,
        kind,
        unitId: unit.id,
        submissionId: about.submissionId,
        text: `${unit.label} trả lời về ${name}: ${input.text ?? ""}`,
        href,
      },
    });
  }
}

/**
 * A reviewer's word on one criterion of a sheet: agrees, returns it with a reason, or asks. Departments reach their
 * own criteria, the committee all. Whoever comes second is told who said what and when.
 */
export const decideCriterionCommand: CommandDefinition<typeof decideCriterionSchema, ReviewResult> = {
  name: "reviews.decide",
  schema: decideCriterionSchema,
  act: "submission.review",
  unitOf: (input) => input.unit,
  run: speak,
};

/** The commune's answer to a question or a remark about one criterion. */
export const answerCriterionCommand: CommandDefinition<typeof answerCriterionSchema, ReviewResult> = {
  name: "reviews.answer",
  schema: answerCriterionSchema,
  act: "submission.send",
  unitOf: (input) => input.unit,
  run: (input, context) => speak({ ...input, kind: "answer" }, context),
};
