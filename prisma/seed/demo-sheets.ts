import { listPeriods, type Period, periodEnd, periodYear } from "@/lib/numbers/periods";
import { scoreUnit } from "@/lib/scoring/score";
import { resolveSet } from "@/lib/scoring/thresholds";
import type {
  ExemptionMap,
  FigureInput,
  ResolvedCriterion,
  ResolvedIndicator,
  ResolvedSet,
  SetDefinition,
  UnitScore,
} from "@/lib/scoring/types";
import { capShare, drawFigure, drawSize, drawTraits } from "./demo-figures";
import { NEVER, planCommune } from "./demo-plan";
import type { DemoCommune, DemoFile } from "./demo-schema";
import { createRandom, type Random } from "./random";

/** One finished sheet: figures and what they come to. */
export interface DemoSheet {
  commune: string;
  period: Period;
  status: "draft" | "submitted" | "returned" | "verified" | "approved";
  submittedAt: string | null;
  decidedAt: string | null;
  enteredAt: string;
  figures: Map<number, FigureInput>;
  score: UnitScore;
}

/** Every sheet of the fictional district, always the same for the same file and set. */
export function drawSheets(file: DemoFile, set: SetDefinition): DemoSheet[] {
  const periods = listPeriods(file.firstPeriod, file.lastPeriod);
  const sets = new Map<number, ResolvedSet>();
  for (const year of new Set(periods.map(periodYear))) {
    const context = {
      province: file.province.code,
      stratum: file.stratum,
      communeType: file.communeType,
      year,
    };
    sets.set(year, resolveSet(set, context));
  }
  return file.communes.flatMap((commune, index) =>
    drawCommune(file, commune, periods, sets, createRandom(file.seed + index * 7919)),
  );
}

function drawCommune(
  file: DemoFile,
  commune: DemoCommune,
  periods: readonly Period[],
  sets: ReadonlyMap<number, ResolvedSet>,
  random: Random,
): DemoSheet[] {
  const first = sets.values().next().value;
  if (!first) throw new Error("The demonstration covers no period");
  const exemptions = listExemptions(file, commune, first);
  const exempt = new Set(
    first.criteria
      .filter((criterion) => criterion.indicators.every((part) => exemptions[part.id] !== undefined))
      .map((criterion) => criterion.number),
  );
  const plan = planCommune(random, commune, file.criterionWeights, exempt, periods.length);
  const size = drawSize(random);
  const traits = new Map(
    first.criteria.map((criterion) => [
      criterion.number,
      drawTraits(random, listParts(criterion), size, file.denominators),
    ]),
  );
  const sheets: DemoSheet[] = [];
  periods.forEach((period, quarter) => {
    const isLast = quarter === periods.length - 1;
    if (isLast && commune.lastStatus === "none") return;
    const resolved = sets.get(periodYear(period)) ?? first;
    const figures = new Map<number, FigureInput>();
    for (const criterion of resolved.criteria) {
      const entry = plan.get(criterion.number) ?? {
        number: criterion.number,
        metFrom: NEVER,
        slips: new Set<number>(),
        gaps: new Set<number>(),
      };
      for (const part of listParts(criterion)) {
        const trait = traits.get(criterion.number)?.get(part.id);
        if (!trait || exemptions[part.id]) continue;
        const figure = drawFigure(random, part, trait, entry, quarter);
        if (figure) figures.set(part.id, figure);
      }
    }
    capShares(file, resolved, figures);
    const score = scoreUnit(resolved, Object.fromEntries(figures), exemptions);
    sheets.push({
      commune: commune.code,
      period,
      ...drawDates(random, file, commune, period, isLast),
      figures,
      score,
    });
  });
  return sheets;
}

/** Invented figures, too, must agree with one another. */
function capShares(file: DemoFile, set: ResolvedSet, figures: Map<number, FigureInput>): void {
  const parts = set.criteria.flatMap(listParts);
  const find = (code: string) => parts.find((part) => part.code === code)?.id ?? -1;
  for (const share of file.shares) {
    const part = figures.get(find(share.part));
    const whole = figures.get(find(share.whole));
    if (part && whole) figures.set(find(share.part), capShare(part, whole));
  }
}

/** Figures belong to limbs where an indicator has them. */
export function listParts(criterion: ResolvedCriterion): ResolvedIndicator[] {
  return criterion.indicators.flatMap((part) => (part.limbs.length > 0 ? part.limbs : [part]));
}

function listExemptions(file: DemoFile, commune: DemoCommune, set: ResolvedSet): ExemptionMap {
  const codes = new Set(commune.exemptIndicators);
  return Object.fromEntries(
    set.criteria
      .flatMap((criterion) => criterion.indicators)
      .filter((part) => codes.has(part.code))
      .map((part) => [part.id, file.exemption]),
  );
}

type SheetDates = Pick<DemoSheet, "status" | "submittedAt" | "decidedAt" | "enteredAt">;

function drawDates(
  random: Random,
  file: DemoFile,
  commune: DemoCommune,
  period: Period,
  isLast: boolean,
): SheetDates {
  const month = periodEnd(period).slice(0, 8);
  const time = `T${String(random.whole(1, 10)).padStart(2, "0")}:${String(random.whole(0, 59)).padStart(2, "0")}:00.000Z`;
  if (isLast) {
    const { lastStatus, lastSentOn } = commune;
    const status = lastStatus === "none" ? "draft" : lastStatus;
    if (lastSentOn === null) {
      return {
        status,
        submittedAt: null,
        decidedAt: null,
        enteredAt: `${month}${file.deadlineDay - 1}${time}`,
      };
    }
    const submittedAt = `${lastSentOn}${time}`;
    const isDecided = status !== "submitted";
    return {
      status,
      submittedAt,
      decidedAt: isDecided ? addDays(submittedAt, 1) : null,
      enteredAt: addDays(submittedAt, -2),
    };
  }
  const isLate = random.chance(commune.isOftenLate ? 0.45 : 0.06);
  const sentOn = `${month}${String(file.deadlineDay - random.whole(0, 7)).padStart(2, "0")}${time}`;
  const submittedAt = isLate ? addDays(sentOn, random.whole(8, 14)) : sentOn;
  return {
    status: "approved",
    submittedAt,
    decidedAt: addDays(submittedAt, random.whole(4, 9)),
    enteredAt: addDays(submittedAt, -random.whole(1, 4)),
  };
}

function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
