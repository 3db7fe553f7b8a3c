import type { DisplayState } from "@/lib/scoring/types";
import { formatUnitLabel } from "@/lib/units/names";
import type { CriterionHead, OverviewUnit, SheetFlag, SheetStatus, UnitSheetRow } from "./types";
import { countsAsMet, readVerdicts, showVerdict } from "./verdict-text";

/** A sheet whose result may be counted: sent to the level above, or recorded from a document. */
export function isCountable(status: SheetStatus | null, basis: "scored" | "recorded" | null): boolean {
  return status !== null && (basis === "recorded" || status !== "draft");
}

/** What the reader must know about a sheet before trusting its row; null when it was sent and stands. */
export function flagSheet(row: Pick<UnitSheetRow, "status" | "sheetBasis" | "entered">): SheetFlag {
  if (row.status === null) return "not-started";
  if (row.sheetBasis === "recorded") return "recorded";
  if (row.status === "draft") return row.entered ? "draft" : "not-started";
  return row.status === "returned" ? "returned" : null;
}

function listNumbers(criteria: CriterionHead[], states: DisplayState[], wanted: DisplayState[]): number[] {
  return criteria.filter((_, i) => wanted.includes(states[i] ?? "missing")).map((head) => head.number);
}

/** What is not met, in words: "Chưa đạt: 15, 17. Suy giảm: 17. Chưa có số liệu: 3". */
export function describeStates(criteria: CriterionHead[], states: DisplayState[]): string {
  const parts: string[] = [];
  const say = (title: string, wanted: DisplayState[]) => {
    const numbers = listNumbers(criteria, states, wanted);
    if (numbers.length > 0) parts.push(`${title}: ${numbers.join(", ")}`);
  };
  if (states.length === 0) return "Chỉ biết số lượng, không có tên tiêu chí";
  const missing = listNumbers(criteria, states, ["missing"]);
  if (missing.length === states.length) return "Chưa có số liệu của tiêu chí nào";
  if (states.every((state) => state === "unnamed")) {
    return "Văn bản không kể tên tiêu chí nào đạt";
  }
  say("Chưa đạt", ["unmet", "regressed"]);
  say("Suy giảm", ["regressed"]);
  say("Chưa có số liệu", ["missing"]);
  say("Chưa có mức", ["undefined-threshold"]);
  const unnamed = listNumbers(criteria, states, ["unnamed"]).length;
  if (unnamed > 0) parts.push(`${unnamed} tiêu chí văn bản không kể tên`);
  if (parts.length > 0) return parts.join(". ");
  return "Đạt đủ các tiêu chí áp dụng";
}

/**
 * One row of the heat grid. A criterion without a stored verdict is `missing` in a sheet and `unnamed` in a
 * result recorded from a document: the document told a count, not the name.
 */
export function prepareUnit(row: UnitSheetRow, criteria: CriterionHead[], counted: number): OverviewUnit {
  const current = readVerdicts(row.verdicts);
  const previous = isCountable(row.previousStatus, row.previousBasis)
    ? readVerdicts(row.previousVerdicts)
    : new Map();
  const absent: DisplayState = row.sheetBasis === "recorded" ? "unnamed" : "missing";
  const states = criteria.map((head) => {
    const stored = current.get(head.number);
    return stored ? showVerdict(stored, previous.get(head.number)) : absent;
  });
  const flag = flagSheet(row);
  const met = flag === "not-started" ? null : row.met;
  const isComparable =
    isCountable(row.status, row.sheetBasis) && isCountable(row.previousStatus, row.previousBasis);
  return {
    code: row.code,
    label: formatUnitLabel({ kind: row.kind, name: row.name }),
    flag,
    met,
    total: row.total ?? counted,
    change: isComparable && met !== null && row.previousMet !== null ? met - row.previousMet : null,
    previousMet: isCountable(row.previousStatus, row.previousBasis) ? row.previousMet : null,
    states,
    words: describeStates(criteria, states),
    regressedNumbers: listNumbers(criteria, states, ["regressed"]),
  };
}

/** Most criteria met first; units of which nothing is known last; equal ones keep the order they came in. */
export function sortUnits(units: OverviewUnit[]): OverviewUnit[] {
  return [...units].sort((a, b) => (b.met ?? -1) - (a.met ?? -1));
}

/** Units meeting each criterion, in the order of the heads; null where documents name it for no unit. */
export function countMetPerCriterion(units: OverviewUnit[], criteria: CriterionHead[]): (number | null)[] {
  return criteria.map((_, i) => {
    const states = units.map((unit) => unit.states[i] ?? "missing");
    if (states.length > 0 && states.every((state) => state === "unnamed")) return null;
    return states.filter(countsAsMet).length;
  });
}
