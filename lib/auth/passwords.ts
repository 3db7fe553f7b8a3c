import { hash, verify } from "@node-rs/argon2";

/** argon2id (the package's default), memory 19 MiB, 2 passes, 1 lane: the first choice of the OWASP cheat sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Encoded argon2id hash ("$argon2id$v=19$…") with its own random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

let dummy: Promise<string> | null = null;

/**
 * Checks a password; `passwordHash` null stands for "no such account" and costs the same time,
 * so that an answer's delay does not tell which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody's password");
  const matches = await verify(passwordHash ?? (await dummy), password.normalize("NFC")).catch(() => false);
  return passwordHash !== null && matches;
}
