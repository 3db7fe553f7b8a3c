import "server-only";
import type { Transaction } from "@/lib/server/db";
import { ABSOLUTE_HOURS, IDLE_MINUTES, TOUCH_SECONDS } from "./constants";
import type { AppSession, UserRole } from "./types";

/** What the signed cookie carries: a row to look up, never a right. */
export interface SessionTicket {
  sessionId: string;
  sessionVersion: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface SessionRow {
  userId: number;
  lastSeenAt: Date;
  username: string;
  displayName: string;
  position: string;
  role: UserRole;
  unitId: number;
  unitCode: string;
  unitLabel: string;
  criterionIds: number[];
}

/** Opens a session row for a user whose password was just checked. */
export async function openSession(
  tx: Transaction,
  user: { id: number; sessionVersion: number },
  origin: { address: string | null; userAgent: string | null },
  now: Date,
): Promise<SessionTicket> {
  const row = await tx.userSession.create({
    data: {
      userId: user.id,
      sessionVersion: user.sessionVersion,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000),
      address: origin.address,
      userAgent: origin.userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true, sessionVersion: true },
  });
  return { sessionId: row.id, sessionVersion: row.sessionVersion };
}

/**
 * The session behind a ticket, or null when it was revoked, ran out, idled too long, or its user was disabled or
 * changed since. One query; run on every request.
 */
export async function loadSession(
  client: Transaction,
  ticket: SessionTicket,
  options: { now: Date; allowDemo: boolean },
): Promise<AppSession | null> {
  if (!UUID.test(ticket.sessionId)) return null;
  const { now, allowDemo } = options;
  const idleLimit = new Date(now.getTime() - IDLE_MINUTES * 60_000);
  const rows = await client.$queryRaw<SessionRow[]>`
    SELECT s."userId", s."lastSeenAt", u."username", u."displayName", u."position", u."role"::text AS "role",
           u."unitId", n."code" AS "unitCode", btrim(n."kind" || ' ' || n."name") AS "unitLabel",
           ARRAY(SELECT c."criterionId" FROM "UserCriterion" c WHERE c."userId" = u."id" ORDER BY 1) AS "criterionIds"
    FROM "UserSession" s
    JOIN "User" u ON u."id" = s."userId"
    JOIN "AdministrativeUnit" n ON n."id" = u."unitId"
    WHERE s."id" = ${ticket.sessionId}::uuid
      AND s."revokedAt" IS NULL AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${idleLimit}
      AND s."sessionVersion" = ${ticket.sessionVersion} AND u."sessionVersion" = s."sessionVersion"
      AND u."disabledAt" IS NULL AND (NOT u."isDemo" OR ${allowDemo})`;
  const row = rows[0];
  if (!row) return null;
  const touchLimit = new Date(now.getTime() - TOUCH_SECONDS * 1000);
  if (row.lastSeenAt < touchLimit) {
    await client.$executeRaw`
      UPDATE "UserSession" SET "lastSeenAt" = ${now}
      WHERE "id" = ${ticket.sessionId}::uuid AND "lastSeenAt" < ${touchLimit}`;
  }
  const { lastSeenAt: _, ...user } = row;
  return { sessionId: ticket.sessionId, ...user };
}

/** Ends one session at once; returns whose it was, or null when it was over already. */
export async function revokeSession(tx: Transaction, sessionId: string, now: Date) {
  if (!UUID.test(sessionId)) return null;
  const ended = await tx.userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
  });
  if (ended.count === 0) return null;
  return tx.userSession.findUnique({
    where: { id: sessionId },
    select: { user: { select: { id: true, displayName: true, unitId: true } } },
  });
}
