/** Expected outcomes are returned, surprises are thrown. `message` is a Vietnamese sentence that says what to do. */
export type Result<T, Reason extends string = string> =
  | { ok: true; value: T }
  | { ok: false; reason: Reason; message: string };

export function succeed<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<Reason extends string>(
  reason: Reason,
  message: string,
): { ok: false; reason: Reason; message: string } {
  return { ok: false, reason, message };
}
