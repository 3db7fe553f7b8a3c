import type { AssessmentFacts, ConclusionNoticeFacts } from "./facts";

export interface FactsCheck {
  /** "9 đạt + 10 chưa đạt = 19". */
  equation: string;
  /** Vietnamese sentences; empty when everything agrees. */
  disagreements: string[];
}

const PARTS: readonly [keyof AssessmentFacts, string][] = [
  ["met", "đạt"],
  ["unmet", "chưa đạt"],
  ["missing", "chưa có số liệu"],
  ["exempt", "không áp dụng"],
  ["undefinedThreshold", "chưa có mức"],
];

function describeEquation(assessment: AssessmentFacts): { text: string; sum: number } {
  const parts = PARTS.map(([key, word]) => ({ count: assessment[key] as number, word }));
  const shown = parts.filter((part, index) => index < 2 || part.count > 0);
  const sum = parts.reduce((total, part) => total + part.count, 0);
  return { text: `${shown.map((part) => `${part.count} ${part.word}`).join(" + ")} = ${sum}`, sum };
}

/**
 * Whether the facts of a notice agree with one another. A notice whose numbers contradict each other
 * is not written: it would be signed.
 */
export function checkNoticeFacts(facts: ConclusionNoticeFacts): FactsCheck {
  const { assessment } = facts;
  const { text, sum } = describeEquation(assessment);
  const disagreements: string[] = [];

  if (sum !== assessment.total) {
    disagreements.push(`Tổng không khớp: ${text}, nhưng phiếu ghi tổng số ${assessment.total} tiêu chí.`);
  }
  if (assessment.total !== assessment.setTotal) {
    disagreements.push(
      `Phiếu ghi ${assessment.total} tiêu chí, bộ tiêu chí đang có ${assessment.setTotal} tiêu chí.`,
    );
  }
  const lists: [string, readonly { number: number }[], number][] = [
    ["chưa đạt", assessment.unmetCriteria, assessment.unmet],
    ["chưa có số liệu", assessment.missingCriteria, assessment.missing],
    ["không áp dụng", assessment.exemptCriteria, assessment.exempt],
    ["chưa có mức", assessment.undefinedCriteria, assessment.undefinedThreshold],
  ];
  const places = new Map<number, string[]>();
  for (const [word, named, count] of lists) {
    for (const { number } of named) places.set(number, [...(places.get(number) ?? []), word]);
    // A recorded result may give a count without naming every criterion; figures always name them.
    const disagrees = assessment.basis === "scored" ? named.length !== count : named.length > count;
    if (disagrees) {
      disagreements.push(`Có ${named.length} tiêu chí ghi “${word}”, nhưng số tổng hợp là ${count}.`);
    }
  }
  for (const [number, words] of places) {
    if (words.length > 1) {
      disagreements.push(`Tiêu chí số ${number} được ghi ${words.length} lần: ${words.join(", ")}.`);
    }
  }
  return { equation: text, disagreements };
}
