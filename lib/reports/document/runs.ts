import { cleanText } from "./clean-text";
import type { DocumentTree, MissingRun, Run, TextRun } from "./types";

type Origin = NonNullable<TextRun["origin"]>;
type Emphasis = Pick<TextRun, "bold" | "italic">;

/** Fixed wording. Text is cleaned here, so that no other place has to remember it. */
export function say(text: string, emphasis: Emphasis = {}): TextRun {
  return { kind: "text", text: cleanText(text), ...emphasis };
}

/** Text taken from data. */
export function tell(text: string, origin: Origin, emphasis: Emphasis = {}): TextRun {
  return { kind: "text", text: cleanText(text), origin, ...emphasis };
}

/** A slot without a value: "[cần bổ sung: tên ô]". */
export function lack(slot: string, label: string, emphasis: Emphasis = {}): MissingRun {
  return { kind: "missing", slot, label: cleanText(label), form: "named", ...emphasis };
}

/** A slot without a value for which paper keeps room. */
export function leaveBlank(slot: string, label: string, blank: string, emphasis: Emphasis = {}): MissingRun {
  return { kind: "missing", slot, label, form: "blank", blank, ...emphasis };
}

/** The value, or the missing slot in its place. */
export function tellOr(value: string | null, origin: Origin, slot: string, label: string): Run {
  return value === null || value.trim() === "" ? lack(slot, label) : tell(value, origin);
}

/** What a run prints. */
export function printRun(run: Run): string {
  if (run.kind === "text") return run.text;
  return run.form === "blank" ? (run.blank ?? "") : `[cần bổ sung: ${run.label}]`;
}

export function printRuns(runs: readonly Run[]): string {
  return runs.map(printRun).join("");
}

/** Every run of a tree in reading order. */
export function* walkRuns(tree: DocumentTree): Generator<Run> {
  const { header, titleBlock } = tree;
  yield* [...(header.parent ?? []).flat(), ...header.issuer.flat(), ...header.number, ...header.placeDate];
  yield* [...titleBlock.headline, ...titleBlock.subject];
  for (const block of [...tree.body, ...(tree.annex ?? [])]) {
    if (block.kind === "table") yield* block.rows.flat(2);
    else if (block.kind === "annex-title") yield* block.reference;
    else yield* block.runs;
  }
  yield* tree.recipients.flat();
  yield* tree.signature.name;
}

export interface MissingSlot {
  slot: string;
  label: string;
}

/** Slots that still need a value, each once, in reading order. */
export function collectMissingSlots(tree: DocumentTree): MissingSlot[] {
  const seen = new Map<string, MissingSlot>();
  for (const run of walkRuns(tree)) {
    if (run.kind === "missing" && !seen.has(run.slot)) {
      seen.set(run.slot, { slot: run.slot, label: run.label });
    }
  }
  return [...seen.values()];
}
