import { printRun } from "@/lib/reports/document/runs";
import type { Run } from "@/lib/reports/document/types";

const ORIGIN_WORDS = { document: "từ văn bản", figures: "từ số liệu", units: "từ danh mục đơn vị" } as const;

/** Runs of an official document on screen: what comes from data and what is missing can be told apart. */
export function RunText({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const weight = `${run.bold ? "font-bold" : ""} ${run.italic ? "italic" : ""}`;
    const text = printRun(run);
    // A tree is drawn once and never reordered, so the position is the identity.
    const key = `${index}:${text}`;
    if (run.kind === "missing") {
      return (
        <mark
          key={key}
          title={`Cần bổ sung: ${run.label}`}
          className={`border-b-[1.5px] border-dashed border-near bg-near-bg text-ink whitespace-pre-wrap print-exact ${weight}`}
        >
          {text}
        </mark>
      );
    }
    if (run.origin === undefined) {
      return (
        <span key={key} className={weight}>
          {text}
        </span>
      );
    }
    return (
      <span
        key={key}
        title={ORIGIN_WORDS[run.origin]}
        className={`bg-rail/60 print:bg-transparent ${weight}`}
      >
        {text}
      </span>
    );
  });
}
