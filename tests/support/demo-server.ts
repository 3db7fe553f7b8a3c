import { DEMO_DAY } from "@/prisma/scripts/prepare";
import { findWebPort, type ServedApp, serveApp } from "@/prisma/scripts/serve";
import { createTestDatabase, type TestDatabase } from "./database";

export interface DemoServer {
  baseUrl: string;
  database: TestDatabase;
  pid: number;
  /** Stops the server and removes its database. */
  stop(): Promise<void>;
}

/** The built application with a private copy of the demonstration's database, on a port of its own. */
export async function startDemoServer(firstPort = 3900): Promise<DemoServer> {
  const database = await createTestDatabase({ seeded: "demo" });
  let app: ServedApp;
  try {
    const port = await findWebPort(firstPort);
    app = await serveApp({
      port,
      env: {
        DATABASE_URL: database.url,
        NEXTAUTH_SECRET: "only-for-tests-0123456789abcdefghij",
        NEXTAUTH_URL: `http://localhost:${port}`,
        NTM_DEMO: "1",
        NTM_TODAY: DEMO_DAY,
        LOG_LEVEL: "warn",
        // The runner's odd zone must not reach the server: an office's server runs in its own.
        TZ: "Asia/Ho_Chi_Minh",
      },
    });
  } catch (error) {
    await database.drop();
    throw error;
  }
  return {
    baseUrl: app.address,
    database,
    pid: app.process.pid ?? 0,
    stop: async () => {
      await app.stop();
      await database.drop();
    },
  };
}
