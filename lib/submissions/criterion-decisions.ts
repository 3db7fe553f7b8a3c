import "server-only";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { mapCriterionStates } from "./criterion-state";

interface SheetRound {
  submissionId: number;
  setId: number;
  round: number;
}

function listNumbers(numbers: readonly number[]): string {
  return [...numbers].sort((a, b) => a - b).join(", ");
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/**
 * The reason a commune reads: each returned criterion with its own words, then what was said about the whole.
 * Refuses when there is neither.
 */
export async function composeReturnReason(
  tx: Transaction,
  submissionId: number,
  round: number,
  reason: string,
): Promise<Result<string, "invalid">> {
  const rows = await tx.criterionReview.findMany({
    where: { submissionId, round },
    orderBy: { id: "asc" },
    select: {
      id: true,
      criterionId: true,
      kind: true,
      round: true,
      text: true,
      criterion: { select: { number: true } },
      indicator: { select: { code: true } },
    },
  });
  const states = mapCriterionStates([...new Set(rows.map((row) => row.criterionId))], rows, round);
  const newest = new Map(rows.filter((row) => row.kind === "returned").map((row) => [row.criterionId, row]));
  const parts = [...newest.values()]
    .filter((row) => states.get(row.criterionId) === "returned")
    .sort((a, b) => a.criterion.number - b.criterion.number)
    .map((row) => {
      const about = row.indicator ? `Chỉ tiêu ${row.indicator.code}` : `Tiêu chí ${row.criterion.number}`;
      return `${about}: ${endSentence(row.text ?? "")}`;
    });
  if (reason !== "") parts.push(parts.length > 0 ? `Chung: ${endSentence(reason)}` : reason);
  if (parts.length === 0) return refuse("invalid", "Ghi lý do trả lại để xã biết cần sửa gì.");
  return succeed(parts.join(" "));
}

/**
 * Makes sure that every criterion of a sheet is agreed to in this round, agreeing to those nobody has spoken of when
 * that was asked for. @returns numbers of the criteria agreed to just now
 */
export async function agreeToAll(
  tx: Transaction,
  { submissionId, setId, round }: SheetRound,
  authorId: number,
  now: Date,
  { agreeRemaining }: { agreeRemaining: boolean },
): Promise<Result<number[], "open-criteria" | "not-agreed">> {
  const criteria = await tx.criterion.findMany({
    where: { setId },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  const facts = await tx.criterionReview.findMany({
    where: { submissionId, round },
    select: { id: true, criterionId: true, kind: true, round: true },
  });
  const states = mapCriterionStates(
    criteria.map((row) => row.id),
    facts,
    round,
  );
  const listIn = (...wanted: string[]) =>
    criteria.filter((row) => wanted.includes(states.get(row.id) ?? "waiting"));
  const returned = listIn("returned").map((row) => row.number);
  const asked = listIn("asked").map((row) => row.number);
  if (returned.length > 0 || asked.length > 0) {
    const said = [
      ...(returned.length > 0 ? [`Tiêu chí ${listNumbers(returned)} đang bị trả lại.`] : []),
      ...(asked.length > 0 ? [`Tiêu chí ${listNumbers(asked)} còn câu hỏi chưa trả lời.`] : []),
    ];
    return refuse("open-criteria", `${said.join(" ")} Trả lại phiếu, hoặc đồng ý các tiêu chí này trước.`);
  }
  const open = listIn("waiting", "answered");
  if (open.length > 0 && !agreeRemaining) {
    return refuse(
      "not-agreed",
      `Còn ${open.length} tiêu chí chưa có ý kiến (${listNumbers(open.map((row) => row.number))}). Đồng ý từng tiêu chí, hoặc đánh dấu đồng ý các tiêu chí còn lại.`,
    );
  }
  await tx.criterionReview.createMany({
    data: open.map((row) => ({
      submissionId,
      criterionId: row.id,
      kind: "agreed" as const,
      round,
      authorId,
      at: now,
    })),
  });
  return succeed(open.map((row) => row.number));
}
