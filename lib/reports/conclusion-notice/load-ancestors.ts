import "server-only";
import type { Transaction } from "@/lib/server/db";
import type { AncestorFacts } from "./derive-issuer";

/** Deeper than any administrative tree; stops a circle of parents from running for ever. */
const MAX_DEPTH = 10;

/** Units above a unit, nearest first. */
export async function loadAncestors(tx: Transaction, parentId: number | null): Promise<AncestorFacts[]> {
  if (parentId === null) return [];
  return tx.$queryRaw<AncestorFacts[]>`
    WITH RECURSIVE line AS (
      SELECT u.*, 0 AS depth FROM "AdministrativeUnit" u WHERE u."id" = ${parentId}
      UNION ALL
      SELECT p.*, depth + 1 FROM line JOIN "AdministrativeUnit" p ON p."id" = line."parentId"
      WHERE depth < ${MAX_DEPTH}
    )
    SELECT "level"::text AS "level", "kind", "name", "basis"::text AS "basis",
           to_char("validTo", 'YYYY-MM-DD') AS "validTo"
    FROM line ORDER BY depth`;
}
