import "server-only";
import { db } from "@/lib/server/db";
import { recordAudit } from "./audit-trail";
import { PASSWORD_MAX, USERNAME_MAX } from "./constants";
import { toThrottledCode } from "./messages";
import { verifyPassword } from "./passwords";
import { openSession, revokeSession, type SessionTicket } from "./session-store";
import { forgiveAttempt, reserveAttempt } from "./throttle-store";

export interface SignInAttempt {
  username: string;
  password: string;
  address: string | null;
  userAgent: string | null;
}

/** `code` is what the login form gets; words for it are in messages.ts. */
export type SignInOutcome = { ok: true; userId: number; ticket: SessionTicket } | { ok: false; code: string };

const WRONG = { ok: false, code: "CredentialsSignin" } as const;

/**
 * Checks a name and a password and opens a session. Every refusal but "too many attempts" is one and the same:
 * unknown name, wrong password, disabled account, demo account outside the demonstration.
 */
export async function signIn(
  attempt: SignInAttempt,
  options: { now: Date; allowDemo: boolean },
): Promise<SignInOutcome> {
  const { now, allowDemo } = options;
  const username = attempt.username.trim().normalize("NFC").toLowerCase();
  const { password, address } = attempt;
  if (!username || !password || username.length > USERNAME_MAX || password.length > PASSWORD_MAX) {
    return WRONG;
  }
  const wait = await reserveAttempt(username, address, now);
  if (wait > 0) return { ok: false, code: toThrottledCode(wait) };

  const user = await db.user.findUnique({ where: { username } });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user) return WRONG;
  const actor = { id: user.id, name: user.displayName, address };
  const entry = { unitId: user.unitId, entity: "User", entityId: String(user.id) };
  if (!matches || user.disabledAt || (user.isDemo && !allowDemo)) {
    await recordAudit(db, actor, { act: "session.refuse", ...entry }, now);
    return WRONG;
  }
  const ticket = await db.$transaction(async (tx) => {
    const opened = await openSession(tx, user, attempt, now);
    await recordAudit(tx, actor, { act: "session.start", ...entry }, now);
    return opened;
  });
  await forgiveAttempt(username, address, now);
  return { ok: true, userId: user.id, ticket };
}

/** Ends a session on the server, so that a copied cookie is worth nothing; ending twice does nothing. */
export async function signOut(sessionId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await revokeSession(tx, sessionId, now);
    if (!ended) return;
    const { user } = ended;
    await recordAudit(
      tx,
      { id: user.id, name: user.displayName },
      { act: "session.end", unitId: user.unitId, entity: "User", entityId: String(user.id) },
      now,
    );
  });
}
