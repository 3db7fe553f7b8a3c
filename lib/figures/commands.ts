import "server-only";
import type { z } from "zod";
import type { CriterionScore, UnitScore } from "@/lib/scoring/types";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import type { SavedFigure, SaveFigureResult, SaveFiguresResult } from "@/lib/submissions/entry-types";
import { saveCells } from "./save-cells";
import { saveFigureSchema, saveFiguresSchema } from "./schema";

type Input = z.output<typeof saveFigureSchema>;

function findCriterion(score: UnitScore, indicatorId: number): CriterionScore {
  const found = score.criteria.find((criterion) =>
    criterion.indicators.some(
      (indicator) =>
        indicator.indicatorId === indicatorId ||
        indicator.limbs.some((limb) => limb.indicatorId === indicatorId),
    ),
  );
  if (!found) throw new Error(`Indicator ${indicatorId} was not scored`);
  return found;
}

async function runSaveFigure(input: Input, context: CommandContext): Promise<SaveFigureResult> {
  const { indicatorId, entry, note, expectedVersion } = input;
  const saved = await saveCells(context, input, [{ indicatorId, entry, note, expectedVersion }]);
  if (!saved.ok) return saved;
  const { outcomes, score, submissionId, written } = saved.value;
  const outcome = outcomes[0];
  if (!outcome) throw new Error("A cell was handed in and no outcome came back");
  if (!outcome.ok) return outcome;
  if (!score || submissionId === null) throw new Error("A figure was saved in no sheet");
  if (written === 0) context.leaveUnchanged();
  const value: SavedFigure = {
    submissionId,
    figure: outcome.figure,
    criterion: findCriterion(score, indicatorId),
    totals: score.totals,
    enteredCount: score.enteredCount,
    indicatorCount: score.indicatorCount,
    savedAt: outcome.figure.enteredAt,
  };
  return { ok: true, value };
}

/**
 * Saves one figure of one sheet, with its verdicts, counts and audit row, all or nothing. Opens the draft at the
 * first figure. Refuses, with a sentence each: unknown set, period or indicator, what is not a number or outside
 * the limits, a sheet that is locked, and a figure somebody else changed meanwhile (with what stands now).
 */
export const saveFigureCommand: CommandDefinition<typeof saveFigureSchema, SaveFigureResult> = {
  name: "figures.save",
  schema: saveFigureSchema,
  act: "figure.enter",
  unitOf: (input) => input.unit,
  run: runSaveFigure,
};

async function runSaveFigures(
  input: z.output<typeof saveFiguresSchema>,
  context: CommandContext,
): Promise<SaveFiguresResult> {
  const saved = await saveCells(context, input, input.cells, input.via ?? null);
  if (!saved.ok) return saved;
  const { outcomes, score, written } = saved.value;
  if (written === 0) context.leaveUnchanged();
  return {
    ok: true,
    value: {
      cells: outcomes.map((outcome, place) => ({
        indicatorId: input.cells[place]?.indicatorId ?? 0,
        outcome: outcome.ok ? { ok: true, figure: outcome.figure } : outcome,
      })),
      totals: score?.totals ?? null,
      savedAt: context.now.toISOString(),
    },
  };
}

/**
 * Saves several figures of one sheet (a pasted column, what waited for the line) in one transaction. Every cell has
 * an outcome of its own; those that are refused do not hold up the rest.
 */
export const saveFiguresCommand: CommandDefinition<typeof saveFiguresSchema, SaveFiguresResult> = {
  name: "figures.save-many",
  schema: saveFiguresSchema,
  act: "figure.enter",
  unitOf: (input) => input.unit,
  run: runSaveFigures,
};
