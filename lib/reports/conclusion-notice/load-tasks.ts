import "server-only";
import type { Transaction } from "@/lib/server/db";
import type { GoalFacts, TaskFacts } from "./facts";

interface TaskScope {
  unitId: number;
  setId: number;
  /** The source notice: then only what it assigns. Null: every open task of the unit. */
  documentId: number | null;
}

export interface NoticeTasks {
  byCriterion: ReadonlyMap<number, TaskFacts[]>;
  /** Tasks of the source notice that belong to no single criterion. */
  general: TaskFacts[];
}

/** Tasks by criterion id, in the order of their document. */
export async function loadNoticeTasks(tx: Transaction, scope: TaskScope): Promise<NoticeTasks> {
  const rows = await tx.task.findMany({
    where: {
      unitId: scope.unitId,
      ...(scope.documentId === null
        ? { status: { in: ["open", "in_progress"] }, criterion: { setId: scope.setId } }
        : { documentId: scope.documentId, status: { not: "cancelled" } }),
    },
    include: { bodies: { orderBy: [{ sortOrder: "asc" }, { id: "asc" }] } },
    orderBy: { id: "asc" },
  });
  const byCriterion = new Map<number, TaskFacts[]>();
  const general: TaskFacts[] = [];
  for (const row of rows) {
    const named = (isLead: boolean) =>
      row.bodies.filter((body) => (body.role !== "coordinating") === isLead).map((body) => body.name);
    const task: TaskFacts = {
      title: row.title,
      responsible: named(true),
      coordinating: named(false),
      deadlineText: row.deadlineText,
      deadline: row.deadline?.toISOString().slice(0, 10) ?? null,
    };
    if (row.criterionId === null) general.push(task);
    else byCriterion.set(row.criterionId, [...(byCriterion.get(row.criterionId) ?? []), task]);
  }
  return { byCriterion, general };
}

/** The unit's latest milestone that speaks of the whole set. */
export async function loadGoal(tx: Transaction, scope: TaskScope): Promise<GoalFacts | null> {
  const milestone = await tx.milestone.findFirst({
    where: {
      unitId: scope.unitId,
      setId: scope.setId,
      criterionId: null,
      ...(scope.documentId === null ? {} : { documentId: scope.documentId }),
    },
    orderBy: { dueOn: "desc" },
  });
  if (milestone === null) return null;
  return {
    dueText: milestone.dueText,
    phrase: /cơ bản đạt/iu.test(milestone.title) ? "cơ bản đạt" : "đạt",
    targetMet: milestone.targetMet,
  };
}
