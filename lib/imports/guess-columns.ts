import { listFields } from "@/lib/entry/fields";
import { foldText } from "@/lib/numbers/fold";
import type { ResolvedSet } from "@/lib/scoring/types";
import { matchFields, normaliseCode, sayCell } from "./match-fields";
import type { ColumnMapping, RawSheet } from "./types";

/** Words that head a column, folded; the first list that matches wins. */
const HEAD_WORDS = {
  numerator: ["tu so", "so dat", "so luong dat"],
  denominator: ["mau so", "tong so"],
  note: ["ghi chu", "giai trinh", "dien giai", "nguon"],
  code: ["ma so", "ma chi tieu", "ma", "stt", "tt", "so tt", "so hieu"],
  name: ["ten chi tieu", "noi dung chi tieu", "noi dung", "chi tieu", "tieu chi", "ten"],
  value: [
    "so lieu ky nay",
    "ket qua thuc hien",
    "thuc hien",
    "ket qua",
    "gia tri",
    "so lieu",
    "ty le",
    "hien trang",
    "quy",
    "dat",
  ],
} as const;

type Role = keyof typeof HEAD_WORDS;
const ROLES = Object.keys(HEAD_WORDS) as Role[];

/** Headings are looked for in the first rows only. */
const HEADING_DEPTH = 30;

function roleOf(text: string): Role | null {
  const folded = foldText(text);
  if (folded === "" || folded.length > 60) return null;
  const exact = ROLES.find((role) => HEAD_WORDS[role].some((word) => word === folded));
  return (
    exact ??
    ROLES.find((role) => HEAD_WORDS[role].some((word) => ` ${folded} `.includes(` ${word} `))) ??
    null
  );
}

/** Column letters in the order of the sheet: A … Z, AA … */
export function compareColumns(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Every column that holds anything, with what stands in its heading. */
export function listColumns(sheet: RawSheet, headerRow: number): { column: string; heading: string }[] {
  const columns = new Set(sheet.rows.flatMap((row) => Object.keys(row.cells)));
  const heading = sheet.rows.find((row) => row.number === headerRow);
  return [...columns].sort(compareColumns).map((column) => ({
    column,
    heading: sayCell(heading?.cells[column]).slice(0, 60),
  }));
}

function findHeaderRow(sheet: RawSheet, firstMatch: number | null): number {
  let best = { row: 0, hits: 1 };
  for (const row of sheet.rows) {
    if (row.number > HEADING_DEPTH || (firstMatch !== null && row.number >= firstMatch)) break;
    const roles = new Set(Object.values(row.cells).map((cell) => roleOf(sayCell(cell))));
    roles.delete(null);
    if (roles.size > best.hits) best = { row: row.number, hits: roles.size };
  }
  if (best.row > 0) return best.row;
  const above = sheet.rows.filter((row) => firstMatch !== null && row.number < firstMatch).at(-1);
  return above?.number ?? 0;
}

function countMatches(sheet: RawSheet, set: ResolvedSet) {
  const fields = listFields(set);
  const codes = new Set(fields.map(({ indicator }) => normaliseCode(indicator.code)));
  const names = new Set(fields.map(({ indicator }) => foldText(indicator.title)));
  const counts = new Map<string, { codes: number; names: number; firstRow: number }>();
  for (const row of sheet.rows) {
    for (const [column, cell] of Object.entries(row.cells)) {
      const text = sayCell(cell);
      const isCode = codes.has(normaliseCode(text));
      const isName = names.has(foldText(text));
      if (!isCode && !isName) continue;
      const count = counts.get(column) ?? { codes: 0, names: 0, firstRow: row.number };
      if (isCode) count.codes += 1;
      if (isName) count.names += 1;
      counts.set(column, count);
    }
  }
  return counts;
}

function pickColumn(counts: ReturnType<typeof countMatches>, what: "codes" | "names"): string | null {
  let best: string | null = null;
  for (const [column, count] of counts) {
    if (count[what] > (best === null ? 1 : (counts.get(best)?.[what] ?? 0))) best = column;
  }
  return best;
}

/**
 * A proposal of how to read one sheet of the user's own: the heading row by its words, the code and name columns
 * by what they hold, the others by their headings, accents aside. Null when nothing on the sheet speaks of the set.
 */
export function guessColumns(sheet: RawSheet, set: ResolvedSet): ColumnMapping | null {
  const counts = countMatches(sheet, set);
  const code = pickColumn(counts, "codes");
  const name = pickColumn(counts, "names");
  const anchor = code ?? name;
  const firstMatch = anchor === null ? null : (counts.get(anchor)?.firstRow ?? null);
  const headerRow = findHeaderRow(sheet, firstMatch);
  const columns = listColumns(sheet, headerRow);
  const byRole = (role: Role) =>
    columns.find(({ column, heading }) => column !== code && column !== name && roleOf(heading) === role)
      ?.column ?? null;
  const nameColumn = name ?? byRole("name");
  const codeColumn = code ?? (nameColumn === null ? byRole("code") : null);
  if (codeColumn === null && nameColumn === null) return null;
  const fallback = columns.find(
    ({ column }) =>
      column !== codeColumn &&
      column !== nameColumn &&
      sheet.rows.some((row) => row.number > headerRow && row.cells[column]?.kind === "number"),
  )?.column;
  const value = byRole("value") ?? fallback ?? columns.at(-1)?.column;
  if (value === undefined) return null;
  return {
    sheet: sheet.name,
    headerRow,
    code: codeColumn,
    name: nameColumn,
    value,
    numerator: byRole("numerator"),
    denominator: byRole("denominator"),
    note: byRole("note"),
  };
}

/** The sheet that speaks most of the set. */
export function chooseSheet(sheets: readonly RawSheet[], set: ResolvedSet): RawSheet | null {
  const rated = sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => {
      const mapping = guessColumns(sheet, set);
      const matched = mapping ? matchFields(sheet, mapping, set).lines.length : 0;
      return { sheet, rating: matched - (sheet.isHidden ? 0.5 : 0) };
    });
  rated.sort((a, b) => b.rating - a.rating);
  return rated[0]?.sheet ?? null;
}

/** The look of a heading: the same form next quarter has the same one, whatever its period is called. */
export function describeHeading(sheet: RawSheet, headerRow: number): string {
  return listColumns(sheet, headerRow)
    .filter(({ heading }) => heading !== "")
    .map(
      ({ column, heading }) =>
        `${column}=${foldText(heading)
          .replace(/\d+/g, "#")
          .replace(/\b[ivx]+\b/g, "#")}`,
    )
    .join("|");
}
