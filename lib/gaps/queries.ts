import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import type { ContextSet } from "@/lib/context/types";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { previousPeriod } from "@/lib/numbers/periods";
import { db, type Transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { prepareGapItems } from "./prepare-items";
import { prepareGapList } from "./prepare-list";
import type { GapFilter } from "./schema";
import { makeThresholdLookup } from "./threshold-lookup";
import type {
  CriterionGapRow,
  GapList,
  GapRows,
  GapTaskRow,
  GapUnitRow,
  IndicatorGapRow,
  OfficialRow,
  VerifierRow,
} from "./types";

export interface GapRequest {
  unitId: AuthorizedUnitId;
  set: Pick<ContextSet, "id" | "code" | "level">;
  period: string;
  /** ISO day that decides what is overdue. */
  today: string;
}

/** The unit and everything below it, down to the level the set is about. */
function scope(request: GapRequest): Prisma.Sql {
  return Prisma.sql`with recursive scope as (
    select u.id, u.code, u.kind, u.name, u."parentId", u.level, u."sortOrder", u.basis
    from "AdministrativeUnit" u where u.id = ${request.unitId}
    union all
    select u.id, u.code, u.kind, u.name, u."parentId", u.level, u."sortOrder", u.basis
    from "AdministrativeUnit" u join scope s on u."parentId" = s.id
    where s.level <> ${request.set.level}::"UnitLevel"
  )`;
}

/** The unit and those above it, nearest first. */
function selectLine(request: GapRequest): Prisma.Sql {
  return Prisma.sql`with recursive line as (
    select id, "parentId", code, level, 0 as depth from "AdministrativeUnit" where id = ${request.unitId}
    union all
    select p.id, p."parentId", p.code, p.level, depth + 1
    from line join "AdministrativeUnit" p on p.id = line."parentId" where depth < 10
  ) select id, code, level::text as level from line order by depth`;
}

function selectUnits(request: GapRequest): Prisma.Sql {
  return Prisma.sql`${scope(request)}
    select c.id, c.code, c.kind, c.name, c."parentId", s.status::text as status, s.basis::text as basis,
      coalesce(s."enteredCount", 0) as entered, e.id is not null as enrolled,
      (c.basis = 'illustrative' or coalesce(s."isIllustrative", false)) as "isIllustrative",
      to_char(due."dueOn", 'YYYY-MM-DD') as "dueOn", null::text as province, st.code as stratum,
      ct.code as "communeType"
    from scope c
    left join "Enrolment" e on e."unitId" = c.id and e."setId" = ${request.set.id}
    left join "Stratum" st on st.id = e."stratumId"
    left join "Stratum" ct on ct.id = e."communeTypeId"
    left join "Submission" s on s."unitId" = c.id and s."setId" = ${request.set.id} and s.period = ${request.period}
    left join lateral (
      select x."dueOn" from "PeriodDeadline" x
      where x."setId" = ${request.set.id} and x.period = ${request.period} and (x."unitId" is null or x."unitId" = c.id)
      order by x."unitId" nulls last limit 1
    ) due on true
    where c.level = ${request.set.level}::"UnitLevel" and (e.id is not null or s.id is not null)
    order by c."sortOrder", c.name`;
}

function selectIndicatorGaps(request: GapRequest): Prisma.Sql {
  return Prisma.sql`${scope(request)}
    select c.id as "unitId", k.id as "criterionId", k.number, k.title as "criterionTitle",
      i.id as "indicatorId", i.code, i.title, i.unit, i.decimals, i.direction::text as direction,
      i."delegatedToProvince" as delegated, v.verdict::text as verdict, v.gap::text as gap,
      v.progress::text as progress, f.value::text as value, f."booleanValue", f."gradeValue",
      t.value::text as threshold, t."valueMax"::text as "thresholdMax", t."outOf" as "thresholdOutOf",
      t."gradeValue" as "thresholdGrade", t.provenance::text as "thresholdProvenance",
      t.source as "thresholdSource", o.verdict::text as "previousVerdict", b.value::text as "previousValue"
    from scope c
    join "Submission" s on s."unitId" = c.id and s."setId" = ${request.set.id} and s.period = ${request.period}
      and s.basis = 'scored' and s."enteredCount" > 0
    join "IndicatorVerdict" v on v."submissionId" = s.id and v.verdict in ('unmet', 'missing', 'undefined-threshold')
    join "Indicator" i on i.id = v."indicatorId"
      and not exists (select 1 from "Indicator" limb where limb."parentId" = i.id)
    join "Criterion" k on k.id = i."criterionId"
    left join "Threshold" t on t.id = v."thresholdId"
    left join "Figure" f on f."submissionId" = s.id and f."indicatorId" = i.id
    left join "Submission" p on p."unitId" = c.id and p."setId" = ${request.set.id}
      and p.period = ${previousPeriod(request.period)} and p.status <> 'draft'
    left join "IndicatorVerdict" o on o."submissionId" = p.id and o."indicatorId" = i.id
    left join "Figure" b on b."submissionId" = p.id and b."indicatorId" = i.id
    order by c."sortOrder", c.name, k.number, i."sortOrder", i.id`;
}

function selectCriterionGaps(request: GapRequest): Prisma.Sql {
  return Prisma.sql`${scope(request)}
    select c.id as "unitId", k.id as "criterionId", k.number, k.title as "criterionTitle",
      v.verdict::text as verdict, o.verdict::text as "previousVerdict", d.code as "documentCode"
    from scope c
    join "Submission" s on s."unitId" = c.id and s."setId" = ${request.set.id} and s.period = ${request.period}
      and s.basis = 'recorded'
    join "CriterionVerdict" v on v."submissionId" = s.id and v.verdict in ('unmet', 'missing', 'undefined-threshold')
    join "Criterion" k on k.id = v."criterionId"
    left join "DirectiveDocument" d on d.id = s."documentId"
    left join "Submission" p on p."unitId" = c.id and p."setId" = ${request.set.id}
      and p.period = ${previousPeriod(request.period)}
    left join "CriterionVerdict" o on o."submissionId" = p.id and o."criterionId" = k.id
    order by c."sortOrder", c.name, k.number`;
}

function selectTasks(request: GapRequest): Prisma.Sql {
  return Prisma.sql`${scope(request)}
    select t.id, t."unitId", t."criterionId", t.title, to_char(t.deadline, 'YYYY-MM-DD') as deadline,
      t."deadlineText", d.code as "documentCode",
      (select string_agg(x.name, ', ' order by x."sortOrder") from "TaskBody" x
        where x."taskId" = t.id and x.role = 'responsible') as bodies
    from "Task" t join scope c on c.id = t."unitId"
    join "Criterion" k on k.id = t."criterionId" and k."setId" = ${request.set.id}
    left join "DirectiveDocument" d on d.id = t."documentId"
    where t.status in ('open', 'in_progress')`;
}

function selectVerifiers(request: GapRequest): Prisma.Sql {
  return Prisma.sql`select u."unitId", x."criterionId", u.position
    from "UserCriterion" x join "User" u on u.id = x."userId"
    join "Criterion" k on k.id = x."criterionId" and k."setId" = ${request.set.id}
    where u.role = 'department_verifier' and u."disabledAt" is null order by u.id`;
}

/** Officials whom the communes themselves have put in charge; the newest where days overlap. */
function selectOfficials(request: GapRequest): Prisma.Sql {
  return Prisma.sql`${scope(request)}
    select a."unitId", a."criterionId", concat_ws(', ', a."officialName", a.position) as official
    from "CriterionAssignment" a join scope c on c.id = a."unitId"
    join "Criterion" k on k.id = a."criterionId" and k."setId" = ${request.set.id}
    where a."fromDate" <= ${request.today}::date and (a."toDate" is null or a."toDate" >= ${request.today}::date)
    order by a."fromDate", a.id`;
}

function selectHeads(request: GapRequest): Prisma.Sql {
  return Prisma.sql`select k.id, k.number, k.title,
      (select count(*) from "Indicator" i where i."criterionId" = k.id
        and not exists (select 1 from "Indicator" limb where limb."parentId" = i.id))::int as leaves
    from "Criterion" k where k."setId" = ${request.set.id} order by k.number`;
}

/** The gaps of a unit's subtree for one set and period, filtered, grouped and paged. Never reads outside the subtree. */
export async function loadGaps(
  request: GapRequest,
  filter: GapFilter,
  client: Transaction = db,
): Promise<GapList> {
  const [line, units, indicators, criteria, tasks, verifiers, officials, heads, definition] =
    await Promise.all([
      client.$queryRaw<{ id: number; code: string; level: string }[]>(selectLine(request)),
      client.$queryRaw<GapUnitRow[]>(selectUnits(request)),
      client.$queryRaw<IndicatorGapRow[]>(selectIndicatorGaps(request)),
      client.$queryRaw<CriterionGapRow[]>(selectCriterionGaps(request)),
      client.$queryRaw<GapTaskRow[]>(selectTasks(request)),
      client.$queryRaw<VerifierRow[]>(selectVerifiers(request)),
      client.$queryRaw<OfficialRow[]>(selectOfficials(request)),
      client.$queryRaw<{ id: number; number: number; title: string; leaves: number }[]>(selectHeads(request)),
      loadSetDefinition(client, request.set.code),
    ]);
  const province = line.find((unit) => unit.level === "province")?.code ?? null;
  const rows: GapRows = {
    units: units.map((unit) => ({ ...unit, province })),
    indicators,
    criteria,
    tasks,
    verifiers,
    officials,
    heads,
    indicatorCount: heads.reduce((sum, head) => sum + head.leaves, 0),
  };
  const items = prepareGapItems(rows, makeThresholdLookup(definition), {
    period: request.period,
    today: request.today,
    line: line.map((unit) => unit.id),
  });
  return prepareGapList(items, rows, filter, request.today);
}
