import "server-only";
import { notFound } from "next/navigation";
import { db, type Transaction } from "@/lib/server/db";
import { type Act, scopeOf } from "./policy";
import type { AppSession, AuthorizedUnit, AuthorizedUnitId } from "./types";

type Asker = Pick<AppSession, "role" | "unitId">;

interface UnitRow {
  id: number;
  code: string;
  level: AuthorizedUnit["level"];
  label: string;
  name: string;
  parentId: number | null;
  isInScope: boolean;
}

/** Deeper than any administrative tree; stops a circle of parents from running for ever. */
const MAX_DEPTH = 10;

async function findUnit(client: Transaction, unitCode: string, scopeUnitId: number): Promise<UnitRow | null> {
  const rows = await client.$queryRaw<UnitRow[]>`
    WITH RECURSIVE line AS (
      SELECT "id", "parentId", 0 AS depth FROM "AdministrativeUnit" WHERE "code" = ${unitCode}
      UNION ALL
      SELECT p."id", p."parentId", depth + 1
      FROM line JOIN "AdministrativeUnit" p ON p."id" = line."parentId" WHERE depth < ${MAX_DEPTH}
    )
    SELECT u."id", u."code", u."level"::text AS "level", btrim(u."kind" || ' ' || u."name") AS "label",
           u."name", u."parentId", EXISTS (SELECT 1 FROM line WHERE "id" = ${scopeUnitId}) AS "isInScope"
    FROM "AdministrativeUnit" u WHERE u."code" = ${unitCode}`;
  return rows[0] ?? null;
}

/**
 * The unit behind a code, if the session may do `act` there; null when it may not or there is no such unit
 * (a stranger must not learn which). The only place that mints an `AuthorizedUnitId`.
 * Under the scope "own-criteria" the caller narrows to `criteriaInReach` itself.
 */
export async function authorizeUnit(
  session: Asker,
  unitCode: string,
  act: Act,
  client: Transaction = db,
): Promise<AuthorizedUnit | null> {
  const scope = scopeOf(session.role, act);
  if (scope === null) return null;
  const row = await findUnit(client, unitCode, session.unitId);
  if (!row || (scope !== "everything" && !row.isInScope)) return null;
  const { isInScope: _, id, ...unit } = row;
  return { ...unit, id: id as AuthorizedUnitId };
}

/** As `authorizeUnit`, for pages: anything but a yes is the "not found" page. */
export async function requireUnit(session: Asker, unitCode: string, act: Act): Promise<AuthorizedUnit> {
  return (await authorizeUnit(session, unitCode, act)) ?? notFound();
}

declare const authorizedDocument: unique symbol;
/** A document id that the session gate has checked for one act. */
export type AuthorizedDocumentId = number & { readonly [authorizedDocument]: true };

export interface AuthorizedDocument {
  id: AuthorizedDocumentId;
  code: string;
}

/**
 * The document behind a code, if one of the units it is about, or the unit that issued it, lies in the session's
 * scope for `act`; else null.
 */
export async function authorizeDocument(
  session: Asker,
  documentCode: string,
  act: Act,
  client: Transaction = db,
): Promise<AuthorizedDocument | null> {
  const scope = scopeOf(session.role, act);
  if (scope === null) return null;
  const rows = await client.$queryRaw<{ id: number; code: string; isInScope: boolean }[]>`
    WITH RECURSIVE concerned AS (
      SELECT d."issuerUnitId" AS "id" FROM "DirectiveDocument" d
      WHERE d."code" = ${documentCode} AND d."issuerUnitId" IS NOT NULL
      UNION
      SELECT s."unitId" FROM "DocumentSubject" s
      JOIN "DirectiveDocument" d ON d."id" = s."documentId" WHERE d."code" = ${documentCode}
    ), line AS (
      SELECT u."id", u."parentId", 0 AS depth FROM concerned JOIN "AdministrativeUnit" u USING ("id")
      UNION
      SELECT p."id", p."parentId", depth + 1
      FROM line JOIN "AdministrativeUnit" p ON p."id" = line."parentId" WHERE depth < ${MAX_DEPTH}
    )
    SELECT d."id", d."code", EXISTS (SELECT 1 FROM line WHERE "id" = ${session.unitId}) AS "isInScope"
    FROM "DirectiveDocument" d WHERE d."code" = ${documentCode}`;
  const row = rows[0];
  if (!row || (scope !== "everything" && !row.isInScope)) return null;
  return { id: row.id as AuthorizedDocumentId, code: row.code };
}

/** Ids of every unit the session reaches with `act`, for `where` clauses of lists; "all" under "everything". */
export async function listUnitsInReach(
  session: Asker,
  act: Act,
  client: Transaction = db,
): Promise<"all" | AuthorizedUnitId[]> {
  const scope = scopeOf(session.role, act);
  if (scope === null) return [];
  if (scope === "everything") return "all";
  const rows = await client.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE tree AS (
      SELECT "id", 0 AS depth FROM "AdministrativeUnit" WHERE "id" = ${session.unitId}
      UNION ALL
      SELECT c."id", depth + 1 FROM tree JOIN "AdministrativeUnit" c ON c."parentId" = tree."id"
      WHERE depth < ${MAX_DEPTH}
    ) SELECT "id" FROM tree`;
  return rows.map((row) => row.id as AuthorizedUnitId);
}
