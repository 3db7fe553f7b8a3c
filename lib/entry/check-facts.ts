import { checkSheet } from "@/lib/plausibility/check";
import type { Finding } from "@/lib/plausibility/types";
import { signOfDecimal } from "@/lib/scoring/decimal";
import { displayState } from "@/lib/scoring/display";
import { isEntered, scoreUnit } from "@/lib/scoring/score";
import type { DisplayState, IndicatorScore, ResolvedIndicator, Totals, Verdict } from "@/lib/scoring/types";
import type { EntrySheet } from "@/lib/submissions/entry-types";
import { sayDistance } from "./texts";

export interface CheckRow {
  number: number;
  title: string;
  entered: number;
  total: number;
  state: DisplayState;
  /** "8.2 còn thiếu 1,4 điểm %", one per thing worth knowing. */
  remarks: string[];
}

export interface CheckFacts {
  rows: CheckRow[];
  totals: Totals;
  nearCount: number;
  enteredCount: number;
  indicatorCount: number;
  /** Codes of indicators without figure or exemption. */
  missingCodes: string[];
  /** Everything that looks wrong, in the order of the sheet. */
  findings: Finding[];
  /** Criteria that changed their verdict since last period: "8 đạt → chưa đạt". */
  changes: { number: number; title: string; before: Verdict; now: Verdict }[];
}

/** More than this many codes in one sentence are told as a count. */
const MOST_CODES = 6;

function listCodes(codes: readonly string[]): string {
  return codes.length > MOST_CODES ? `${codes.slice(0, MOST_CODES).join(", ")}, …` : codes.join(", ");
}

function judgeBefore(sheet: EntrySheet): Map<number, Verdict> {
  const before = scoreUnit(sheet.resolved, sheet.previous.figures, sheet.exemptions);
  return new Map(before.criteria.map((criterion) => [criterion.criterionId, criterion.verdict]));
}

/** Met, near, and with nothing at all to spare. */
function isEven(score: IndicatorScore): boolean {
  return (
    score.verdict === "met" && score.isNear && score.margin !== null && signOfDecimal(score.margin) === 0
  );
}

function remarkOn(indicator: ResolvedIndicator, score: IndicatorScore): string | null {
  const distance = sayDistance(indicator, score);
  if (score.verdict === "unmet") return `${indicator.code} ${distance ?? "chưa đạt"}`;
  if (score.verdict === "met" && score.isNear && distance !== null && !isEven(score)) {
    return `${indicator.code} chỉ ${distance}`;
  }
  return null;
}

/** Codes of the indicators, or their limbs, that reach the level with nothing to spare. */
function listEven(indicator: ResolvedIndicator, score: IndicatorScore): string[] {
  if (indicator.limbs.length === 0) return isEven(score) ? [indicator.code] : [];
  return indicator.limbs.flatMap((limb, place) => {
    const own = score.limbs[place];
    return own ? listEven(limb, own) : [];
  });
}

/** "12.3 không áp dụng: … (Công văn …)" of an indicator and its limbs. */
function listExemptions(indicator: ResolvedIndicator, sheet: EntrySheet): string[] {
  const own = sheet.exemptions[indicator.id];
  if (own) return [`${indicator.code} không áp dụng: ${own.reason} (${own.documentText})`];
  return indicator.limbs.flatMap((limb) => listExemptions(limb, sheet));
}

function findAll(sheet: EntrySheet): Finding[] {
  const { resolved, exemptions, figures, previous, plausibility } = sheet;
  const notes = Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure?.note]));
  return checkSheet(resolved, exemptions, { figures, notes, previous: previous.figures }, plausibility);
}

function listChanges(sheet: EntrySheet, before: ReadonlyMap<number, Verdict>): CheckFacts["changes"] {
  return sheet.score.criteria.flatMap((score, index) => {
    const criterion = sheet.resolved.criteria[index];
    const old = before.get(score.criterionId);
    if (!criterion || old === undefined || old === score.verdict) return [];
    return [{ number: criterion.number, title: criterion.title, before: old, now: score.verdict }];
  });
}

/** What the check-your-answers page says of each criterion: figures entered, verdict, gaps, what is still empty. */
export function describeSheet(sheet: EntrySheet): CheckFacts {
  const before = judgeBefore(sheet);
  const missingCodes: string[] = [];
  const rows = sheet.resolved.criteria.flatMap((criterion, index): CheckRow[] => {
    const score = sheet.score.criteria[index];
    if (!score) return [];
    const pairs = criterion.indicators.flatMap((indicator, place) => {
      const own = score.indicators[place];
      return own ? [{ indicator, own }] : [];
    });
    const remarks = pairs.flatMap(({ indicator, own }) => {
      const parts = indicator.limbs.flatMap((limb, place) => {
        const limbScore = own.limbs[place];
        const remark = limbScore ? remarkOn(limb, limbScore) : null;
        return remark ? [remark] : [];
      });
      if (parts.length > 0) return parts;
      const remark = remarkOn(indicator, own);
      return remark ? [remark] : [];
    });
    const empty = pairs.filter(({ own }) => !isEntered(own)).map(({ indicator }) => indicator.code);
    const undecided = pairs
      .filter(({ own }) => own.verdict === "undefined-threshold")
      .map(({ indicator }) => indicator.code);
    missingCodes.push(...empty);
    const even = pairs.flatMap(({ indicator, own }) => listEven(indicator, own));
    remarks.push(...pairs.flatMap(({ indicator }) => listExemptions(indicator, sheet)));
    if (even.length > 0) remarks.push(`${listCodes(even)} vừa đúng mức`);
    if (empty.length > 0) remarks.push(`trống ${listCodes(empty)}`);
    if (undecided.length > 0) remarks.push(`${listCodes(undecided)} chưa có mức của tỉnh, vẫn gửi được`);
    return [
      {
        number: criterion.number,
        title: criterion.title,
        entered: pairs.length - empty.length,
        total: pairs.length,
        state: displayState(score, before.get(criterion.id)),
        // A measure does not break before its unit.
        remarks: remarks.map((remark) => remark.replace(/ (điểm) %$/, "\u00a0$1\u00a0%")),
      },
    ];
  });
  return {
    rows,
    totals: sheet.score.totals,
    nearCount: sheet.score.criteria.filter((score) => score.verdict === "met" && score.isNear).length,
    enteredCount: sheet.score.enteredCount,
    indicatorCount: sheet.score.indicatorCount,
    missingCodes,
    findings: findAll(sheet),
    changes: sheet.previous.totals === null ? [] : listChanges(sheet, before),
  };
}

/** "12 chỉ tiêu còn trống (11; 13.4; …)". */
export function sayMissing(codes: readonly string[]): string {
  return `${codes.length} chỉ tiêu còn trống (${listCodes(codes).replaceAll(",", ";")})`;
}
