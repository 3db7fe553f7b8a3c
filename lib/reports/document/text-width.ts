/**
 * Advance widths of Times New Roman Bold in thousandths of the size; letters with Vietnamese marks
 * are as wide as their base letter. Enough to draw a rule as long as a line of a letterhead.
 */
const BOLD_WIDTHS: Record<string, number> = {
  " ": 250,
  "-": 333,
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 778,
  I: 389,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  X: 722,
  Y: 722,
  a: 500,
  b: 556,
  c: 444,
  d: 556,
  e: 444,
  g: 500,
  h: 556,
  i: 278,
  k: 556,
  l: 278,
  m: 833,
  n: 556,
  o: 500,
  p: 556,
  q: 556,
  r: 444,
  s: 389,
  t: 333,
  u: 556,
  v: 500,
  x: 500,
  y: 500,
}; // prettier-ignore
const DEFAULT_WIDTH = 556;

/** Width in twips of a line set in Times New Roman Bold of `size` half-points. */
export function measureBoldLine(text: string, size: number): number {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/Đ/g, "D").replace(/đ/g, "d");
  const thousandths = [...bare].reduce((sum, letter) => sum + (BOLD_WIDTHS[letter] ?? DEFAULT_WIDTH), 0);
  // size / 2 points, 20 twips a point.
  return Math.round((thousandths / 1000) * size * 10);
}
