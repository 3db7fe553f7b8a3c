import { foldText } from "./fold";

/** Short forms people type for a unit, folded, to the folded full word. */
const ALIASES: Readonly<Record<string, string>> = {
  tr: "trieu",
  trd: "trieu dong",
  "tr.d": "trieu dong",
  ti: "ty",
  "ti dong": "ty dong",
  ngan: "nghin",
  "phan tram": "%",
  "diem %": "%",
  d: "dong",
  vnd: "dong",
  ng: "nguoi",
};

/** Words accepted after a number where the field names no unit. */
const COMMON_UNITS = new Set(
  [
    "% trieu ty nghin dong con dan ho nguoi xa thon ban tieu chi chi tieu mo hinh ha m km m2 m3 km2 kg tan ta lit",
    "truong lop nha cay lan ngay thang nam diem cum doi san pham",
  ]
    .join(" ")
    .split(" "),
);

/**
 * Whether what was typed after a number may stand there.
 * With a field unit the word must be the beginning of it ("triệu" in "triệu đồng/người/năm"): another
 * unit would silently change the size of the number. Without one, any common unit passes.
 */
export function acceptsUnit(typed: string, fieldUnit: string | undefined): boolean {
  const word = normaliseUnit(typed);
  if (word === "") return true;
  if (fieldUnit === undefined || fieldUnit.trim() === "") {
    return word.split(/[ /]+/).every((part) => COMMON_UNITS.has(part));
  }
  const wanted = normaliseUnit(fieldUnit);
  if (!wanted.startsWith(word)) return false;
  const next = wanted.charAt(word.length);
  return next === "" || next === " " || next === "/";
}

function normaliseUnit(unit: string): string {
  const folded = foldText(unit.replace(/²/g, "2").replace(/³/g, "3"))
    .replace(/\s*\/\s*/g, "/")
    .replace(/\.$/, "");
  return ALIASES[folded] ?? folded;
}
