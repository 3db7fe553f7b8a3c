import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project";

/**
 * Loads data in a process of its own: `reference` is criteria sets, units and source documents, `demo` adds the
 * fictional district and the demo accounts. Loading twice changes nothing. Output is shown only on failure unless `show`.
 */
export async function seedDatabase(url: string, kind: "reference" | "demo", show = false): Promise<void> {
  const script = path.join(projectRoot, "prisma", "seed", "seed.ts");
  if (!existsSync(script)) throw new Error("prisma/seed/seed.ts is missing: nothing to load.");
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", script, kind], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: url, NTM_DEMO: kind === "demo" ? "1" : "0" },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  const output: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`Loading ${kind} data failed.\n${Buffer.concat(output).toString("utf8")}`);
}
