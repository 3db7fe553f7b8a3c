import "server-only";
import { authorizeDocument, listUnitsInReach } from "@/lib/auth/authorize";
import type { AppSession } from "@/lib/auth/types";
import { db } from "@/lib/server/db";
import { listDocuments } from "./list-documents";
import { loadDocument } from "./load-document";
import type { DocumentFilter, DocumentList, DocumentView } from "./types";

/** Documents in the session's scope. */
export async function readDocuments(session: AppSession, filter: DocumentFilter): Promise<DocumentList> {
  return listDocuments(db, await listUnitsInReach(session, "document.view"), filter);
}

/** One document, or null when it does not exist or lies outside the session's scope. */
export async function readDocument(
  session: AppSession,
  code: string,
  day: string,
): Promise<DocumentView | null> {
  const document = await authorizeDocument(session, code, "document.view");
  return document === null ? null : loadDocument(db, document.id, day);
}
