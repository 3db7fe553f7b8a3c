import type { BaseFigure, TemplateMark } from "./types";

/** Where things stand in our own template; reader and writer agree here and nowhere else. */
export const COLUMNS = {
  code: "A",
  title: "B",
  unit: "C",
  threshold: "D",
  previous: "E",
  value: "F",
  numerator: "G",
  denominator: "H",
  note: "I",
  /** Hidden: which indicator a row speaks of; in the first row the template's mark. */
  key: "J",
  /** Hidden: what stood in the row when it was downloaded. */
  base: "K",
} as const;

export const HEADER_ROW = 5;

const MARK_START = "NTM-MAU-1";
/** Enough of a checksum to tell two versions of a set apart. */
export const VERSION_LENGTH = 12;

export function writeMark(mark: TemplateMark): string {
  return [MARK_START, mark.unit, mark.set, mark.period, mark.version].join("|");
}

/** Null when the text is no mark of ours. */
export function readMark(text: string): TemplateMark | null {
  const [start, unit, set, period, version, ...rest] = text.trim().split("|");
  if (start !== MARK_START || !unit || !set || !period || !version || rest.length > 0) return null;
  return { unit, set, period, version };
}

const KEY = /^chi-tieu:(\d+)\/(.+)$/;

/** Names an indicator by its place in the set, not by an id that another database gives to another row. */
export function writeKey(criterionNumber: number, code: string): string {
  return `chi-tieu:${criterionNumber}/${code}`;
}

export function readKey(text: string): { criterionNumber: number; code: string } | null {
  const found = KEY.exec(text.trim());
  return found?.[1] && found[2] ? { criterionNumber: Number(found[1]), code: found[2] } : null;
}

export const NO_BASE: BaseFigure = {
  value: null,
  numerator: null,
  denominator: null,
  booleanValue: null,
  gradeValue: null,
  note: null,
};

export function writeBase(base: BaseFigure): string {
  const { value, numerator, denominator, booleanValue, gradeValue, note } = base;
  return JSON.stringify([value, numerator, denominator, booleanValue, gradeValue, note]);
}

const isText = (value: unknown): value is string => typeof value === "string";
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);

/** An empty base for anything unreadable: then every filled cell counts as the user's own. */
export function readBase(text: string): BaseFigure {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts)) return NO_BASE;
    const [value, numerator, denominator, booleanValue, gradeValue, note] = parts as unknown[];
    return {
      value: textOrNull(value),
      numerator: textOrNull(numerator),
      denominator: textOrNull(denominator),
      booleanValue: typeof booleanValue === "boolean" ? booleanValue : null,
      gradeValue: textOrNull(gradeValue),
      note: textOrNull(note),
    };
  } catch {
    return NO_BASE;
  }
}
