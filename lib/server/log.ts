import { type Logger, pino } from "pino";
import { env } from "@/lib/server/env";

const SECRET_FIELDS = [
  "password",
  "passwordHash",
  "secret",
  "token",
  "cookie",
  "authorization",
  "DATABASE_URL",
  "connectionString",
];

/** A JSON logger that never prints a secret, wherever one or two levels deep it stands. */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: "[removed]",
      },
    },
    ...(destination ? [destination] : []),
  );
}

let shared: Logger | undefined;

/** The application's log: one JSON object a line on standard output. */
export const log: Logger = new Proxy({} as Logger, {
  get: (_, name) => {
    shared ??= createLog(env.LOG_LEVEL);
    const member: unknown = Reflect.get(shared, name);
    return typeof member === "function" ? member.bind(shared) : member;
  },
});
