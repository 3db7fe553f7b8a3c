// Letters in the order a ă â b c d đ e ê …; numbers inside names by value, so that "Xã 2" precedes "Xã 10".
const COLLATOR = new Intl.Collator("vi", { numeric: true });

/** Vietnamese order of two texts, for Array.sort. */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

/** Order of people's names: given name (last word) first, then family and middle names. */
export function comparePersonNames(a: string, b: string): number {
  const [restA, givenA] = splitName(a);
  const [restB, givenB] = splitName(b);
  return COLLATOR.compare(givenA, givenB) || COLLATOR.compare(restA, restB);
}

/** A sorted copy by the text each item gives. */
export function sortVietnamese<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => COLLATOR.compare(textOf(a), textOf(b)));
}

function splitName(name: string): [string, string] {
  const words = name.trim().split(/\s+/);
  return [words.slice(0, -1).join(" "), words.at(-1) ?? ""];
}
