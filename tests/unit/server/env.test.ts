import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnv } from "@/lib/server/env";

const SOUND = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://ntm:secret@db.example.test:5432/ntm",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  NEXTAUTH_URL: "https://ntm.example.test",
};

describe("readEnv", () => {
  it("accepts what production needs, with defaults for the rest", () => {
    expect(readEnv(SOUND)).toMatchObject({ ...SOUND, DATABASE_POOL_SIZE: 10, LOG_LEVEL: "info" });
    expect(readEnv({ ...SOUND, NTM_DEMO: "", NTM_TODAY: "", LOG_LEVEL: "" }).NTM_TODAY).toBeUndefined();
  });

  it.each<[change: Record<string, string | undefined>, variable: string, advice: RegExp]>([
    [{ DATABASE_URL: undefined }, "DATABASE_URL is not set", /postgresql:\/\/user:password@host/],
    [{ DATABASE_URL: " " }, "DATABASE_URL is empty", /Set it to/],
    [{ DATABASE_URL: "mysql://a@b/c" }, "DATABASE_URL is not a PostgreSQL address", /Set it to/],
    [{ DATABASE_URL: "postgresql://host" }, "DATABASE_URL is not a PostgreSQL address", /Set it to/],
    [{ NEXTAUTH_SECRET: undefined }, "NEXTAUTH_SECRET is not set", /openssl rand/],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET is shorter than 32 characters", /openssl rand/],
    [{ NEXTAUTH_URL: undefined }, "NEXTAUTH_URL is not set", /address users type/],
    [{ NEXTAUTH_URL: "ntm.example.test" }, "NEXTAUTH_URL is not a web address", /address users type/],
    [{ NTM_DEMO: "yes" }, 'NTM_DEMO is neither "1" nor "0"', /or remove it/],
    [{ NTM_DEMO: "1", NTM_TODAY: "2024-02-30" }, "NTM_TODAY is not a day", /or remove it/],
    [{ NTM_TODAY: "2024-12-30" }, "NTM_TODAY is set without NTM_DEMO=1", /remove NTM_TODAY/],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is none of", /or remove it/],
    [{ DATABASE_POOL_SIZE: "many" }, 'DATABASE_POOL_SIZE is "many"', /or remove it/],
    [{ DATABASE_POOL_SIZE: "0" }, "DATABASE_POOL_SIZE", /or remove it/],
  ])("stops at %o with one sentence that mends it", (change, variable, advice) => {
    const attempt = () => readEnv({ ...SOUND, ...change });
    expect(attempt).toThrow(EnvironmentError);
    expect(attempt).toThrow(variable);
    expect(attempt).toThrow(advice);
  });

  it("never prints the value of a secret", () => {
    expect(() => readEnv({ ...SOUND, NEXTAUTH_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2)/);
  });

  it("lets the demonstration pretend a day, and development do without an address", () => {
    expect(readEnv({ ...SOUND, NTM_DEMO: "1", NTM_TODAY: "2024-12-30" }).NTM_TODAY).toBe("2024-12-30");
    const { NEXTAUTH_URL: _, ...rest } = SOUND;
    expect(readEnv({ ...rest, NODE_ENV: "development" }).NEXTAUTH_URL).toBe("http://localhost:3000");
  });
});
