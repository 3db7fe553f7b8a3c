import { formatMeasure, formatPercent } from "@/lib/numbers/format";
import type { DecimalText } from "@/lib/scoring/types";
import { FACT_KIND_WORDS, type FactKindCode } from "./constants";
import type { FactGroup, FactRow } from "./types";

export interface StoredFact {
  key: string;
  kind: FactKindCode;
  groupTitle: string | null;
  itemNumber: number | null;
  label: string;
  printed: string;
  value: DecimalText | null;
  unitOfMeasure: string | null;
  periodText: string | null;
  sourceLine: number | null;
  note: string | null;
  printedPercent: DecimalText | null;
  computedPercent: DecimalText | null;
  isInconsistent: boolean;
}

/** What a document prints against what its own numbers give; the printed figure is never corrected. */
export function describeInconsistency(
  fact: Pick<StoredFact, "isInconsistent" | "printedPercent" | "computedPercent" | "note">,
): string | null {
  if (!fact.isInconsistent) return null;
  if (fact.printedPercent === null || fact.computedPercent === null) {
    return fact.note ?? "số in trong văn bản không khớp nhau";
  }
  return `in ${formatPercent(fact.printedPercent, 1)}, tính lại ${formatPercent(fact.computedPercent, 1)}`;
}

/** A label that names its number ("Tiêu chí số 11 …") needs no second one. */
function numberLabel({ itemNumber, label }: StoredFact): string {
  return itemNumber === null || label.includes(`số ${itemNumber} `) ? label : `${itemNumber}. ${label}`;
}

function prepareRow(fact: StoredFact): FactRow {
  return {
    key: fact.key,
    label: numberLabel(fact),
    printed: fact.printed,
    valueText: fact.value === null ? "–" : formatMeasure(fact.value, fact.unitOfMeasure ?? ""),
    periodText: fact.periodText ?? "–",
    sourceLine: fact.sourceLine,
    note: fact.note,
    inconsistency: describeInconsistency(fact),
  };
}

const KIND_ORDER = Object.keys(FACT_KIND_WORDS) as FactKindCode[];

/** Facts in groups: by kind, then by the document's own group titles, each in printed order. */
export function groupFacts(facts: readonly StoredFact[]): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const kind of KIND_ORDER) {
    for (const fact of facts) {
      if (fact.kind !== kind) continue;
      const key = `${kind}:${fact.groupTitle ?? ""}`;
      // Projects may stand under the heading of the targets they serve.
      const suffix = kind === "project" ? " (dự án, công trình)" : "";
      const title = fact.groupTitle === null ? FACT_KIND_WORDS[kind] : `${fact.groupTitle}${suffix}`;
      const group = groups.get(key) ?? { kind, title, rows: [] };
      group.rows.push(prepareRow(fact));
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
