import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { compareVietnamese } from "@/lib/numbers/collate";
import { db, type Transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/client";
import { formatUnitLabel } from "./names";

export type UnitLevel = "province" | "district" | "commune" | "village";

export interface UnitItem {
  id: number;
  code: string;
  level: UnitLevel;
  label: string;
  name: string;
  parentId: number | null;
  parentLabel: string | null;
  sortOrder: number;
  isIllustrative: boolean;
}

type UnitRow = Omit<UnitItem, "label" | "parentLabel"> & {
  kind: string;
  parentKind: string | null;
  parentName: string | null;
};

const LEVELS: readonly UnitLevel[] = ["province", "district", "commune", "village"];

/** Provinces before districts before communes; inside a level as the administration or the alphabet orders them. */
function compareUnits(a: UnitItem, b: UnitItem): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareVietnamese(a.parentLabel ?? "", b.parentLabel ?? "") ||
    a.sortOrder - b.sortOrder ||
    compareVietnamese(a.name, b.name)
  );
}

function toUnitItem({ kind, parentKind, parentName, ...row }: UnitRow): UnitItem {
  const parentLabel =
    parentKind === null || parentName === null
      ? null
      : formatUnitLabel({ kind: parentKind, name: parentName });
  return { ...row, label: formatUnitLabel({ kind, name: row.name }), parentLabel };
}

/** Fragment: a CTE named `tree` with the ids of a unit and everything below it. */
export function subtreeOf(unitId: number): Prisma.Sql {
  return Prisma.sql`tree AS (
    SELECT "id", 0 AS depth FROM "AdministrativeUnit" WHERE "id" = ${unitId}
    UNION ALL
    SELECT c."id", depth + 1 FROM tree JOIN "AdministrativeUnit" c ON c."parentId" = tree."id" WHERE depth < 10
  )`;
}

/**
 * Units of the given levels inside a unit's subtree (itself included), or of the whole country under "all";
 * at most `limit`, in the order they are shown. The caller has the root from the session or from `authorizeUnit`.
 */
export async function listSubtree(
  root: number | "all",
  levels: readonly UnitLevel[],
  limit: number,
  client: Transaction = db,
): Promise<{ units: UnitItem[]; isCut: boolean }> {
  const tree = root === "all" ? Prisma.sql`tree AS (SELECT "id" FROM "AdministrativeUnit")` : subtreeOf(root);
  const rows = await client.$queryRaw<UnitRow[]>`
    WITH RECURSIVE ${tree}
    SELECT u."id", u."code", u."level"::text AS "level", u."kind", u."name", u."parentId", u."sortOrder",
           u."basis" = 'illustrative' AS "isIllustrative", p."kind" AS "parentKind", p."name" AS "parentName"
    FROM tree JOIN "AdministrativeUnit" u USING ("id")
    LEFT JOIN "AdministrativeUnit" p ON p."id" = u."parentId"
    WHERE u."level"::text = ANY(${[...levels]})
    ORDER BY u."level", u."parentId", u."sortOrder", u."searchName" LIMIT ${limit + 1}`;
  const units = rows.slice(0, limit).map(toUnitItem).sort(compareUnits);
  return { units, isCut: rows.length > limit };
}

/** Direct children of an authorised unit. */
export async function listChildren(unitId: AuthorizedUnitId, client: Transaction = db): Promise<UnitItem[]> {
  const rows = await client.$queryRaw<UnitRow[]>`
    SELECT u."id", u."code", u."level"::text AS "level", u."kind", u."name", u."parentId", u."sortOrder",
           u."basis" = 'illustrative' AS "isIllustrative", p."kind" AS "parentKind", p."name" AS "parentName"
    FROM "AdministrativeUnit" u JOIN "AdministrativeUnit" p ON p."id" = u."parentId"
    WHERE u."parentId" = ${unitId}`;
  return rows.map(toUnitItem).sort(compareUnits);
}

/** Code of the province a unit lies in (itself, if it is one); null when the documents name none. */
export async function findProvinceCode(unitId: number, client: Transaction = db): Promise<string | null> {
  const rows = await client.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE line AS (
      SELECT "id", "parentId", "code", "level", 0 AS depth FROM "AdministrativeUnit" WHERE "id" = ${unitId}
      UNION ALL
      SELECT p."id", p."parentId", p."code", p."level", depth + 1
      FROM line JOIN "AdministrativeUnit" p ON p."id" = line."parentId" WHERE depth < 10
    ) SELECT "code" FROM line WHERE "level" = 'province' ORDER BY depth LIMIT 1`;
  return rows[0]?.code ?? null;
}
