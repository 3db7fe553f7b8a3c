import type { Transaction } from "@/lib/server/db";

/** Ids behind the codes that data files use. An unknown code is a mistake in the file and throws. */
export interface Lookups {
  unit(code: string): number;
  set(code: string): number;
  criterion(set: string, number: number): number;
  indicator(set: string, code: string): number;
  stratum(set: string, code: string): number;
}

export async function loadLookups(tx: Transaction): Promise<Lookups> {
  const units = await tx.administrativeUnit.findMany({ select: { id: true, code: true } });
  const sets = await tx.criteriaSet.findMany({
    select: {
      id: true,
      code: true,
      strata: { select: { id: true, code: true } },
      criteria: {
        select: { id: true, number: true, indicators: { select: { id: true, code: true } } },
      },
    },
  });
  const unitIds = new Map(units.map((row) => [row.code, row.id]));
  const setIds = new Map(sets.map((row) => [row.code, row.id]));
  const criterionIds = new Map<string, number>();
  const indicatorIds = new Map<string, number>();
  const stratumIds = new Map<string, number>();
  for (const set of sets) {
    for (const row of set.strata) stratumIds.set(`${set.code}/${row.code}`, row.id);
    for (const criterion of set.criteria) {
      criterionIds.set(`${set.code}/${criterion.number}`, criterion.id);
      for (const row of criterion.indicators) indicatorIds.set(`${set.code}/${row.code}`, row.id);
    }
  }
  const find = (map: Map<string, number>, what: string) => (key: string) => {
    const id = map.get(key);
    if (id === undefined) throw new Error(`A data file names ${what} "${key}", which is not loaded`);
    return id;
  };
  const criterion = find(criterionIds, "criterion");
  const indicator = find(indicatorIds, "indicator");
  const stratum = find(stratumIds, "stratum");
  return {
    unit: find(unitIds, "unit"),
    set: find(setIds, "criteria set"),
    criterion: (set, number) => criterion(`${set}/${number}`),
    indicator: (set, code) => indicator(`${set}/${code}`),
    stratum: (set, code) => stratum(`${set}/${code}`),
  };
}
