const MARKS = /\p{M}+/gu;

/**
 * Text without accents, case or superfluous spaces, for search and matching: "Dương  Đức" → "duong duc".
 * Both placements of the tone (uỷ, ủy) fold alike, and đ becomes d.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether every word of the query occurs in the text, accents and case ignored. An empty query matches all. */
export function matchesSearch(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(" ")
    .every((word) => folded.includes(word));
}
