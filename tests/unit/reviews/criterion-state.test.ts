import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCriterionState, mapCriterionStates, type ReviewKind } from "@/lib/submissions/criterion-state";

const said = (...kinds: ReviewKind[]) => kinds.map((kind, id) => ({ id, criterionId: 1, kind, round: 1 }));

describe("findCriterionState", () => {
  it.each([
    [[], "waiting"],
    [["agreed"], "agreed"],
    [["agreed", "returned"], "returned"],
    [["question"], "asked"],
    [["question", "answer"], "answered"],
    [["question", "answer", "agreed"], "agreed"],
    // A question opens what was agreed to; an answer never undoes a decision.
    [["agreed", "question"], "asked"],
    [["returned", "answer"], "returned"],
  ] as const)("%j comes to %s", (kinds, state) => {
    expect(findCriterionState(said(...kinds))).toBe(state);
  });

  it("depends on when things were said, not on the order of rows", () => {
    const kind = fc.constantFrom<ReviewKind>("agreed", "returned", "question", "answer");
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (kinds, noise) => {
        const facts = said(...kinds);
        const shuffled = facts
          .map((fact) => ({ fact, key: noise.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(findCriterionState(shuffled)).toBe(findCriterionState(facts));
      }),
    );
  });

  it("forgets what was said of an earlier sending", () => {
    expect(mapCriterionStates([1, 2], said("returned"), 2)).toEqual(
      new Map([
        [1, "waiting"],
        [2, "waiting"],
      ]),
    );
  });
});
