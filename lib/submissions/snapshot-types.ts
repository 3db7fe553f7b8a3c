import { z } from "zod";
import type { FigureInput, Verdict } from "@/lib/scoring/types";

/** A figure as it stood at a hand-over, with what it was judged. */
export interface SnapshotFigure extends FigureInput {
  note: string | null;
  verdict: Verdict;
}

/** What a sheet said at a hand-over: indicator (and limb) id → figure, criterion id → verdict. */
export interface SnapshotContent {
  figures: Record<number, SnapshotFigure | undefined>;
  verdicts: Record<number, Verdict | undefined>;
}

export type SnapshotKind = "submitted" | "verified" | "approved";

/** One hand-over of a sheet. Never rewritten. */
export interface Snapshot extends SnapshotContent {
  id: number;
  kind: SnapshotKind;
  /** 1 for the first sending, grows with each. */
  round: number;
  at: Date;
  actorName: string | null;
  metCount: number;
  totalCount: number;
}

const verdict = z.enum(["met", "unmet", "missing", "exempt", "undefined-threshold"]);
/** Parts without a value are left out when stored. */
const absent = <Part extends z.ZodType>(part: Part) => part.nullish().transform((value) => value ?? null);

const figure = z.object({
  value: absent(z.string()),
  numerator: absent(z.string()),
  denominator: absent(z.string()),
  booleanValue: absent(z.boolean()),
  gradeValue: absent(z.string()),
  note: absent(z.string()),
  verdict,
});

const figures = z.record(z.string(), figure);
const verdicts = z.record(z.string(), verdict);

/** Reads the two stored columns back. Throws when they are not what `writeSnapshots` wrote. */
export function readSnapshotContent(stored: { figures: unknown; verdicts: unknown }): SnapshotContent {
  return { figures: figures.parse(stored.figures), verdicts: verdicts.parse(stored.verdicts) };
}
