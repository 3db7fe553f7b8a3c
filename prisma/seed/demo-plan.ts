import type { DemoCommune, DemoFile } from "./demo-schema";
import { type Random, shuffleByWeight } from "./random";

/** How one criterion of one commune fares, quarter by quarter. */
export interface CriterionPlan {
  number: number;
  /** Quarter from which it is met; beyond the last one: not yet. */
  metFrom: number;
  /** Quarters in which it has slipped back. */
  slips: Set<number>;
  /** Quarters in which figures are lacking. */
  gaps: Set<number>;
}

export type CommunePlan = Map<number, CriterionPlan>;

/** Beyond every quarter of the plan. */
export const NEVER = 1000;

/** Most communes rise by three to six criteria over the years; some slip for a while, some at the very end. */
export function planCommune(
  random: Random,
  commune: DemoCommune,
  weights: DemoFile["criterionWeights"],
  exempt: ReadonlySet<number>,
  quarters: number,
): CommunePlan {
  const last = quarters - 1;
  const plan: CommunePlan = new Map();
  const place = (number: number, metFrom: number, slips: number[] = [], gaps: number[] = []) =>
    plan.set(number, { number, metFrom, slips: new Set(slips), gaps: new Set(gaps) });

  for (const number of commune.slipsInLastQuarter) place(number, random.whole(0, 5), [last]);
  for (const number of commune.gapsInLastQuarter) place(number, NEVER, [], [last]);
  const free = weights.filter(({ number }) => !plan.has(number) && !exempt.has(number));
  const order = shuffleByWeight(random, free, ({ weight }) => weight).map(({ number }) => number);
  const unmet = Math.max(0, commune.lacking - plan.size - exempt.size);
  const gained = Math.min(order.length - unmet, random.whole(3, 6));
  order.forEach((number, index) => {
    if (index < unmet) place(number, NEVER, [], earlyGaps(random));
    else if (index < unmet + gained) {
      const isLate = index - unmet < commune.gainedInLastQuarter;
      place(number, isLate ? last : random.whole(1, last - 1), [], earlyGaps(random));
    } else place(number, 0);
  });
  for (const entry of plan.values()) slipForAWhile(random, entry, last);
  for (const number of exempt) place(number, 0);
  return plan;
}

/** In the first year some figures were not collected yet. */
function earlyGaps(random: Random): number[] {
  return [0, 1, 2, 3].filter(() => random.chance(0.08));
}

function slipForAWhile(random: Random, entry: CriterionPlan, last: number): void {
  if (entry.metFrom > last - 4 || entry.slips.size > 0 || !random.chance(0.09)) return;
  const from = random.whole(Math.max(2, entry.metFrom + 1), last - 2);
  entry.slips.add(from);
  if (random.chance(0.4) && from + 1 < last - 1) entry.slips.add(from + 1);
}

export function isMetByPlan(entry: CriterionPlan, quarter: number): boolean {
  return quarter >= entry.metFrom && !entry.slips.has(quarter);
}
