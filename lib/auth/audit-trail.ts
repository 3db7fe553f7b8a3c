import type { Transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

/** Who an audit row names; `id` null for a script or the system. */
export interface AuditActor {
  id: number | null;
  name: string;
  address?: string | null;
}

export interface AuditEntry {
  /** What was done: "figure.save", "submission.send". */
  act: string;
  unitId: number | null;
  entity: string;
  entityId: string;
  before?: Prisma.InputJsonValue | null;
  after?: Prisma.InputJsonValue | null;
}

/** Writes one audit row inside the caller's transaction: the row stands or falls with the change it tells of. */
export async function recordAudit(
  tx: Transaction,
  actor: AuditActor,
  entry: AuditEntry,
  at: Date,
): Promise<void> {
  const before = entry.before == null ? null : JSON.stringify(entry.before);
  const after = entry.after == null ? null : JSON.stringify(entry.after);
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" ("at", "actorId", "actorName", "act", "unitId", "entity", "entityId", "before", "after", "address")
    VALUES (${at}, ${actor.id}, ${actor.name}, ${entry.act}, ${entry.unitId}, ${entry.entity}, ${entry.entityId},
            ${before}::jsonb, ${after}::jsonb, ${actor.address ?? null})`;
}
