import { type EntryField, listFields } from "@/lib/entry/fields";
import { foldText } from "@/lib/numbers/fold";
import type { ResolvedSet } from "@/lib/scoring/types";
import type { ColumnMapping, RawCell, RawSheet, SheetLine } from "./types";

/** A cell in the words a user sees, for matching and headings. */
export function sayCell(cell: RawCell | undefined): string {
  if (!cell) return "";
  if (cell.kind === "number") return cell.value;
  if (cell.kind === "text") return cell.text.replace(/\s+/g, " ").trim();
  return "";
}

/** "17.3.", " 17,3 ", "Chỉ tiêu 17.3" → "17.3". */
export function normaliseCode(text: string): string {
  return foldText(text)
    .replace(/^(chi tieu|tieu chi|ct|tc)\s*/, "")
    .replace(/,/g, ".")
    .replace(/[.):\s]+$/, "")
    .replace(/\s+/g, "");
}

const MIN_SIMILARITY = 0.6;
/** How much better the best must be than the second. */
const CLEAR_LEAD = 0.1;

function wordsOf(text: string): Set<string> {
  return new Set(
    foldText(text)
      .split(/[^\p{L}\p{N}%]+/u)
      .filter((word) => word !== ""),
  );
}

/** Shared words over all words, 0..1. */
function compareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

interface Candidate {
  field: EntryField;
  code: string;
  folded: string;
  words: Set<string>;
}

function findByName(candidates: readonly Candidate[], text: string): Candidate | null {
  const folded = foldText(text);
  if (folded === "") return null;
  const same = candidates.filter((candidate) => candidate.folded === folded);
  if (same.length === 1) return same[0] ?? null;
  if (same.length > 1) return null;
  const words = wordsOf(text);
  const rated = candidates
    .map((candidate) => ({ candidate, likeness: compareWords(words, candidate.words) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = rated;
  if (!best || best.likeness < MIN_SIMILARITY) return null;
  return best.likeness - (second?.likeness ?? 0) >= CLEAR_LEAD ? best.candidate : null;
}

/** A row with a value that speaks of no indicator. */
export interface RowSkipped {
  row: number;
  text: string;
}

/**
 * Lines of a user's own sheet under a mapping. A row is found by its code; where the code column holds a number,
 * "8.10" has become 8.1, so a name that says otherwise wins. Rows that speak of no indicator but hold a value are
 * told as skipped.
 */
export function matchFields(
  sheet: RawSheet,
  mapping: ColumnMapping,
  set: ResolvedSet,
): { lines: SheetLine[]; skipped: RowSkipped[] } {
  const candidates = listFields(set).map((field) => ({
    field,
    code: normaliseCode(field.indicator.code),
    folded: foldText(field.indicator.title),
    words: wordsOf(field.indicator.title),
  }));
  const lines: SheetLine[] = [];
  const skipped: RowSkipped[] = [];
  const cellOf = (cells: Record<string, RawCell>, column: string | null) =>
    column === null ? null : (cells[column] ?? null);
  for (const { number: row, cells } of sheet.rows) {
    if (row <= mapping.headerRow) continue;
    const codeText = sayCell(cells[mapping.code ?? ""]);
    const nameText = sayCell(cells[mapping.name ?? ""]);
    const code = normaliseCode(codeText);
    const byCode = code === "" ? [] : candidates.filter((candidate) => candidate.code === code);
    const byName = findByName(candidates, nameText);
    const isNumeric = cells[mapping.code ?? ""]?.kind === "number";
    const found =
      byCode.length === 1 && !(isNumeric && byName && byName !== byCode[0]) ? byCode[0] : (byName ?? null);
    const line = {
      value: cellOf(cells, mapping.value),
      numerator: cellOf(cells, mapping.numerator),
      denominator: cellOf(cells, mapping.denominator),
      note: cellOf(cells, mapping.note),
    };
    if (!found) {
      if (line.value !== null && (codeText !== "" || nameText !== "")) {
        skipped.push({ row, text: [codeText, nameText].filter(Boolean).join(" ").slice(0, 80) });
      }
      continue;
    }
    // A heading row of a criterion with a single indicator carries the same code and nothing to read.
    if (line.value === null && line.numerator === null && line.denominator === null) continue;
    lines.push({
      row,
      indicatorId: found.field.indicator.id,
      columns: {
        value: mapping.value,
        numerator: mapping.numerator,
        denominator: mapping.denominator,
        note: mapping.note,
      },
      ...line,
      base: null,
    });
  }
  return { lines, skipped };
}
