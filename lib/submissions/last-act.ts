import "server-only";
import { dayInVietnam } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db";
import { formatTime } from "./lock";
import { ACT_WORDS, type Transition } from "./transitions";

/** The newest step of a sheet: what a second person is told when somebody was faster. */
export interface LastAct {
  act: string;
  actorId: number | null;
  at: Date;
  /** "Lê Thị Mẫu đã trả lại phiếu lúc 10:42." */
  sentence: string;
}

const STEPS = Object.keys(ACT_WORDS).map((name) => `submission.${name}`);

function isTransition(name: string): name is Transition {
  return Object.hasOwn(ACT_WORDS, name);
}

/** Who took the newest step of a sheet, which and when, from the audit; null when none was written down. */
export async function loadLastAct(
  client: Transaction,
  submissionId: number,
  now: Date,
): Promise<LastAct | null> {
  const row = await client.auditEvent.findFirst({
    where: { entity: "Submission", entityId: String(submissionId), act: { in: STEPS } },
    orderBy: { id: "desc" },
    select: { act: true, actorId: true, actorName: true, at: true },
  });
  const name = row?.act.slice("submission.".length);
  if (!row || name === undefined || !isTransition(name)) return null;
  const when = formatTime(row.at, dayInVietnam(row.at) === dayInVietnam(now));
  return { ...row, sentence: `${row.actorName} đã ${ACT_WORDS[name]} lúc ${when}.` };
}
