/**
 * The only reader of process.env in the application. A variable that is missing or wrong stops the
 * start with one sentence: which, what is wrong, how to mend it. `.env.example` explains each.
 */
import { z } from "zod";

const SECRET_LENGTH = 32;
const DEVELOPMENT_ADDRESS = "http://localhost:3000";

const text = (name: string, advice: string) =>
  z
    .string({ error: `${name} is not set. ${advice}` })
    .trim()
    .min(1, `${name} is empty. ${advice}`);

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return ["postgres:", "postgresql:"].includes(protocol) && hostname !== "" && pathname.length > 1;
}

function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const DATABASE_ADVICE =
  'Set it to the address of a PostgreSQL database, such as postgresql://user:password@host:5432/ntm; for a trial run "npm run demo", which brings its own.';
const SECRET_ADVICE = `Set it to at least ${SECRET_LENGTH} random characters, for example the output of: openssl rand -base64 48`;
const ADDRESS_ADVICE = "Set it to the address users type, such as https://ntm.example.gov.vn";

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).catch("development"),
    DATABASE_URL: text("DATABASE_URL", DATABASE_ADVICE).refine(
      isPostgresUrl,
      `DATABASE_URL is not a PostgreSQL address. ${DATABASE_ADVICE}`,
    ),
    DATABASE_POOL_SIZE: z.coerce
      .number()
      .int()
      .min(1)
      .max(100, "")
      .catch((context) => {
        if (context.value === undefined) return 10;
        throw new EnvironmentError(
          `DATABASE_POOL_SIZE is "${String(context.value)}", not a whole number from 1 to 100. Correct it, or remove it to have 10 connections.`,
        );
      }),
    NEXTAUTH_SECRET: text("NEXTAUTH_SECRET", SECRET_ADVICE).min(
      SECRET_LENGTH,
      `NEXTAUTH_SECRET is shorter than ${SECRET_LENGTH} characters. ${SECRET_ADVICE}`,
    ),
    NEXTAUTH_URL: text("NEXTAUTH_URL", ADDRESS_ADVICE)
      .refine(
        (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
        `NEXTAUTH_URL is not a web address. ${ADDRESS_ADVICE}`,
      )
      .optional(),
    NTM_DEMO: z
      .enum(["0", "1"], {
        error: 'NTM_DEMO is neither "1" nor "0". Set it to 1 for the demonstration, or remove it.',
      })
      .optional(),
    NTM_TODAY: z
      .string()
      .refine(isRealDay, "NTM_TODAY is not a day such as 2024-12-30. Correct it, or remove it.")
      .optional(),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error:
          "LOG_LEVEL is none of fatal, error, warn, info, debug, trace, silent. Correct it, or remove it.",
      })
      .default("info"),
    /** Name of the newest migration, put in by the build (next.config.ts); the health check compares it. */
    NTM_NEWEST_MIGRATION: z.string().optional(),
  })
  .superRefine((value, context) => {
    if (value.NTM_TODAY && value.NTM_DEMO !== "1") {
      context.addIssue({
        code: "custom",
        message:
          "NTM_TODAY is set without NTM_DEMO=1. Only the demonstration may pretend another day: remove NTM_TODAY.",
      });
    }
    if (value.NODE_ENV === "production" && !value.NEXTAUTH_URL) {
      context.addIssue({ code: "custom", message: `NEXTAUTH_URL is not set. ${ADDRESS_ADVICE}` });
    }
  })
  .transform((value) => ({ ...value, NEXTAUTH_URL: value.NEXTAUTH_URL ?? DEVELOPMENT_ADDRESS }));

export type Env = z.infer<typeof schema>;

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Checks a set of variables; throws EnvironmentError with one sentence for the first that is wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty value, as in `NTM_TODAY=`, means not set for the optional ones.
  const optional = ["NTM_DEMO", "NTM_TODAY", "NEXTAUTH_URL", "LOG_LEVEL", "DATABASE_POOL_SIZE"];
  const cleaned = { ...source };
  for (const name of optional) if (cleaned[name]?.trim() === "") delete cleaned[name];
  const parsed = schema.safeParse(cleaned);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues[0]?.message ?? "The environment is not valid.");
}

let cached: Env | undefined;

function loadEnv(): Env {
  // Named in full because the build writes its value in place of exactly this expression.
  cached ??= readEnv({ ...process.env, NTM_NEWEST_MIGRATION: process.env.NTM_NEWEST_MIGRATION });
  return cached;
}

/** Checked at first use, so that a build, which has no secrets, can load modules that mention it. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => Reflect.get(loadEnv(), name),
});
