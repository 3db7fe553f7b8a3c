import "server-only";
import type { UserRole } from "@/lib/auth/types";
import type { Transaction } from "@/lib/server/db";

/** What a notice tells of. Due soon and overdue are no rows: they follow from the deadline at the moment of reading. */
export type NoticeKind =
  | "submission.submitted"
  | "submission.returned"
  | "submission.verified"
  | "submission.approved"
  | "submission.reopened"
  | "review.question"
  | "review.answer"
  | "deadline.extended";

export interface UnitNotice {
  unitId: number;
  kind: NoticeKind;
  /** One Vietnamese sentence: what happened and what is to be done. */
  text: string;
  /** Where the work is, an address inside the application: "/entry/mau-01/…". */
  href: string;
  submissionId?: number | null;
  /** Roles that are told; without it the people who keep the unit's figures. */
  roles?: readonly UserRole[];
  /** Who did it; is not told of their own act. */
  exceptUserId?: number | null;
}

/** Those who enter and send a unit's figures. */
export const KEEPERS: readonly UserRole[] = ["commune_editor", "commune_leader"];

/**
 * Leaves a notice for every active user who is bound to the unit itself, in the caller's transaction: the notice
 * stands or falls with the act it tells of. Answers how many people were told.
 */
export async function notifyUnitUsers(tx: Transaction, notice: UnitNotice): Promise<number> {
  if (!notice.href.startsWith("/") || notice.href.startsWith("//")) {
    throw new Error(`A notice leads inside the application, not to ${notice.href}`);
  }
  const users = await tx.user.findMany({
    where: {
      unitId: notice.unitId,
      disabledAt: null,
      role: { in: [...(notice.roles ?? KEEPERS)] },
      ...(notice.exceptUserId == null ? {} : { id: { not: notice.exceptUserId } }),
    },
    select: { id: true },
  });
  if (users.length === 0) return 0;
  const made = await tx.notice.createMany({
    data: users.map((user) => ({
      userId: user.id,
      kind: notice.kind,
      unitId: notice.unitId,
      submissionId: notice.submissionId ?? null,
      text: notice.text,
      href: notice.href,
    })),
  });
  return made.count;
}
