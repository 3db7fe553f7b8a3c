import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "@/prisma/scripts/project";

const folder = mkdtempSync(path.join(tmpdir(), "ntm-drift-"));
const schema = readFileSync(path.join(projectRoot, "prisma/schema.prisma"), "utf8");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The check as CI runs it, on a changed copy of the schema. */
async function check(change: (text: string) => string): Promise<{ code: number; output: string }> {
  const file = path.join(folder, "schema.prisma");
  writeFileSync(file, change(schema));
  const tsx = path.join(projectRoot, "node_modules/tsx/dist/cli.mjs");
  const script = path.join(projectRoot, "prisma/scripts/check-drift.ts");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsx, script, "--schema", file],
      { cwd: projectRoot },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
      },
    );
  });
}

describe("drift check", () => {
  it("passes on the schema as it is", async () => {
    expect(await check((text) => text)).toMatchObject({ code: 0 });
  });

  it.each<[what: string, change: (text: string) => string, sql: RegExp]>([
    [
      "a new column",
      (text) => text.replace("model Figure {", "model Figure {\n  extra String?"),
      /ALTER TABLE "Figure" ADD COLUMN\s+"extra" TEXT/,
    ],
    [
      "a new status",
      (text) => text.replace("enum TaskStatus {", "enum TaskStatus {\n  lost"),
      /"TaskStatus"/,
    ],
    [
      "a dropped index",
      (text) => text.replace("@@unique([submissionId, indicatorId])", ""),
      /DROP INDEX "Figure_submissionId_indicatorId_key"/,
    ],
    [
      "a lost guard index",
      (text) => text.replace(/@@unique\(\[indicatorId, provinceId.*/, ""),
      /DROP INDEX "Threshold_selectors_key"/,
    ],
  ])("fails on %s and names it", async (_, change, sql) => {
    const { code, output } = await check(change);
    expect(code).toBe(1);
    expect(output).toMatch(sql);
  });
});
