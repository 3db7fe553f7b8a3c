import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/server/env";
import { type Prisma, PrismaClient } from "@/lib/server/generated/client";

export type Transaction = Prisma.TransactionClient;

const STATEMENT_TIMEOUT_MS = 15_000;

/** Lists of values make a new text for every length; naming those would fill the connections with statements. */
const HAS_LIST = /\bIN \(\$\d+,/i;
const names = new Map<string, string>();
const MAX_NAMES = 500;

/**
 * A name per statement text, so that PostgreSQL parses and plans it once per connection: for the overview's four
 * statements that is half of their time.
 */
function nameStatement({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // An empty name is PostgreSQL's unnamed statement, planned anew each time.
  if (names.size >= MAX_NAMES || HAS_LIST.test(sql)) return "";
  const name = `ntm_${createHash("sha1").update(sql).digest("base64url")}`;
  names.set(sql, name);
  return name;
}

function openClient(): PrismaClient {
  const config = {
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    // Columns hold UTC without a zone; a server set to another zone would shift the database's own defaults.
    options: "-c TimeZone=UTC",
    application_name: "ntm-tracker",
  };
  const adapter = new PrismaPg(config, { statementNameGenerator: nameStatement });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: STATEMENT_TIMEOUT_MS },
  });
}

// Next reloads modules in development; a client per reload would run the server out of connections.
const shared = globalThis as typeof globalThis & { ntmPrisma?: PrismaClient };

function getClient(): PrismaClient {
  shared.ntmPrisma ??= openClient();
  return shared.ntmPrisma;
}

/** The application's one Prisma client; connects at first use, so that a build needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => {
    const client = getClient();
    const member: unknown = Reflect.get(client, name);
    return typeof member === "function" ? member.bind(client) : member;
  },
});
