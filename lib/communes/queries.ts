import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { makeThresholdLookup } from "@/lib/gaps/threshold-lookup";
import { previousPeriod } from "@/lib/numbers/periods";
import { db, type Transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { loadSheetContext, toThresholdContext } from "@/lib/submissions/sheet-context";
import { prepareCommune } from "./prepare-commune";
import type {
  CommunePage,
  CommuneRows,
  CriterionRow,
  DocumentRow,
  FactRow,
  IndicatorRow,
  MilestoneRow,
  SheetRow,
  TargetRow,
  TaskRow,
  UnitHeadRow,
  VillageRow,
} from "./types";

export interface CommuneRequest {
  unitId: AuthorizedUnitId;
  /** Null when the unit follows no set. */
  set: { id: number; code: string } | null;
  period: string;
}

function selectHead(unitId: number): Prisma.Sql {
  return Prisma.sql`select btrim(u.kind || ' ' || u.name) as label, u.kind, u.level::text as level,
      u.basis::text as basis, u."basisNote", p.code as "parentCode", btrim(p.kind || ' ' || p.name) as "parentLabel",
      p.basis::text as "parentBasis", p."basisNote" as "parentBasisNote"
    from "AdministrativeUnit" u left join "AdministrativeUnit" p on p.id = u."parentId" where u.id = ${unitId}`;
}

function selectSheets(unitId: number): Prisma.Sql {
  return Prisma.sql`select s.id, s."setId", c.code as "setCode", c."shortTitle" as "setTitle", s.period,
      s.status::text as status, s.provenance::text as provenance, s.basis::text as basis,
      to_char(s."asOf", 'YYYY-MM-DD') as "asOf", s."metPhrase", s."derivedNote", s."metCount" as met,
      s."unmetCount" as unmet, s."missingCount" as missing, s."exemptCount" as exempt,
      s."undefinedCount" as "undefinedCount", s."totalCount" as total, s."enteredCount" as entered,
      s."indicatorCount" as indicators, s."returnReason", s."isIllustrative", d.code as "documentCode",
      d.subject as "documentTitle"
    from "Submission" s join "CriteriaSet" c on c.id = s."setId"
    left join "DirectiveDocument" d on d.id = s."documentId"
    where s."unitId" = ${unitId} order by s.period`;
}

/** The sheets of this period and the one before; the one before counts only when it was sent or recorded. */
function joinSheets({ unitId, set, period }: CommuneRequest): Prisma.Sql {
  return Prisma.sql`left join "Submission" s on s."unitId" = ${unitId} and s."setId" = ${set?.id ?? null} and s.period = ${period}
    left join "Submission" p on p."unitId" = ${unitId} and p."setId" = ${set?.id ?? null}
      and p.period = ${previousPeriod(period)} and (p.status <> 'draft' or p.basis = 'recorded')`;
}

function selectCriteria(request: CommuneRequest): Prisma.Sql {
  return Prisma.sql`select k.id, k.number, k.title, k."shortTitle", k."groupTitle", k."isCounted",
      v.verdict::text as verdict, v."isNear", v."isDerived", v.basis::text as basis, v."metIndicators",
      v."totalIndicators", o.verdict::text as "previousVerdict"
    from "Criterion" k ${joinSheets(request)}
    left join "CriterionVerdict" v on v."submissionId" = s.id and v."criterionId" = k.id
    left join "CriterionVerdict" o on o."submissionId" = p.id and o."criterionId" = k.id
    where k."setId" = ${request.set?.id ?? null} order by k.number`;
}

function selectIndicators(request: CommuneRequest): Prisma.Sql {
  return Prisma.sql`select i.id, i."parentId", i."criterionId", i.code, i.title, i.unit, i.decimals,
      i.direction::text as direction, i."delegatedToProvince" as delegated,
      exists (select 1 from "Indicator" limb where limb."parentId" = i.id) as "hasLimbs",
      v.verdict::text as verdict, v."isNear", v.gap::text as gap, v.progress::text as progress,
      f.value::text as value, f."booleanValue", f."gradeValue", f.note, t.value::text as threshold,
      t."valueMax"::text as "thresholdMax", t."outOf" as "thresholdOutOf", t."gradeValue" as "thresholdGrade",
      t.provenance::text as "thresholdProvenance", t.source as "thresholdSource",
      o.verdict::text as "previousVerdict", b.value::text as "previousValue"
    from "Criterion" k join "Indicator" i on i."criterionId" = k.id ${joinSheets(request)}
    join "IndicatorVerdict" v on v."submissionId" = s.id and v."indicatorId" = i.id
    left join "Indicator" up on up.id = i."parentId"
    left join "Threshold" t on t.id = v."thresholdId"
    left join "Figure" f on f."submissionId" = s.id and f."indicatorId" = i.id
    left join "IndicatorVerdict" o on o."submissionId" = p.id and o."indicatorId" = i.id
    left join "Figure" b on b."submissionId" = p.id and b."indicatorId" = i.id
    where k."setId" = ${request.set?.id ?? null}
    order by k.number, coalesce(up."sortOrder", i."sortOrder"), i."parentId" is not null, i."sortOrder", i.id`;
}

function selectTasks(unitId: number): Prisma.Sql {
  return Prisma.sql`select t.id, t.title, k.number, k."setId", to_char(t.deadline, 'YYYY-MM-DD') as deadline,
      t."deadlineText", t.recurrence, t.status::text as status, t.reference, t.note, t."isIllustrative",
      d.code as "documentCode",
      (select string_agg(b.name, ', ' order by b."sortOrder") from "TaskBody" b
        where b."taskId" = t.id and b.role = 'responsible') as responsible,
      (select string_agg(b.name, ', ' order by b."sortOrder") from "TaskBody" b
        where b."taskId" = t.id and b.role = 'coordinating') as coordinating
    from "Task" t left join "Criterion" k on k.id = t."criterionId"
    left join "DirectiveDocument" d on d.id = t."documentId"
    where t."unitId" = ${unitId} and t.status <> 'cancelled' order by k.number nulls last, t.deadline nulls last, t.id`;
}

function selectTargets(unitId: number): Prisma.Sql {
  return Prisma.sql`select t.id, t.label, btrim(u.kind || ' ' || u.name) as "scopeLabel", k.number, i.code,
      case when c."ownerUnitId" is not null then k."groupTitle" end as "groupTitle", c.code as "setCode", t.year,
      t.quarter, t."periodText", t.printed, t."unitOfMeasure", to_char(t."dueOn", 'YYYY-MM-DD') as "dueOn", t.note,
      d.code as "documentCode", t."isIllustrative"
    from "Target" t
    left join "AdministrativeUnit" u on u.id = t."scopeUnitId"
    left join "CriteriaSet" c on c.id = t."setId"
    left join "Criterion" k on k.id = t."criterionId"
    left join "Indicator" i on i.id = t."indicatorId"
    left join "DirectiveDocument" d on d.id = t."documentId"
    where t."unitId" = ${unitId} order by (c."ownerUnitId" is not null), case when c."ownerUnitId" is not null then k.number end, t.id`;
}

function selectMilestones({ unitId, set }: CommuneRequest): Prisma.Sql {
  return Prisma.sql`select m.id, m.title, k.number, m."targetMet", m."duePeriod",
      to_char(m."dueOn", 'YYYY-MM-DD') as "dueOn", m."dueText", d.code as "documentCode", m."isIllustrative"
    from "Milestone" m left join "Criterion" k on k.id = m."criterionId"
    left join "DirectiveDocument" d on d.id = m."documentId"
    where m."unitId" = ${unitId} and m."setId" = ${set?.id ?? null} order by m."dueOn", k.number nulls last, m.id`;
}

function selectVillages(unitId: number): Prisma.Sql {
  return Prisma.sql`select x.id, btrim(u.kind || ' ' || u.name) as label, x.standard, x.status::text as status,
      x."countMet", x."countTotal", x."asOfText", to_char(x."dueOn", 'YYYY-MM-DD') as "dueOn", x.note,
      x."isIllustrative"
    from "VillageProgress" x left join "AdministrativeUnit" u on u.id = x."villageId"
    where x."communeId" = ${unitId} order by x.standard, u."sortOrder", u.name, x.id`;
}

function selectVillageNames(unitId: number): Prisma.Sql {
  return Prisma.sql`select btrim(kind || ' ' || name) as label from "AdministrativeUnit"
    where "parentId" = ${unitId} and level = 'village' order by "sortOrder", name`;
}

/** Documents about the unit or issued by it. */
function selectDocumentIds(unitId: number): Prisma.Sql {
  return Prisma.sql`select d.id from "DirectiveDocument" d where d."issuerUnitId" = ${unitId}
    union select x."documentId" from "DocumentSubject" x where x."unitId" = ${unitId}`;
}

function selectDocuments(unitId: number): Prisma.Sql {
  return Prisma.sql`select d.code, d.type::text as type, d.subject, d."numberText", d."dateText",
      d.signature ->> 'name' as signer
    from "DirectiveDocument" d where d.id in (${selectDocumentIds(unitId)}) order by d."issuedOn" desc nulls last, d.id`;
}

/** What documents print of the state of things (targets stand elsewhere). */
function selectFacts(unitId: number): Prisma.Sql {
  return Prisma.sql`select d.code as "documentCode", f.key, f.label, f.printed, f."periodText", f.note,
      f."printedPercent"::text as "printedPercent", f."computedPercent"::text as "computedPercent", f."isInconsistent"
    from "DocumentFact" f join "DirectiveDocument" d on d.id = f."documentId"
    where d.id in (${selectDocumentIds(unitId)}) and (f.kind = 'actual' or f."isInconsistent")
    order by d.id, f."sortOrder", f.id`;
}

/** A missing figure is not judged, so no threshold is stored with it; the one that waits for it is looked up. */
async function fillThresholds(
  rows: IndicatorRow[],
  request: CommuneRequest,
  client: Transaction,
): Promise<IndicatorRow[]> {
  if (!request.set || rows.every((row) => row.thresholdProvenance !== null)) return rows;
  const [context, definition] = await Promise.all([
    loadSheetContext(client, request.unitId, request.set.code),
    loadSetDefinition(client, request.set.code),
  ]);
  if (!context) return rows;
  const lookup = makeThresholdLookup(definition);
  return rows.map((row) => {
    const found =
      row.thresholdProvenance === null ? lookup(row.id, toThresholdContext(context, request.period)) : null;
    if (!found) return row;
    return {
      ...row,
      threshold: found.value,
      thresholdMax: found.valueMax,
      thresholdOutOf: found.outOf,
      thresholdGrade: found.gradeValue,
      thresholdProvenance: found.provenance,
      thresholdSource: found.source,
    };
  });
}

/** Rows of a commune's page, all statements at once. */
export async function loadCommuneRows(
  request: CommuneRequest,
  client: Transaction = db,
): Promise<CommuneRows> {
  const { unitId } = request;
  const [heads, sheets, criteria, indicators, tasks, targets, milestones, villages, names, documents, facts] =
    await Promise.all([
      client.$queryRaw<UnitHeadRow[]>(selectHead(unitId)),
      client.$queryRaw<SheetRow[]>(selectSheets(unitId)),
      client.$queryRaw<CriterionRow[]>(selectCriteria(request)),
      client.$queryRaw<IndicatorRow[]>(selectIndicators(request)),
      client.$queryRaw<TaskRow[]>(selectTasks(unitId)),
      client.$queryRaw<TargetRow[]>(selectTargets(unitId)),
      client.$queryRaw<MilestoneRow[]>(selectMilestones(request)),
      client.$queryRaw<VillageRow[]>(selectVillages(unitId)),
      client.$queryRaw<{ label: string }[]>(selectVillageNames(unitId)),
      client.$queryRaw<DocumentRow[]>(selectDocuments(unitId)),
      client.$queryRaw<FactRow[]>(selectFacts(unitId)),
    ]);
  const head = heads[0];
  if (!head) throw new Error(`Authorised unit ${unitId} has no row`);
  return {
    head,
    sheets,
    criteria,
    indicators: await fillThresholds(indicators, request, client),
    tasks,
    targets,
    milestones,
    villages,
    villageNames: names.map((row) => row.label),
    documents,
    facts,
  };
}

/** Everything known of one commune under one set and period. */
export async function loadCommune(request: CommuneRequest, client: Transaction = db): Promise<CommunePage> {
  return prepareCommune(await loadCommuneRows(request, client), request.set?.id ?? null, request.period);
}

/** Code of the unit above, or null at the top. */
export async function loadParentCode(
  unitId: AuthorizedUnitId,
  client: Transaction = db,
): Promise<string | null> {
  const rows = await client.$queryRaw<{ code: string }[]>`
    select p.code from "AdministrativeUnit" u join "AdministrativeUnit" p on p.id = u."parentId" where u.id = ${unitId}`;
  return rows[0]?.code ?? null;
}
