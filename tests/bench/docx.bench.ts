import { exportConclusionNotice } from "@/lib/reports/conclusion-notice/export-notice";
import { prepareConclusionNotice } from "@/lib/reports/conclusion-notice/prepare-notice";
import type { BenchRow } from "../support/bench";
import { makeBanBoFacts } from "../unit/reports/notice-facts";

const WARM_UPS = 3;
const RUNS = 25;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One conclusion notice with its annex, from facts to the bytes of the file. */
export async function benchDocx(): Promise<BenchRow[]> {
  const facts = makeBanBoFacts();
  const whole: number[] = [];
  const treeOnly: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    const start = performance.now();
    prepareConclusionNotice(facts, { withAnnex: true });
    const middle = performance.now();
    const file = await exportConclusionNotice(facts, { withAnnex: true }, "bench");
    if (!file.ok) throw new Error(file.message);
    if (run < WARM_UPS) continue;
    treeOnly.push(middle - start);
    whole.push(performance.now() - middle);
  }
  return [
    {
      name: "docx: thông báo kết luận có phụ lục",
      value: median(whole),
      unit: "ms",
      goal: 300,
      floor: median(treeOnly),
      note: "floor = facts to document tree; the rest is the docx library writing XML and zipping it",
    },
  ];
}

export default benchDocx;
