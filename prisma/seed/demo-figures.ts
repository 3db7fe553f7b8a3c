import { compareDecimals, divideDecimals, multiplyDecimals } from "@/lib/scoring/decimal";
import type { FigureInput, ResolvedIndicator } from "@/lib/scoring/types";
import { type CriterionPlan, isMetByPlan } from "./demo-plan";
import type { DemoFile } from "./demo-schema";
import type { Random } from "./random";

/** What stays with one indicator of one commune over the years. */
export interface IndicatorTrait {
  /** 0 poor … 1 excellent. */
  quality: number;
  /** Whether the criterion is failed through this indicator when it is failed. */
  isCulprit: boolean;
  /** How far below the threshold it starts, as a share of it. */
  deficit: number;
  denominator: number | null;
}

export interface CommuneSize {
  households: number;
  people: number;
  workers: number;
}

export function drawSize(random: Random): CommuneSize {
  const households = random.whole(1150, 3300);
  const people = Math.round(households * random.between(3.5, 4.1));
  return { households, people, workers: Math.round(people * random.between(0.5, 0.56)) };
}

/** Traits of the indicators (limbs in place of their parent) of one criterion. */
export function drawTraits(
  random: Random,
  parts: readonly ResolvedIndicator[],
  size: CommuneSize,
  denominators: DemoFile["denominators"],
): Map<number, IndicatorTrait> {
  const measured = parts.filter((part) => part.kind === "percent" || part.kind === "number");
  const candidates = measured.length > 0 ? measured : parts;
  const culprits = new Set<number>([random.pick(candidates).id]);
  for (const part of candidates) if (random.chance(0.25)) culprits.add(part.id);
  // Limbs of one indicator are shares of the same whole.
  const wholes = new Map<string, number>();
  const findWhole = (part: ResolvedIndicator) => {
    if (!part.hasRatio) return null;
    const key = part.code.replace(/[a-z]$/, "");
    const whole = wholes.get(key) ?? drawDenominator(random, part, size, denominators);
    wholes.set(key, whole);
    return whole;
  };
  return new Map(
    parts.map((part) => [
      part.id,
      {
        quality: random.next(),
        isCulprit: culprits.has(part.id),
        deficit: random.between(0.06, 0.3),
        denominator: findWhole(part),
      },
    ]),
  );
}

function drawDenominator(
  random: Random,
  part: ResolvedIndicator,
  size: CommuneSize,
  denominators: DemoFile["denominators"],
): number {
  const rule = denominators.find(({ label }) => label === part.denominatorLabel);
  if (!rule) throw new Error(`The demonstration knows no size for "${part.denominatorLabel}"`);
  if (rule.base !== "range") return size[rule.base];
  const scale = 10 ** rule.decimals;
  return Math.round(random.between(rule.min ?? 1, rule.max ?? 1) * scale) / scale;
}

/** The figure that the plan asks for, or null where it was not collected. */
export function drawFigure(
  random: Random,
  part: ResolvedIndicator,
  trait: IndicatorTrait,
  plan: CriterionPlan,
  quarter: number,
): FigureInput | null {
  const isGap = plan.gaps.has(quarter);
  if (isGap && (trait.isCulprit || random.chance(0.6))) return null;
  const isMet = isGap || isMetByPlan(plan, quarter) || !trait.isCulprit;
  const threshold = part.threshold.row;
  switch (part.direction) {
    case "pass":
      return { ...EMPTY, booleanValue: isMet };
    case "grade":
      return drawGrade(part, trait, isMet);
    case "level":
      return { ...EMPTY, value: String(Math.max(0, Number(threshold?.value ?? 0) - (isMet ? 0 : 1))) };
    default: {
      if (threshold?.value == null) throw new Error(`The demonstration has no threshold for ${part.code}`);
      const bound = Number(threshold.value);
      const value = drawValue(random, part, trait, plan, quarter, bound, isMet);
      return trait.denominator === null
        ? drawPlain(part, value, bound, isMet)
        : drawRatio(part, trait.denominator, value, bound, isMet);
    }
  }
}

const EMPTY: FigureInput = {
  value: null,
  numerator: null,
  denominator: null,
  booleanValue: null,
  gradeValue: null,
};

function drawGrade(part: ResolvedIndicator, trait: IndicatorTrait, isMet: boolean): FigureInput {
  const required = part.gradeScale.indexOf(part.threshold.row?.gradeValue ?? "");
  const best = part.gradeScale.length - 1;
  const step = isMet ? Math.min(best, required + (trait.quality > 0.7 ? 1 : 0)) : Math.max(0, required - 1);
  return { ...EMPTY, gradeValue: part.gradeScale[step] ?? null };
}

function isFalling(part: ResolvedIndicator): boolean {
  return part.direction === "lte" || part.direction === "lt";
}

/** Rising towards the threshold before it is met, gently on afterwards, with some noise. */
function drawValue(
  random: Random,
  part: ResolvedIndicator,
  trait: IndicatorTrait,
  plan: CriterionPlan,
  quarter: number,
  bound: number,
  isMet: boolean,
): number {
  const sign = isFalling(part) ? -1 : 1;
  const noise = random.between(-0.004, 0.004);
  if (!isMet) {
    const distance = plan.slips.has(quarter)
      ? 0.25
      : Math.min(1, Math.max(0.12, (plan.metFrom - quarter) / 12));
    const reach = plan.metFrom > 100 ? Math.max(0.3, 1 - quarter * 0.05) : distance;
    return bound * (1 - sign * (trait.deficit * reach + 0.01 + noise));
  }
  const top =
    part.maxValue === null || isFalling(part)
      ? bound * (isFalling(part) ? 0.5 : 0.18)
      : Number(part.maxValue) - bound;
  // What slips back never stood far above its threshold.
  const isNear = trait.quality < 0.06 || (trait.isCulprit && plan.slips.size > 0);
  const since = trait.isCulprit ? Math.min(1, (quarter - Math.min(plan.metFrom, quarter) + 1) / 8) : 1;
  const share = isNear ? 0.04 : (0.1 + 0.7 * trait.quality) * since;
  return bound + sign * top * Math.min(1, share + quarter * 0.008) + bound * noise;
}

function drawPlain(part: ResolvedIndicator, value: number, bound: number, isMet: boolean): FigureInput {
  const scale = 10 ** part.decimals;
  let units = Math.round(value * scale);
  const limit = Math.round(bound * scale);
  if (isFalling(part)) units = isMet ? Math.min(units, limit) : Math.max(units, limit + 1);
  else units = isMet ? Math.max(units, limit) : Math.min(units, limit - 1);
  return { ...EMPTY, value: toText(Math.max(0, units), part.decimals) };
}

/** Counts are moved one by one until they say what the plan says, so that no rounding decides. */
function drawRatio(
  part: ResolvedIndicator,
  denominator: number,
  value: number,
  bound: number,
  isMet: boolean,
): FigureInput {
  const decimals = Number.isInteger(denominator) ? 0 : 1;
  const scale = 10 ** decimals;
  const whole = Math.round(denominator * scale);
  let part1 = Math.min(whole, Math.max(0, Math.round((value * whole) / 100)));
  const reaches = (count: number) =>
    isFalling(part) ? count * 100 <= bound * whole : count * 100 >= bound * whole;
  const better = isFalling(part) ? -1 : 1;
  while (isMet && !reaches(part1)) part1 += better;
  while (!isMet && reaches(part1) && part1 - better >= 0 && part1 - better <= whole) part1 -= better;
  const numerator = toText(part1, decimals);
  const below = toText(whole, decimals);
  return {
    ...EMPTY,
    value: divideDecimals(multiplyDecimals(numerator, "100"), below, 6),
    numerator,
    denominator: below,
  };
}

function toText(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const text = (units / 10 ** decimals).toFixed(decimals);
  return text.replace(/\.?0+$/, "");
}

/** A share that is part of another share of the same whole cannot be larger. */
export function capShare(part: FigureInput, whole: FigureInput): FigureInput {
  if (part.value === null || whole.value === null) return part;
  if (compareDecimals(part.value, whole.value) <= 0) return part;
  const { value, numerator, denominator } = whole;
  return { ...part, value, numerator, denominator };
}
