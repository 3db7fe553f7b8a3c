import "server-only";
import type { AuthorizedDocumentId } from "@/lib/auth/authorize";
import { formatDate } from "@/lib/numbers/dates";
import { describeDeadline } from "@/lib/numbers/deadlines";
import type { Transaction } from "@/lib/server/db";
import type { DocumentTaskRow } from "./types";

/** Tasks of a document in its own order, each with the state of its deadline on a day. */
export async function loadDocumentTasks(
  tx: Transaction,
  documentId: AuthorizedDocumentId,
  day: string,
): Promise<DocumentTaskRow[]> {
  const rows = await tx.task.findMany({
    where: { documentId },
    orderBy: { id: "asc" },
    include: { criterion: true, bodies: { orderBy: [{ sortOrder: "asc" }, { id: "asc" }] } },
  });
  return rows.map((row) => {
    const dueOn = row.deadline?.toISOString().slice(0, 10) ?? null;
    const isDone = row.status === "done" || row.status === "cancelled";
    return {
      id: row.id,
      reference: row.reference,
      title: row.title,
      criterionText:
        row.criterion === null ? null : `Tiêu chí ${row.criterion.number} (${row.criterion.title})`,
      responsible: row.bodies.filter((body) => body.role !== "coordinating").map((body) => body.name),
      coordinating: row.bodies.filter((body) => body.role === "coordinating").map((body) => body.name),
      deadlineText: row.deadlineText ?? (dueOn === null ? null : formatDate(dueOn)),
      deadline: dueOn === null || isDone ? null : describeDeadline(dueOn, day),
      isDone,
      recurrence: row.recurrence,
      note: row.note,
    };
  });
}
