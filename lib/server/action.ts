import "server-only";
import type { z } from "zod";
import { type AuditEntry, recordAudit } from "@/lib/auth/audit-trail";
import { authorizeUnit } from "@/lib/auth/authorize";
import { NOT_FOUND_MESSAGE, SIGNED_OUT_MESSAGE } from "@/lib/auth/messages";
import type { Act } from "@/lib/auth/policy";
import { getSession } from "@/lib/auth/session";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { now } from "./clock";
import { db, type Transaction } from "./db";
import { newErrorId } from "./errors";
import { log } from "./log";
import { refuse } from "./result";

/** What a command is given: who, where, when, one transaction, and the duty to say what it did. */
export interface CommandContext {
  tx: Transaction;
  session: AppSession;
  unit: AuthorizedUnit;
  now: Date;
  /** Writes an audit row in the same transaction; actor, unit and time are filled in. */
  audit(entry: Omit<AuditEntry, "unitId">): Promise<void>;
  /** Says that nothing changed (a repeated call), so that no audit row is due. */
  leaveUnchanged(): void;
}

/** What a command answers; a refusal may carry more than reason and message. */
export type Outcome = { ok: true; value: unknown } | { ok: false; reason: string; message: string };

export type FactoryRefusal = {
  ok: false;
  reason: "signed-out" | "invalid" | "not-found" | "unexpected";
  message: string;
};

export interface CommandDefinition<Schema extends z.ZodType, Answer extends Outcome> {
  /** Name in logs: "figures.save". */
  name: string;
  /** Messages are Vietnamese; the first one is shown. */
  schema: Schema;
  act: Act;
  /** Code of the unit the input is about; without it the user's own unit is meant. */
  unitOf?: (input: z.output<Schema>) => string;
  run: (input: z.output<Schema>, context: CommandContext) => Promise<Answer>;
}

/** Carries a refusal out of the transaction, so that whatever the command wrote before is rolled back. */
class Refused extends Error {
  constructor(readonly answer: Outcome) {
    super("refused");
  }
}

const RETRYABLE = /\b(40001|40P01)\b|P2034|deadlock detected|could not serialize/;

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as Error & { code?: unknown; meta?: unknown };
  return RETRYABLE.test(`${String(code ?? "")} ${JSON.stringify(meta ?? null)} ${error.message}`);
}

/** redirect() and notFound() of Next travel as errors with a digest; they are not failures. */
function isNextSignal(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string" && digest.startsWith("NEXT_");
}

async function runInTransaction<Schema extends z.ZodType, Answer extends Outcome>(
  definition: CommandDefinition<Schema, Answer>,
  input: z.output<Schema>,
  session: AppSession,
  unit: AuthorizedUnit,
): Promise<Answer> {
  const at = now();
  const actor = { id: session.userId, name: session.displayName };
  try {
    return await db.$transaction(
      async (tx) => {
        let isAccounted = false;
        const answer = await definition.run(input, {
          tx,
          session,
          unit,
          now: at,
          async audit(entry) {
            await recordAudit(tx, actor, { ...entry, unitId: unit.id }, at);
            isAccounted = true;
          },
          leaveUnchanged() {
            isAccounted = true;
          },
        });
        if (!answer.ok) throw new Refused(answer);
        if (!isAccounted) throw new Error(`${definition.name} changed something without an audit row`);
        return answer;
      },
      // Two hundred officials on the last evening of a quarter may queue for a connection.
      { maxWait: 15_000, timeout: 15_000 },
    );
  } catch (error) {
    if (error instanceof Refused) return error.answer as Answer;
    throw error;
  }
}

/**
 * Runs a command for a session: schema → unit and policy → transaction → command → audit. The half of the factory
 * that needs no request, so that tests and scripts walk the same way as a browser.
 * Throws only what is unexpected.
 */
export async function executeCommand<Schema extends z.ZodType, Answer extends Outcome>(
  definition: CommandDefinition<Schema, Answer>,
  session: AppSession,
  raw: unknown,
): Promise<Answer | FactoryRefusal> {
  const parsed = definition.schema.safeParse(raw);
  if (!parsed.success) {
    return refuse("invalid", parsed.error.issues[0]?.message ?? "Dữ liệu gửi lên chưa đúng.");
  }
  const input = parsed.data;
  const unit = await authorizeUnit(session, definition.unitOf?.(input) ?? session.unitCode, definition.act);
  if (!unit) return refuse("not-found", NOT_FOUND_MESSAGE);
  try {
    return await runInTransaction(definition, input, session, unit);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return runInTransaction(definition, input, session, unit);
  }
}

/**
 * The one way to make a server action. Server actions are public endpoints, so each goes through
 * session → zod → policy → transaction → audit, and answers with a Result whose sentence says what to do.
 */
export function defineAction<Schema extends z.ZodType, Answer extends Outcome>(
  definition: CommandDefinition<Schema, Answer>,
): (input: z.input<Schema>) => Promise<Answer | FactoryRefusal> {
  return async (raw) => {
    try {
      const session = await getSession();
      if (!session) return refuse("signed-out", SIGNED_OUT_MESSAGE);
      return await executeCommand(definition, session, raw);
    } catch (error) {
      if (isNextSignal(error)) throw error;
      const errorId = newErrorId();
      log.error({ err: error, errorId, action: definition.name }, "action failed");
      return refuse(
        "unexpected",
        `Chưa làm được việc này. Số liệu đã lưu vẫn còn nguyên; thử lại sau vài phút (mã lỗi ${errorId}).`,
      );
    }
  };
}
