import "server-only";
import { type NoticeKind, notifyUnitUsers } from "@/lib/notices/create";
import { formatPeriod } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import type { Transition } from "./transitions";

export interface SheetTold {
  unitId: number;
  unitCode: string;
  setCode: string;
  period: string;
  submissionId: number;
  reason: string | null;
}

const KINDS: Record<Exclude<Transition, "send">, NoticeKind> = {
  return: "submission.returned",
  verify: "submission.verified",
  approve: "submission.approved",
  reopen: "submission.reopened",
};

/** Tells the commune, in the same transaction, what was decided about its sheet and where to go on. */
export async function tellCommune(
  tx: Transaction,
  step: Exclude<Transition, "send">,
  { unitId, unitCode, setCode, period, submissionId, reason }: SheetTold,
): Promise<void> {
  const name = `Phiếu ${formatPeriod(period)}`;
  const texts = {
    return: `${name} bị trả lại. ${reason ?? ""}`.trim(),
    reopen: `${name} được mở lại để sửa. ${reason ?? ""}`.trim(),
    verify: `${name} đã thẩm định xong, chờ duyệt.`,
    approve: `${name} đã được duyệt.`,
  };
  const isOpen = step === "return" || step === "reopen";
  await notifyUnitUsers(tx, {
    unitId,
    submissionId,
    kind: KINDS[step],
    text: texts[step],
    href: isOpen
      ? `/entry/${unitCode}/${setCode}/${period}`
      : `/communes/${unitCode}?${new URLSearchParams({ set: setCode, period })}`,
  });
}
