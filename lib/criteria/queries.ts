import "server-only";
import type {
  CriterionDefinition,
  CriterionRule,
  IndicatorDefinition,
  SetDefinition,
  ThresholdRow,
} from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

/** What stands between two loads of one set: its file, and the overlays that provinces laid over it. */
interface SetStamp {
  id: number;
  stamp: string;
}

interface CachedSet extends SetStamp {
  definition: SetDefinition;
}

// Keyed by code and checked against the stamp on every call, so that a set corrected in another process
// is seen at once; entries are immutable and few (one a set).
const cache = new Map<string, CachedSet>();

/**
 * The set as lib/scoring reads it: criteria by number, indicators in printed order with limbs inside, every
 * threshold row with the codes of its province, stratum and commune type. Null when no set has this code.
 *
 * Costs one small query while nothing has changed; the definition itself is kept per process.
 */
export async function loadSetDefinition(db: Transaction, setCode: string): Promise<SetDefinition | null> {
  const [found] = await readStamp(db, setCode);
  if (!found) {
    cache.delete(setCode);
    return null;
  }
  const cached = cache.get(setCode);
  if (cached && cached.id === found.id && cached.stamp === found.stamp) return cached.definition;
  const definition = await readDefinition(db, found.id);
  if (!definition) return null;
  cache.set(setCode, { ...found, definition });
  return definition;
}

/**
 * The revision grows with every change of the set's rows, because an administrator may correct a threshold without a
 * new file. Database and set id are part of the stamp: tests and tools open several databases in one process.
 */
function readStamp(db: Transaction, setCode: string): Promise<SetStamp[]> {
  return db.$queryRaw<SetStamp[]>`
    SELECT s."id", concat_ws(':', current_database(), s."id", s."checksum", s."revision") AS "stamp"
    FROM "CriteriaSet" s WHERE s."code" = ${setCode}`;
}

const DEFINITION_SHAPE = {
  criteria: {
    orderBy: { number: "asc" },
    include: {
      indicators: {
        orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
        include: {
          thresholds: {
            orderBy: { id: "asc" },
            include: {
              province: { select: { code: true } },
              stratum: { select: { code: true } },
              communeType: { select: { code: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.CriteriaSetInclude;

type SetRow = Prisma.CriteriaSetGetPayload<{ include: typeof DEFINITION_SHAPE }>;
type CriterionRow = SetRow["criteria"][number];
type IndicatorRow = CriterionRow["indicators"][number];

async function readDefinition(db: Transaction, id: number): Promise<SetDefinition | null> {
  const row = await db.criteriaSet.findUnique({ where: { id }, include: DEFINITION_SHAPE });
  if (!row) return null;
  return { id: row.id, code: row.code, title: row.title, criteria: row.criteria.map(toCriterion) };
}

function toCriterion(row: CriterionRow): CriterionDefinition {
  const limbsOf = new Map<number, IndicatorRow[]>();
  for (const indicator of row.indicators) {
    if (indicator.parentId === null) continue;
    const limbs = limbsOf.get(indicator.parentId);
    if (limbs) limbs.push(indicator);
    else limbsOf.set(indicator.parentId, [indicator]);
  }
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    rule: toRule(row),
    isCounted: row.isCounted,
    indicators: row.indicators
      .filter((indicator) => indicator.parentId === null)
      .map((indicator) => toIndicator(indicator, limbsOf)),
  };
}

function toRule(row: CriterionRow): CriterionRule {
  const parameter = row.ruleParameter?.toFixed();
  if (row.rule === "all") return { kind: "all" };
  if (parameter === undefined)
    throw new Error(`Criterion ${row.id} has rule ${row.rule} without a parameter`);
  return row.rule === "k_of_n"
    ? { kind: "k_of_n", k: Number(parameter) }
    : { kind: "points", passMark: parameter };
}

function toIndicator(row: IndicatorRow, limbsOf: Map<number, IndicatorRow[]>): IndicatorDefinition {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    unit: row.unit,
    kind: row.kind,
    direction: row.direction,
    decimals: row.decimals,
    minValue: row.minValue?.toFixed() ?? null,
    maxValue: row.maxValue?.toFixed() ?? null,
    gradeScale: row.gradeScale,
    hasRatio: row.hasRatio,
    numeratorLabel: row.numeratorLabel,
    denominatorLabel: row.denominatorLabel,
    points: row.points?.toFixed() ?? null,
    delegatedToProvince: row.delegatedToProvince,
    thresholds: row.thresholds.map(toThreshold),
    limbs: (limbsOf.get(row.id) ?? []).map((limb) => toIndicator(limb, limbsOf)),
  };
}

function toThreshold(row: IndicatorRow["thresholds"][number]): ThresholdRow {
  return {
    id: row.id,
    province: row.province?.code ?? null,
    stratum: row.stratum?.code ?? null,
    communeType: row.communeType?.code ?? null,
    year: row.year,
    value: row.value?.toFixed() ?? null,
    valueMax: row.valueMax?.toFixed() ?? null,
    outOf: row.outOf,
    gradeValue: row.gradeValue,
    provenance: row.provenance,
    source: row.source,
    note: row.note,
  };
}
