import "server-only";
import { notFound } from "next/navigation";
import { requireUnit } from "@/lib/auth/authorize";
import { type Act, scopeOf } from "@/lib/auth/policy";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { comparePeriods, formatPeriod, type Period, parsePeriod, periodOfDate } from "@/lib/numbers/periods";
import { today } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { listSubtree, subtreeOf, type UnitItem, type UnitLevel } from "@/lib/units/queries";
import { chooseDefaultPeriod, coversPeriod, listPeriodChoices } from "./choose";
import type { ContextMenu, ContextSet, PageContext, SearchParams } from "./types";

/** A menu longer than this is a list to search, not to choose from. */
const UNIT_LIMIT = 200;

export interface PageContextOptions {
  /** Levels of units the page can show. */
  levels: readonly UnitLevel[];
  act: Act;
  /** Address of the same page for another context; default "?unit=…&set=…&period=…". */
  hrefOf?: (context: { unit: string; set: string | null; period: string }) => string;
}

interface FollowedSet extends ContextSet {
  periodFrom: number;
  periodTo: number | null;
  /** Periods with data, newest first, and those whose data are illustrative. */
  periods: Period[];
  illustrativePeriods: Period[];
}

function readParam(params: SearchParams, name: string): string | null {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value) || null;
}

/** Query string of a context, without "?". */
export function formatContextQuery(context: { unit: string; set: string | null; period: string }): string {
  const query = new URLSearchParams({ unit: context.unit });
  if (context.set) query.set("set", context.set);
  query.set("period", context.period);
  return query.toString();
}

/** Sets that the unit or anything below it follows or has sheets of; those with the newest data first. */
async function listFollowedSets(unitId: number): Promise<FollowedSet[]> {
  const rows = await db.$queryRaw<FollowedSet[]>`
    WITH RECURSIVE ${subtreeOf(unitId)}, data AS (
      SELECT s."setId", s."period", count(*) AS sheets, bool_or(s."isIllustrative") AS illustrative
      FROM "Submission" s WHERE s."unitId" IN (SELECT "id" FROM tree) GROUP BY 1, 2
    ), followed AS (
      SELECT "setId" FROM data UNION SELECT "setId" FROM "Enrolment" WHERE "unitId" IN (SELECT "id" FROM tree)
    )
    SELECT c."id", c."code", c."title", c."shortTitle", c."citation", c."level"::text AS "level", c."isComplete",
           c."incompleteNote", c."isIllustrative", c."periodFrom", c."periodTo",
           ARRAY(SELECT d."period" FROM data d WHERE d."setId" = c."id" ORDER BY 1 DESC) AS "periods",
           ARRAY(SELECT d."period" FROM data d WHERE d."setId" = c."id" AND d.illustrative) AS "illustrativePeriods"
    FROM followed f JOIN "CriteriaSet" c ON c."id" = f."setId"
    ORDER BY (SELECT max(d."period") FROM data d WHERE d."setId" = c."id") DESC NULLS LAST,
             (SELECT sum(d.sheets) FROM data d WHERE d."setId" = c."id") DESC NULLS LAST, c."code"`;
  return rows;
}

/** The set of the address if the unit follows it, else the first; an unknown code is "not found". */
async function chooseSet(sets: FollowedSet[], code: string | null): Promise<FollowedSet | null> {
  const chosen = sets.find((set) => set.code === code);
  if (chosen || code === null) return chosen ?? sets[0] ?? null;
  // The code may come along from another unit's page; then this unit's own first set is meant.
  const exists = await db.criteriaSet.findUnique({ where: { code }, select: { id: true } });
  return exists ? (sets[0] ?? null) : notFound();
}

function choosePeriod(set: FollowedSet | null, text: string | null, day: string): Period {
  if (text === null) return chooseDefaultPeriod(set, day);
  const period = parsePeriod(text) ?? notFound();
  if (comparePeriods(period, periodOfDate(day)) > 0) notFound();
  return set && !coversPeriod(set, period) ? chooseDefaultPeriod(set, day) : period;
}

/** Own unit where the page can show it; otherwise the first unit in reach that it can. */
function chooseUnitCode(session: AppSession, units: UnitItem[]): string {
  const own = units.find((unit) => unit.id === session.unitId);
  return (own ?? units[0])?.code ?? notFound();
}

function makeUnitMenu(
  units: UnitItem[],
  current: AuthorizedUnit,
  isCut: boolean,
  hrefOf: (code: string) => string,
): ContextMenu {
  const options = units.map((unit) => ({
    value: unit.code,
    label: unit.label,
    href: hrefOf(unit.code),
    current: unit.id === current.id,
    ...(unit.parentLabel ? { hint: unit.parentLabel } : {}),
  }));
  if (!options.some((option) => option.current)) {
    options.unshift({ value: current.code, label: current.label, href: hrefOf(current.code), current: true });
  }
  return { title: "Đơn vị", label: current.label, options, isCut };
}

/**
 * Unit, set and period of a page, from the address where it says so and from the role where it does not, with the
 * menus to change them. Anything out of reach or unknown is the "not found" page.
 */
export async function loadPageContext(
  session: AppSession,
  params: SearchParams,
  options: PageContextOptions,
): Promise<PageContext> {
  const { levels, act } = options;
  const scope = scopeOf(session.role, act);
  if (scope === null) notFound();
  const day = today();
  const asked = readParam(params, "unit");
  const [reach, askedUnit] = await Promise.all([
    listSubtree(scope === "everything" ? "all" : session.unitId, levels, UNIT_LIMIT),
    asked === null ? null : requireUnit(session, asked, act),
  ]);
  const unit = askedUnit ?? (await requireUnit(session, chooseUnitCode(session, reach.units), act));
  if (!levels.includes(unit.level)) notFound();
  const sets = await listFollowedSets(unit.id);
  const set = await chooseSet(sets, readParam(params, "set"));
  const period = choosePeriod(set, readParam(params, "period"), day);

  const current = { unit: unit.code, set: set?.code ?? null, period };
  const hrefOf = options.hrefOf ?? ((context) => `?${formatContextQuery(context)}`);
  const isIllustrative =
    (set?.isIllustrative ?? false) ||
    (set?.illustrativePeriods.includes(period) ?? false) ||
    (reach.units.find((item) => item.id === unit.id)?.isIllustrative ?? false);
  return {
    unit,
    set: set && toContextSet(set),
    period,
    contextBar: {
      unit: makeUnitMenu(reach.units, unit, reach.isCut, (code) => hrefOf({ ...current, unit: code })),
      set: {
        title: "Bộ tiêu chí",
        label: set?.shortTitle ?? "Chưa theo bộ nào",
        options: sets.map((item) => ({
          value: item.code,
          label: item.shortTitle,
          href: hrefOf({ ...current, set: item.code }),
          current: item.id === set?.id,
          ...(item.isComplete ? {} : { hint: "Bộ chưa đủ chỉ tiêu" }),
        })),
        isCut: false,
      },
      period: {
        title: "Kỳ",
        label: formatPeriod(period, "start"),
        options: listPeriodChoices(set, day, period).map((item) => ({
          value: item,
          label: formatPeriod(item, "start"),
          href: hrefOf({ ...current, period: item }),
          current: item === period,
          ...(set?.periods.includes(item) ? {} : { hint: "Chưa có số liệu" }),
        })),
        isCut: false,
      },
      query: formatContextQuery(current),
      isIllustrative,
    },
  };
}

function toContextSet(set: FollowedSet): ContextSet {
  const { periodFrom: _from, periodTo: _to, periods: _all, illustrativePeriods: _some, ...rest } = set;
  return rest;
}
