import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { db } from "@/lib/server/db";
import { formatUnitLabel } from "@/lib/units/names";

export interface ScopeUnit {
  id: number;
  code: string;
  label: string;
}

/** A unit and everything below it, by id. */
export async function listSubtree(unitId: AuthorizedUnitId): Promise<Map<number, ScopeUnit>> {
  const rows = await db.$queryRaw<{ id: number; code: string; kind: string; name: string }[]>`
    WITH RECURSIVE tree AS (
      SELECT "id", 0 AS depth FROM "AdministrativeUnit" WHERE "id" = ${unitId}
      UNION ALL
      SELECT c."id", depth + 1 FROM tree JOIN "AdministrativeUnit" c ON c."parentId" = tree."id" WHERE depth < 10
    )
    SELECT u."id", u."code", u."kind", u."name" FROM tree JOIN "AdministrativeUnit" u USING ("id")`;
  return new Map(
    rows.map(({ id, code, kind, name }) => [id, { id, code, label: formatUnitLabel({ kind, name }) }]),
  );
}
