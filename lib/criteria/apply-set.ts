import "server-only";
import type { Transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import {
  type CriteriaSetFile,
  type IndicatorEntry,
  type LimbEntry,
  listParts,
  type ThresholdEntry,
} from "./schema";

export type LoadOutcome = "created" | "updated" | "unchanged";

/** Expected trouble inside the transaction: it must roll back, and the operator must read why. */
export class SetLoadError extends Error {
  override name = "SetLoadError";
}

/**
 * Applies one checked file by the codes and numbers inside it; see `loadCriteriaSets` for what is promised.
 * @throws SetLoadError when what is stored does not allow the change; the caller rolls back
 */
export async function applyCriteriaSet(
  tx: Transaction,
  file: CriteriaSetFile,
  checksum: string,
): Promise<LoadOutcome> {
  const existing = await tx.criteriaSet.findUnique({
    where: { code: file.code },
    select: { id: true, checksum: true },
  });
  if (existing?.checksum === checksum) return "unchanged";
  const data = { ...toSetRow(file), checksum, ownerUnitId: await findOwner(tx, file) };
  const { id: setId } = existing
    ? await tx.criteriaSet.update({ where: { id: existing.id }, data: { ...data, loadedAt: new Date() } })
    : await tx.criteriaSet.create({ data: { ...data, code: file.code } });
  const strata = await applyStrata(tx, setId, file);
  const criteria = await applyCriteria(tx, setId, file);
  const indicators = await applyIndicators(tx, setId, file, criteria);
  await applyThresholds(tx, setId, file, indicators, strata);
  await removeLeftovers(tx, setId, file, [...indicators.values()], [...strata.values()]);
  return existing ? "updated" : "created";
}

function toSetRow(file: CriteriaSetFile) {
  const { title, shortTitle, level, periodFrom, periodTo, legalBasis, citation } = file;
  const { isComplete, incompleteNote, expectedCriteriaCount, expectedIndicatorCount } = file;
  const { isIllustrative, generalRules, sourceUrls } = file;
  return {
    title,
    shortTitle,
    level,
    periodFrom,
    periodTo,
    legalBasis,
    citation,
    isComplete,
    incompleteNote,
    expectedCriteriaCount,
    expectedIndicatorCount,
    isIllustrative,
    generalRules,
    sourceUrls,
  };
}

async function findOwner(tx: Transaction, file: CriteriaSetFile): Promise<number | null> {
  if (file.ownerUnit === null) return null;
  const unit = await tx.administrativeUnit.findUnique({
    where: { code: file.ownerUnit },
    select: { id: true },
  });
  if (!unit) throw new SetLoadError(`tại ownerUnit, không có đơn vị mã ${file.ownerUnit}`);
  return unit.id;
}

/** Stratum code → id. Codes are unique in a file whatever their kind. */
async function applyStrata(tx: Transaction, setId: number, file: CriteriaSetFile) {
  const known = new Map(
    (await tx.stratum.findMany({ where: { setId } })).map((row) => [`${row.kind}:${row.code}`, row.id]),
  );
  const ids = new Map<string, number>();
  const missing: Prisma.StratumCreateManyInput[] = [];
  for (const row of file.strata) {
    const id = known.get(`${row.kind}:${row.code}`);
    if (id === undefined) missing.push({ ...row, setId });
    else ids.set(row.code, (await tx.stratum.update({ where: { id }, data: row })).id);
  }
  for (const row of await tx.stratum.createManyAndReturn({ data: missing })) ids.set(row.code, row.id);
  return ids;
}

/** Criterion number → id. */
async function applyCriteria(tx: Transaction, setId: number, file: CriteriaSetFile) {
  const known = new Map(
    (await tx.criterion.findMany({ where: { setId } })).map((row) => [row.number, row.id]),
  );
  const ids = new Map<number, number>();
  const missing: Prisma.CriterionCreateManyInput[] = [];
  for (const { indicators: _, rule, ...rest } of file.criteria) {
    const ruleParameter = rule.kind === "all" ? null : rule.kind === "k_of_n" ? rule.k : rule.passMark;
    const data = { ...rest, rule: rule.kind, ruleParameter };
    const id = known.get(rest.number);
    if (id === undefined) missing.push({ ...data, setId });
    else ids.set(rest.number, (await tx.criterion.update({ where: { id }, data })).id);
  }
  for (const row of await tx.criterion.createManyAndReturn({ data: missing })) ids.set(row.number, row.id);
  return ids;
}

/** Indicator (or limb) code → id; codes are unique within a file. */
async function applyIndicators(
  tx: Transaction,
  setId: number,
  file: CriteriaSetFile,
  criteria: Map<number, number>,
) {
  const known = new Map(
    (await tx.indicator.findMany({ where: { criterion: { setId } }, select: { id: true, code: true } })).map(
      (row) => [row.code, row.id],
    ),
  );
  const ids = new Map<string, number>();
  const place = async (rows: Prisma.IndicatorCreateManyInput[]) => {
    const missing: Prisma.IndicatorCreateManyInput[] = [];
    for (const row of rows) {
      const id = known.get(row.code);
      if (id === undefined) missing.push(row);
      else ids.set(row.code, (await tx.indicator.update({ where: { id }, data: row })).id);
    }
    const created = await tx.indicator.createManyAndReturn({
      data: missing,
      select: { id: true, code: true },
    });
    for (const row of created) ids.set(row.code, row.id);
  };
  const parents: Prisma.IndicatorCreateManyInput[] = [];
  for (const entry of file.criteria) {
    const criterionId = mustFind(criteria, entry.number);
    entry.indicators.forEach((item, index) => {
      parents.push(toIndicatorRow(item, criterionId, null, index + 1));
    });
  }
  await place(parents);
  const limbs: Prisma.IndicatorCreateManyInput[] = [];
  for (const entry of file.criteria) {
    const criterionId = mustFind(criteria, entry.number);
    for (const [index, item] of entry.indicators.entries()) {
      for (const limb of item.limbs) {
        limbs.push(toIndicatorRow(limb, criterionId, mustFind(ids, item.code), index + 1));
      }
    }
  }
  await place(limbs);
  return ids;
}

function toIndicatorRow(
  entry: IndicatorEntry | LimbEntry,
  criterionId: number,
  parentId: number | null,
  sortOrder: number,
): Prisma.IndicatorCreateManyInput {
  const { thresholds: _t, limbs: _l, ratio, provenance: _p, extra, ...rest } = entry;
  return {
    ...rest,
    criterionId,
    parentId,
    sortOrder,
    hasRatio: ratio !== null,
    numeratorLabel: ratio?.numerator ?? null,
    denominatorLabel: ratio?.denominator ?? null,
    extra: extra === null ? Prisma.DbNull : (extra as Prisma.InputJsonObject),
  };
}

async function applyThresholds(
  tx: Transaction,
  setId: number,
  file: CriteriaSetFile,
  indicators: Map<string, number>,
  strata: Map<string, number>,
): Promise<void> {
  const existing = await tx.threshold.findMany({
    where: { provinceId: null, indicator: { criterion: { setId } } },
    select: { id: true, indicatorId: true, stratumId: true, communeTypeId: true, year: true },
  });
  const known = new Map(existing.map((row) => [selectorKey(row), row.id]));
  const kept = new Set<number>();
  const missing: Prisma.ThresholdCreateManyInput[] = [];
  for (const part of listParts(file)) {
    for (const row of part.thresholds) {
      const data = toThresholdRow(file, row, mustFind(indicators, part.code), strata);
      const id = known.get(selectorKey(data));
      if (id === undefined) missing.push(data);
      else {
        kept.add(id);
        await tx.threshold.update({ where: { id }, data });
      }
    }
  }
  const gone = existing.filter((row) => !kept.has(row.id)).map((row) => row.id);
  if (gone.length > 0) await tx.threshold.deleteMany({ where: { id: { in: gone } } });
  await tx.threshold.createMany({ data: missing });
}

function toThresholdRow(
  file: CriteriaSetFile,
  row: ThresholdEntry,
  indicatorId: number,
  strata: Map<string, number>,
) {
  return {
    indicatorId,
    provinceId: null,
    stratumId: row.stratum ? mustFind(strata, row.stratum) : null,
    communeTypeId: row.communeType ? mustFind(strata, row.communeType) : null,
    year: row.year ?? null,
    value: row.value,
    valueMax: row.valueMax ?? null,
    outOf: row.outOf ?? null,
    gradeValue: row.gradeValue ?? null,
    provenance: row.provenance,
    confidence: row.confidence ?? null,
    source: row.source ?? file.thresholdSource,
    note: row.note ?? null,
  };
}

interface Selectors {
  indicatorId: number;
  stratumId: number | null;
  communeTypeId: number | null;
  year: number | null;
}

function selectorKey({ indicatorId, stratumId, communeTypeId, year }: Selectors): string {
  return [indicatorId, stratumId, communeTypeId, year].join("|");
}

/** What an earlier version of the file had and this one has not. Used indicators are never taken away. */
async function removeLeftovers(
  tx: Transaction,
  setId: number,
  file: CriteriaSetFile,
  indicatorIds: number[],
  stratumIds: number[],
): Promise<void> {
  const gone = { criterion: { setId }, id: { notIn: indicatorIds } };
  const used = await tx.indicator.findFirst({
    where: {
      ...gone,
      OR: [
        { figures: { some: {} } },
        { verdicts: { some: {} } },
        { targets: { some: {} } },
        { exemptions: { some: {} } },
      ],
    },
    select: { code: true },
  });
  if (used) throw new SetLoadError(`chỉ tiêu ${used.code} đã có số liệu nên không thể bỏ khỏi bộ tiêu chí`);
  await tx.indicator.deleteMany({ where: gone });
  const numbers = file.criteria.map((entry) => entry.number);
  await tx.criterion.deleteMany({ where: { setId, number: { notIn: numbers } } });
  await tx.stratum.deleteMany({ where: { setId, id: { notIn: stratumIds } } });
}

function mustFind<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined)
    throw new Error(`No row for ${String(key)}: the file's references were not checked`);
  return value;
}
