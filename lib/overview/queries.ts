import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import type { ContextSet } from "@/lib/context/types";
import { previousPeriod } from "@/lib/numbers/periods";
import { db, type Transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { prepareOverview } from "./prepare-overview";
import type {
  CriterionHead,
  OverdueTaskRow,
  Overview,
  OverviewRows,
  RegressionRow,
  TrendRow,
  UnitSheetRow,
} from "./types";

export interface OverviewRequest {
  unitId: AuthorizedUnitId;
  set: Pick<ContextSet, "id" | "level">;
  period: string;
  /** ISO day that decides what is overdue. */
  today: string;
}

const OVERDUE_LIMIT = 6;

/** The unit and everything below it, down to the level the set is about. */
function subtree(request: OverviewRequest): Prisma.Sql {
  return Prisma.sql`with recursive scope as (
    select u.id, u.code, u.level, u.kind, u.name, u."sortOrder", u.basis
    from "AdministrativeUnit" u where u.id = ${request.unitId}
    union all
    select u.id, u.code, u.level, u.kind, u.name, u."sortOrder", u.basis
    from "AdministrativeUnit" u join scope s on u."parentId" = s.id
    where s.level <> ${request.set.level}::"UnitLevel"
  )`;
}

const VERDICT_LETTER = Prisma.sql`case v.verdict::text when 'met' then case when v."isNear" then 'n' else 'm' end
  when 'unmet' then 'u' when 'missing' then 'x' when 'exempt' then 'e' else 'd' end`;

function verdictText(submissionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select string_agg(k.number || ${VERDICT_LETTER}, ' ')
    from "CriterionVerdict" v join "Criterion" k on k.id = v."criterionId" where v."submissionId" = ${submissionId})`;
}

/** Heads of the columns and the trend by period, both small, in one trip. */
function selectFrame(request: OverviewRequest): Prisma.Sql {
  return Prisma.sql`${subtree(request)}
    select
      (select coalesce(json_agg(k order by k.number), '[]') from (
        select id, number, title, "shortTitle", "isCounted" from "Criterion" where "setId" = ${request.set.id}
      ) k) as criteria,
      (select coalesce(json_agg(t order by t.period), '[]') from (
        select s.period, count(*)::int as sheets, sum(s."metCount")::int as sum,
          percentile_cont(0.25) within group (order by s."metCount") as lower,
          percentile_cont(0.75) within group (order by s."metCount") as upper,
          (count(*) filter (where s.status in ('verified', 'approved')))::int as verified,
          bool_or(s."isIllustrative") as "isIllustrative"
        from "Submission" s join scope c on c.id = s."unitId"
        where s."setId" = ${request.set.id} and (s.status <> 'draft' or s.basis = 'recorded')
        group by s.period
      ) t) as trend`;
}

function selectUnits(request: OverviewRequest): Prisma.Sql {
  return Prisma.sql`${subtree(request)}
    select c.code, c.kind, c.name, c.basis::text as basis, e.id is not null as enrolled,
      e.recognition::text as recognition, s.status::text as status, s.provenance::text as provenance,
      s.basis::text as "sheetBasis", s."isIllustrative", s."metCount" as met, s."totalCount" as total,
      s."enteredCount" as entered, s."indicatorCount" as indicators,
      to_char(s."submittedAt" at time zone 'UTC' at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "sentOn",
      to_char(due."dueOn", 'YYYY-MM-DD') as "dueOn", s."updatedAt", s."metPhrase", d.code as "documentCode",
      ${verdictText(Prisma.sql`s.id`)} as verdicts,
      p.status::text as "previousStatus", p.basis::text as "previousBasis", p."metCount" as "previousMet",
      ${verdictText(Prisma.sql`p.id`)} as "previousVerdicts"
    from scope c
    left join "Enrolment" e on e."unitId" = c.id and e."setId" = ${request.set.id}
    left join "Submission" s on s."unitId" = c.id and s."setId" = ${request.set.id} and s.period = ${request.period}
    left join "Submission" p on p."unitId" = c.id and p."setId" = ${request.set.id}
      and p.period = ${previousPeriod(request.period)}
    left join "DirectiveDocument" d on d.id = s."documentId"
    left join lateral (
      select x."dueOn" from "PeriodDeadline" x
      where x."setId" = ${request.set.id} and x.period = ${request.period} and (x."unitId" is null or x."unitId" = c.id)
      order by x."unitId" nulls last limit 1
    ) due on true
    where c.level = ${request.set.level}::"UnitLevel"
    order by c."sortOrder", c.name`;
}

/** Criteria met last period and unmet now, each with the indicator that is furthest from its threshold. */
function selectRegressions(request: OverviewRequest): Prisma.Sql {
  return Prisma.sql`${subtree(request)}
    select c.code as "unitCode", c.kind, c.name, k.number, k."shortTitle", w.*
    from scope c
    join "Submission" s on s."unitId" = c.id and s."setId" = ${request.set.id} and s.period = ${request.period}
    join "Submission" p on p."unitId" = c.id and p."setId" = ${request.set.id}
      and p.period = ${previousPeriod(request.period)} and (p.status <> 'draft' or p.basis = 'recorded')
    join "CriterionVerdict" v on v."submissionId" = s.id and v.verdict = 'unmet'
    join "CriterionVerdict" o on o."submissionId" = p.id and o."criterionId" = v."criterionId" and o.verdict = 'met'
    join "Criterion" k on k.id = v."criterionId"
    left join lateral (
      select i.code, i.title, i.unit, i.decimals, i.direction::text as direction, f.value::text as value,
        f."booleanValue", f."gradeValue", t.value::text as threshold, t."valueMax"::text as "thresholdMax",
        t."gradeValue" as "thresholdGrade", b.value::text as previous
      from "Indicator" i
      join "IndicatorVerdict" iv on iv."indicatorId" = i.id and iv."submissionId" = s.id and iv.verdict = 'unmet'
      left join "Figure" f on f."indicatorId" = i.id and f."submissionId" = s.id
      left join "Figure" b on b."indicatorId" = i.id and b."submissionId" = p.id
      left join "Threshold" t on t.id = iv."thresholdId"
      where i."criterionId" = k.id
      order by (f.value is null), iv.progress nulls last, i."sortOrder" limit 1
    ) w on true
    order by c."sortOrder", c.name, k.number`;
}

function selectOverdueTasks(request: OverviewRequest): Prisma.Sql {
  return Prisma.sql`with recursive scope as (
      select u.id, u.code, u.kind, u.name from "AdministrativeUnit" u where u.id = ${request.unitId}
      union all
      select u.id, u.code, u.kind, u.name from "AdministrativeUnit" u join scope s on u."parentId" = s.id
    )
    select t.id, c.code as "unitCode", c.kind, c.name, t.title, k.number, d.type::text as "documentType",
      to_char(t.deadline, 'YYYY-MM-DD') as deadline, t."isIllustrative", (count(*) over ())::int as total,
      (select string_agg(b.name, ', ' order by b."sortOrder") from "TaskBody" b
        where b."taskId" = t.id and b.role = 'responsible') as bodies
    from "Task" t join scope c on c.id = t."unitId"
    left join "Criterion" k on k.id = t."criterionId"
    left join "DirectiveDocument" d on d.id = t."documentId"
    where t.status in ('open', 'in_progress') and t.deadline < ${request.today}::date
    order by t.deadline, t.id limit ${OVERDUE_LIMIT}`;
}

/** The rows of an overview in four statements at once; see `prepareOverview` for what they become. */
export async function loadOverviewRows(
  request: OverviewRequest,
  client: Transaction = db,
): Promise<OverviewRows> {
  const [frames, units, regressions, overdueTasks] = await Promise.all([
    client.$queryRaw<{ criteria: CriterionHead[]; trend: TrendRow[] }[]>(selectFrame(request)),
    client.$queryRaw<UnitSheetRow[]>(selectUnits(request)),
    client.$queryRaw<RegressionRow[]>(selectRegressions(request)),
    client.$queryRaw<OverdueTaskRow[]>(selectOverdueTasks(request)),
  ]);
  const frame = frames[0];
  return { criteria: frame?.criteria ?? [], trend: frame?.trend ?? [], units, regressions, overdueTasks };
}

/** The overview of a unit's subtree for one set and period. Never reads outside the subtree. */
export async function loadOverview(request: OverviewRequest, client: Transaction = db): Promise<Overview> {
  return prepareOverview(await loadOverviewRows(request, client), {
    level: request.set.level,
    period: request.period,
    today: request.today,
  });
}

/** Units right below, by name: all that is known where nobody follows a set. */
export async function loadNamedUnits(
  unitId: AuthorizedUnitId,
  client: Transaction = db,
): Promise<{ code: string; label: string }[]> {
  return client.$queryRaw<{ code: string; label: string }[]>`
    select code, btrim(kind || ' ' || name) as label from "AdministrativeUnit"
    where "parentId" = ${unitId} and level <> 'village' order by "sortOrder", name`;
}
