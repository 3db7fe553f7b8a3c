import "server-only";
import { db } from "@/lib/server/db";
import type { NoticeRequest } from "./find-submission";
import { loadConclusionNotice } from "./queries";

/** Facts for one commune's notice, read in one go; see loadConclusionNotice. */
export function readConclusionNotice(request: NoticeRequest): ReturnType<typeof loadConclusionNotice> {
  return loadConclusionNotice(db, request);
}
