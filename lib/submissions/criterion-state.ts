/** What was said about one criterion of a sheet; the newest says last. */
export type ReviewKind = "agreed" | "returned" | "question" | "answer";

/** Where a criterion stands in the sending in hand. */
export type CriterionState = "waiting" | "agreed" | "returned" | "asked" | "answered";

export interface ReviewFact {
  id: number;
  criterionId: number;
  kind: ReviewKind;
  round: number;
}

/** States that end the work on a criterion for now. */
export function isDecided(state: CriterionState): boolean {
  return state === "agreed" || state === "returned";
}

/**
 * Where one criterion stands after what was said in its round. The newest decision counts; a question asked after
 * it opens the criterion again; an answer closes the question, never a decision.
 * @param facts of one criterion and one round, in any order
 */
export function findCriterionState(facts: readonly ReviewFact[]): CriterionState {
  let state: CriterionState = "waiting";
  for (const fact of [...facts].sort((a, b) => a.id - b.id)) {
    if (fact.kind === "question") state = "asked";
    else if (fact.kind === "answer") state = state === "asked" ? "answered" : state;
    else state = fact.kind;
  }
  return state;
}

/** State of every criterion in a round; one nobody spoke of waits. */
export function mapCriterionStates(
  criterionIds: readonly number[],
  facts: readonly ReviewFact[],
  round: number,
): Map<number, CriterionState> {
  return new Map(
    criterionIds.map((id) => [
      id,
      findCriterionState(facts.filter((fact) => fact.criterionId === id && fact.round === round)),
    ]),
  );
}

/** How many criteria stand where. */
export function countStates(states: Iterable<CriterionState>): Record<CriterionState, number> {
  const counts = { waiting: 0, agreed: 0, returned: 0, asked: 0, answered: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
