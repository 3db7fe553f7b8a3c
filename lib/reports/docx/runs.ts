import { TextRun as DocxRun, UnderlineType } from "docx";
import { printRun } from "../document/runs";
import type { Run } from "../document/types";

export interface RunLook {
  size?: number;
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
}

/** Runs of the tree as Word runs. A named missing slot is highlighted so that nobody signs over it. */
export function drawRuns(runs: readonly Run[], look: RunLook = {}): DocxRun[] {
  return runs.map((run) => {
    const isMissing = run.kind === "missing" && run.form === "named";
    return new DocxRun({
      text: printRun(run),
      bold: run.bold ?? look.bold,
      italics: run.italic ?? look.italics,
      ...(look.size === undefined ? {} : { size: look.size }),
      ...(look.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
      ...(isMissing ? { highlight: "yellow" as const } : {}),
    });
  });
}

/** Wording without slots. */
export function drawText(text: string, look: RunLook = {}): DocxRun[] {
  return drawRuns([{ kind: "text", text }], look);
}
