/** Small pure pieces of official Vietnamese prose, shared by every type of document. */

/** Joins a list inside a sentence: "A, B và C". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} và ${names.at(-1)}`;
}

/** Nouns that are no names (NĐ30/2020, Phụ lục II): small inside a sentence. */
const COMMON_NOUN =
  /^(Xã|Thôn|Bản|Huyện|Tỉnh|Cơ quan|Cấp ủy|Các|Cán bộ|Công chức|Lãnh đạo|Tổ chức|Đơn vị)(?=[\s,])/u;

/** Bodies inside a sentence: "UBND huyện, cơ quan chuyên môn và xã Bản Bo". */
export function joinBodies(bodies: readonly string[]): string {
  return joinNames(bodies.map((body) => (COMMON_NOUN.test(body) ? lowerFirst(body) : body)));
}

/** Joins items that may themselves hold commas. */
export function joinItems(items: readonly string[]): string {
  return items.map(trimSentence).join("; ");
}

/** Without surrounding space and closing punctuation, ready to stand inside a longer sentence. */
export function trimSentence(text: string): string {
  return text.trim().replace(/[\s.;,:]+$/u, "");
}

/**
 * Lower-cases the first letter for use inside a sentence; abbreviations keep theirs ("OCOP", "UBND").
 */
export function lowerFirst(text: string): string {
  const [first = "", second = ""] = text;
  const isAbbreviation = second !== "" && second !== second.toLocaleLowerCase("vi");
  return isAbbreviation ? text : first.toLocaleLowerCase("vi") + text.slice(first.length);
}

export function upperFirst(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase("vi") + text.slice(first.length);
}

/** The name as the register spells it, in the capitals of a letterhead. */
export function capitalise(text: string): string {
  return text.toLocaleUpperCase("vi");
}

/** A long official wording cut at a word, for use beside its code. */
export function shorten(text: string, longest: number): string {
  const trimmed = trimSentence(text);
  if (trimmed.length <= longest) return trimmed;
  const cut = trimmed.slice(0, longest + 1);
  const space = cut.lastIndexOf(" ");
  return `${trimSentence(cut.slice(0, space > 0 ? space : longest)).replace(/\s*[(:–-]+$/u, "")} …`;
}

/** "Tiêu chí số 11 (Nghèo đa chiều)". */
export function nameCriterion(criterion: { number: number; title: string }): string {
  return `Tiêu chí số ${criterion.number} (${criterion.title})`;
}

/** Fills {name} places of a wording kept as data; an unknown name is a defect of the data file. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`Template "${template}" asks for unknown value "${key}"`);
    return value;
  });
}

/**
 * Name of the standard in running text, from the short title of its set:
 * "Xã NTM nâng cao 2021-2025" → "nông thôn mới nâng cao".
 */
export function nameStandard(shortTitle: string): string {
  const bare = shortTitle
    .replace(/\s*\(?\b(giai đoạn\s+)?\d{4}\s*[-–]\s*\d{4}\)?/giu, "")
    .replace(/^(Bộ tiêu chí\s+)?(Xã|Huyện|Thôn|Bản|Khu dân cư)\s+/iu, "")
    .replace(/\bNTM\b/gu, "nông thôn mới")
    .replace(/^đạt\s+/iu, "")
    .trim();
  return lowerFirst(bare === "" ? shortTitle : bare);
}
