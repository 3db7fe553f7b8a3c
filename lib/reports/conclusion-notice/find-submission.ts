import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import type { Transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

export interface NoticeRequest {
  unitId: AuthorizedUnitId;
  /** Null: the set of the unit's latest submission. */
  setCode: string | null;
  /** "2024-Q4"; null: the latest. */
  period: string | null;
}

const INCLUDE = {
  set: { include: { criteria: { where: { isCounted: true }, orderBy: { number: "asc" } } } },
  document: true,
  criterionVerdicts: { include: { criterion: true } },
  indicatorVerdicts: {
    where: { verdict: "unmet", indicator: { parentId: null } },
    include: { indicator: true },
    orderBy: { indicator: { sortOrder: "asc" } },
  },
} as const satisfies Prisma.SubmissionInclude;

export type NoticeSubmission = Prisma.SubmissionGetPayload<{ include: typeof INCLUDE }>;

/** Submission of the period asked for, else the unit's latest before it; null when it has none. */
export async function findNoticeSubmission(
  tx: Transaction,
  { unitId, setCode, period }: NoticeRequest,
): Promise<NoticeSubmission | null> {
  return tx.submission.findFirst({
    where: {
      unitId,
      set: { level: "commune", ownerUnitId: null, ...(setCode === null ? {} : { code: setCode }) },
      ...(period === null ? {} : { period: { lte: period } }),
    },
    orderBy: [{ period: "desc" }, { id: "asc" }],
    include: INCLUDE,
  });
}
