import { describe, expect, it } from "vitest";
import { createLog } from "@/lib/server/log";

function capture(): { lines: string[]; write(line: string): void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}

describe("log", () => {
  it("writes one JSON object a line with the time and the level's name", () => {
    const out = capture();
    createLog("info", out).info({ action: "figures.save" }, "saved");
    expect(JSON.parse(out.lines[0] ?? "")).toMatchObject({
      level: "info",
      action: "figures.save",
      msg: "saved",
    });
    expect(JSON.parse(out.lines[0] ?? "").time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("removes secrets, also from inside what is logged", () => {
    const out = capture();
    createLog("info", out).info({
      password: "Demo-NTM-2026",
      user: { passwordHash: "$argon2id$x" },
      request: { headers: { cookie: "sid=1", authorization: "Bearer 1" } },
    });
    expect(out.lines[0]).not.toMatch(/Demo-NTM|argon2id|sid=1|Bearer 1/);
  });
});
