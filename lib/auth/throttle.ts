/**
 * How guessing is slowed down: after some free failures each further one makes the next wait longer, up to a cap.
 * Nobody is ever locked out for good, so nobody can lock a colleague out. Pure; the store is throttle-store.ts.
 */

export interface ThrottleRule {
  /** Failures that cost nothing. */
  free: number;
  /** Wait after the first costly failure, in seconds; doubles with each one. */
  baseSeconds: number;
  capSeconds: number;
  /** Failures older than this are forgotten. */
  forgetSeconds: number;
}

export interface ThrottleState {
  failures: number;
  blockedUntil: Date | null;
  updatedAt: Date;
}

export const ACCOUNT_RULE: ThrottleRule = { free: 5, baseSeconds: 2, capSeconds: 300, forgetSeconds: 1800 };
/** An office shares one address, so an address is given more room. */
export const ADDRESS_RULE: ThrottleRule = { free: 30, baseSeconds: 2, capSeconds: 300, forgetSeconds: 1800 };

export type Attempt = { allowed: true; next: ThrottleState } | { allowed: false; waitSeconds: number };

/** Seconds to wait after so many failures. */
export function delayAfter(failures: number, rule: ThrottleRule): number {
  const costly = failures - rule.free;
  return costly <= 0 ? 0 : Math.min(rule.capSeconds, rule.baseSeconds * 2 ** Math.min(costly - 1, 20));
}

/**
 * Decides one attempt and counts it as failed beforehand; a success takes the count back.
 * Counting first is what stops a hundred guesses sent at the same instant.
 */
export function decideAttempt(state: ThrottleState | null, rule: ThrottleRule, now: Date): Attempt {
  const wait = state?.blockedUntil ? (state.blockedUntil.getTime() - now.getTime()) / 1000 : 0;
  if (wait > 0) return { allowed: false, waitSeconds: Math.ceil(wait) };
  const isOld = state === null || now.getTime() - state.updatedAt.getTime() > rule.forgetSeconds * 1000;
  const failures = (isOld ? 0 : state.failures) + 1;
  const delay = delayAfter(failures, rule);
  return {
    allowed: true,
    next: {
      failures,
      blockedUntil: delay > 0 ? new Date(now.getTime() + delay * 1000) : null,
      updatedAt: now,
    },
  };
}
