import "server-only";
import { db, type Transaction } from "@/lib/server/db";
import { ACCOUNT_RULE, ADDRESS_RULE, decideAttempt, type ThrottleRule } from "./throttle";

/** Rows nobody touched for this long are swept away. */
const SWEEP_MS = 24 * 3600 * 1000;

function listKeys(username: string, address: string | null): { key: string; rule: ThrottleRule }[] {
  const keys = [{ key: `account:${username}`, rule: ACCOUNT_RULE }];
  if (address) keys.push({ key: `address:${address}`, rule: ADDRESS_RULE });
  return keys;
}

async function lockState(tx: Transaction, key: string, now: Date) {
  await tx.$executeRaw`
    INSERT INTO "SignInThrottle" ("key", "failures", "updatedAt") VALUES (${key}, 0, ${now})
    ON CONFLICT ("key") DO NOTHING`;
  await tx.$queryRaw`SELECT 1 AS locked FROM "SignInThrottle" WHERE "key" = ${key} FOR UPDATE`;
  return tx.signInThrottle.findUnique({ where: { key } });
}

/**
 * Counts an attempt for the account and the address before the password is looked at.
 * Returns the seconds to wait, or 0 when the attempt may go on.
 */
export async function reserveAttempt(username: string, address: string | null, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    let wait = 0;
    const writes: { key: string; failures: number; blockedUntil: Date | null }[] = [];
    // Always account before address: one order of locks, no deadlock.
    for (const { key, rule } of listKeys(username, address)) {
      const attempt = decideAttempt(await lockState(tx, key, now), rule, now);
      if (!attempt.allowed) wait = Math.max(wait, attempt.waitSeconds);
      else writes.push({ key, failures: attempt.next.failures, blockedUntil: attempt.next.blockedUntil });
    }
    if (wait > 0) return wait;
    for (const { key, ...data } of writes) {
      await tx.signInThrottle.update({ where: { key }, data: { ...data, updatedAt: now } });
    }
    return 0;
  });
}

/** Takes back what `reserveAttempt` counted: the account starts afresh, the address loses one failure. */
export async function forgiveAttempt(username: string, address: string | null, now: Date): Promise<void> {
  await db.signInThrottle.deleteMany({
    where: {
      OR: [{ key: `account:${username}` }, { updatedAt: { lt: new Date(now.getTime() - SWEEP_MS) } }],
    },
  });
  if (!address) return;
  await db.$executeRaw`
    UPDATE "SignInThrottle" SET "failures" = GREATEST("failures" - 1, 0), "blockedUntil" = NULL
    WHERE "key" = ${`address:${address}`}`;
}
