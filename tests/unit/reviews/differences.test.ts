import { describe, expect, it } from "vitest";
import { compareHandovers } from "@/lib/reviews/differences";
import type { SnapshotContent, SnapshotFigure } from "@/lib/submissions/snapshot-types";

function figure(change: Partial<SnapshotFigure> = {}): SnapshotFigure {
  return {
    value: null,
    numerator: null,
    denominator: null,
    booleanValue: null,
    gradeValue: null,
    note: null,
    verdict: "missing",
    ...change,
  };
}

function handover(figures: SnapshotContent["figures"], verdict: "met" | "unmet" = "met"): SnapshotContent {
  return { figures, verdicts: { 1: verdict } };
}

const SHAPE = [{ id: 1, indicatorIds: [11, 12] }];
const compare = (before: SnapshotContent | null, after: SnapshotContent) => {
  const [criterion] = compareHandovers(before, after, SHAPE);
  if (!criterion) throw new Error("no criterion");
  return criterion;
};

describe("compareHandovers", () => {
  it("puts old beside new with the exact difference", () => {
    const before = handover({ 11: figure({ value: "77.1", verdict: "unmet" }), 12: figure() }, "unmet");
    const after = handover({ 11: figure({ value: "80.2", verdict: "met" }), 12: figure() });
    expect(compare(before, after)).toMatchObject({
      before: "unmet",
      after: "met",
      changedCount: 1,
      indicators: [
        { change: "changed", delta: "3.1" },
        { change: "same", delta: null },
      ],
    });
  });

  it("calls nothing changed where there is nothing to compare with", () => {
    const after = handover({ 11: figure({ value: "80", verdict: "met" }) });
    expect(compare(null, after)).toMatchObject({
      before: null,
      changedCount: null,
      indicators: [{ change: null, before: null }, { change: null }],
    });
  });

  it("tells entered, emptied, another counting, another note and a moved threshold apart", () => {
    const change = (before: SnapshotFigure | undefined, after: SnapshotFigure | undefined) =>
      compare(handover({ 11: before }), handover({ 11: after })).indicators[0]?.change;
    expect(change(undefined, figure({ booleanValue: false, verdict: "unmet" }))).toBe("entered");
    expect(change(figure({ gradeValue: "Khá", verdict: "met" }), figure())).toBe("emptied");
    const half = { value: "50", verdict: "unmet" } as const;
    expect(
      change(
        figure({ ...half, numerator: "1", denominator: "2" }),
        figure({ ...half, numerator: "2", denominator: "4" }),
      ),
    ).toBe("changed");
    expect(change(figure(half), figure({ ...half, note: "theo sổ" }))).toBe("note");
    expect(change(figure(half), figure({ ...half, verdict: "met" }))).toBe("verdict");
  });

  it("does not count a note as a change of the criterion", () => {
    const before = handover({ 11: figure({ value: "5", verdict: "met" }) });
    const after = handover({ 11: figure({ value: "5", verdict: "met", note: "đã rà" }) });
    expect(compare(before, after).changedCount).toBe(0);
  });
});
