/** Resident memory of the application's process after everything before has hit it. Runs last by its name. */
import { readFileSync } from "node:fs";
import type { Bench } from "@/tests/support/bench";

const bench: Bench = async ({ serverPid }) => {
  const status = readFileSync(`/proc/${serverPid}/status`, "utf8");
  const read = (key: string) =>
    Number(new RegExp(`^${key}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  if (read("VmRSS") === 0) throw new Error("memory can be read on Linux only");
  return [
    {
      name: "resident memory of the application after the bench",
      value: read("VmRSS"),
      unit: "MB",
      goal: 450,
      note: `highest in this run ${read("VmHWM").toFixed(0)} MB.`,
    },
  ];
};

export default bench;
