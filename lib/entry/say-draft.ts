import type { ResolvedIndicator } from "@/lib/scoring/types";
import { type Draft, readDraft } from "./draft";
import { sayFigure } from "./texts";

/** Without the unit that stands beside the field already. */
export function dropPercent(text: string | null): string | null {
  return text === null ? null : text.replace(/ %$/, "");
}

/** What stands in the inputs of a cell, in one short text: "77,1", "Đạt", or as typed when it cannot be read. */
export function sayDraft(indicator: ResolvedIndicator, draft: Draft): string {
  const reading = readDraft(indicator, draft);
  const said = reading.ok ? dropPercent(sayFigure(indicator, reading.figure)) : null;
  return said ?? (draft.text.trim() || [draft.numerator, draft.denominator].filter(Boolean).join("/"));
}
