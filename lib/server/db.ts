import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/server/env";
import { type Prisma, PrismaClient } from "@/lib/server/generated/client";

export type Transaction = Prisma.TransactionClient;

const STATEMENT_TIMEOUT_MS = 15_000;

function openClient(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    // Columns hold UTC without a zone; a server set to another zone would shift the database's own defaults.
    options: "-c TimeZone=UTC",
    application_name: "ntm-tracker",
  });
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
