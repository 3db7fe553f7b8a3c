import { formatDate } from "@/lib/numbers/dates";
import { formatRatio } from "@/lib/numbers/format";
import { formatUnitLabel } from "@/lib/units/names";
import type { DocumentMilestoneRow, DocumentTargetRow, DocumentVillageRow } from "./types";

interface UnitName {
  kind: string;
  name: string;
}

interface StoredTarget {
  id: number;
  label: string;
  printed: string;
  year: number | null;
  quarter: number | null;
  periodText: string | null;
  indicator: { code: string } | null;
  criterion: { number: number } | null;
  scopeUnit: UnitName | null;
}

const ROMAN = ["", "I", "II", "III", "IV"];

function describeTargetPeriod(target: StoredTarget): string {
  if (target.periodText !== null) return target.periodText;
  if (target.year === null) return "–";
  return target.quarter === null ? `năm ${target.year}` : `quý ${ROMAN[target.quarter] ?? ""}/${target.year}`;
}

export function prepareTargets(targets: readonly StoredTarget[]): DocumentTargetRow[] {
  return targets.map((target) => ({
    id: target.id,
    label:
      target.scopeUnit === null ? target.label : `${target.label} (${formatUnitLabel(target.scopeUnit)})`,
    printed: target.printed,
    periodText: describeTargetPeriod(target),
    linkText:
      target.indicator !== null
        ? `chỉ tiêu ${target.indicator.code}`
        : target.criterion !== null
          ? `tiêu chí ${target.criterion.number}`
          : null,
  }));
}

interface StoredMilestone {
  id: number;
  title: string;
  dueText: string;
  targetMet: number | null;
}

export function prepareMilestones(milestones: readonly StoredMilestone[]): DocumentMilestoneRow[] {
  return milestones.map(({ id, title, dueText, targetMet }) => ({
    id,
    title,
    dueText,
    targetText: targetMet === null ? null : `${targetMet} tiêu chí đạt`,
  }));
}

const VILLAGE_STATUS_WORDS = { met: "đạt", maintained: "duy trì", target: "phấn đấu" } as const;

interface StoredVillage {
  id: number;
  village: UnitName | null;
  standard: string;
  status: keyof typeof VILLAGE_STATUS_WORDS;
  countMet: number | null;
  countTotal: number | null;
  asOfText: string;
  dueOn: Date | null;
  note: string | null;
}

/** A village's standing, or a count where the document names no village. */
export function prepareVillages(rows: readonly StoredVillage[]): DocumentVillageRow[] {
  return rows.map((row) => {
    const due = row.dueOn === null ? "" : `, hạn ${formatDate(row.dueOn.toISOString().slice(0, 10))}`;
    return {
      id: row.id,
      villageText:
        row.village !== null
          ? formatUnitLabel(row.village)
          : row.countMet !== null && row.countTotal !== null
            ? `${formatRatio(row.countMet, row.countTotal)} thôn`
            : "văn bản không kể tên",
      standard: row.standard,
      statusText: `${VILLAGE_STATUS_WORDS[row.status]}${due}`,
      asOfText: row.asOfText,
      note: row.note,
    };
  });
}
