import { parseEntry } from "@/lib/figures/parse-entry";
import { formatDecimalInput } from "@/lib/numbers/format";
import type { FigureInput, ResolvedIndicator } from "@/lib/scoring/types";
import type { EntryFigure, FigureEntry } from "@/lib/submissions/entry-types";
import type { CellBase, DraftProblem } from "./sheet-state";

/**
 * What stands in the inputs of one cell, whatever its control: texts as typed, choices as chosen. As soon as a
 * numerator or denominator is typed the value follows from them and `text` is not looked at.
 */
export interface Draft {
  text: string;
  numerator: string;
  denominator: string;
  choice: boolean | null;
  grade: string;
}

export const EMPTY_DRAFT: Draft = {
  text: "",
  numerator: "",
  denominator: "",
  choice: null,
  grade: "",
};

export type DraftReading = { ok: true; figure: FigureInput } | { ok: false; problem: DraftProblem };

/** A stored figure as it stands in the inputs. */
export function makeDraft(indicator: ResolvedIndicator, figure: FigureInput | null | undefined): Draft {
  if (!figure) return EMPTY_DRAFT;
  const byRatio = indicator.hasRatio && figure.numerator !== null && figure.denominator !== null;
  const show = (value: string | null) => (value === null ? "" : formatDecimalInput(value));
  return {
    text: byRatio ? "" : show(figure.value),
    numerator: byRatio ? show(figure.numerator) : "",
    denominator: byRatio ? show(figure.denominator) : "",
    choice: figure.booleanValue,
    grade: figure.gradeValue ?? "",
  };
}

export function makeBase(indicator: ResolvedIndicator, figure: EntryFigure | null): CellBase {
  return {
    draft: makeDraft(indicator, figure),
    note: figure?.note ?? "",
    version: figure?.version ?? 0,
    figure,
  };
}

/** Whether two drafts would be saved as the same thing. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  if (a === b) return true;
  if (a.choice !== b.choice || a.grade !== b.grade) return false;
  return sayNumber(a) === sayNumber(b);
}

function sayNumber(draft: Draft): string {
  return usesRatio(draft) ? `${draft.numerator.trim()} / ${draft.denominator.trim()}` : draft.text.trim();
}

/** Whether the value follows from numerator and denominator. */
export function usesRatio(draft: Draft): boolean {
  return draft.numerator.trim() !== "" || draft.denominator.trim() !== "";
}

/** Whether nothing at all is entered. */
export function isEmptyDraft(draft: Draft): boolean {
  return draft.choice === null && draft.grade === "" && sayNumber(draft) === "";
}

/** What the draft means, or what is wrong with it in a sentence for the user; the server reads it the same way. */
export function readDraft(indicator: ResolvedIndicator, draft: Draft): DraftReading {
  const entry = toEntry(indicator, draft);
  if (entry.kind === "ratio" && (entry.numerator === "" || entry.denominator === "")) {
    const part = entry.numerator === "" ? "numerator" : "denominator";
    const name = part === "numerator" ? "tử số" : "mẫu số";
    return { ok: false, problem: { kind: "refused", part, message: `Còn thiếu ${name}. Ghi thêm ${name}.` } };
  }
  const parsed = parseEntry(indicator, entry);
  if (parsed.ok) return parsed;
  const part = parsed.field ?? "value";
  const candidates = parsed.candidates ?? [];
  const isQuestion = parsed.reason === "ambiguous" && candidates.length > 0;
  return {
    ok: false,
    problem: isQuestion
      ? { kind: "question", part, text: draft[part === "value" ? "text" : part].trim(), candidates }
      : { kind: "refused", part, message: parsed.message },
  };
}

function toEntry(indicator: ResolvedIndicator, draft: Draft): Exclude<FigureEntry, { kind: "keep" }> {
  if (isEmptyDraft(draft)) return { kind: "clear" };
  if (draft.choice !== null) return { kind: "boolean", value: draft.choice };
  if (draft.grade !== "") return { kind: "grade", value: draft.grade };
  return usesRatio(draft) && indicator.hasRatio
    ? { kind: "ratio", numerator: draft.numerator.trim(), denominator: draft.denominator.trim() }
    : { kind: "value", text: draft.text.trim() };
}

/** The draft as the save action takes it; "keep" when only the note differs from what is stored. */
export function toFigureEntry(indicator: ResolvedIndicator, draft: Draft, stored: Draft): FigureEntry {
  return isSameDraft(draft, stored) ? { kind: "keep" } : toEntry(indicator, draft);
}
