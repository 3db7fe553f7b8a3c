import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { authorizeUnit } from "@/lib/auth/authorize";
import { type Act, can, criteriaInReach } from "@/lib/auth/policy";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import type { SearchParams } from "@/lib/context/types";
import type { Period } from "@/lib/numbers/periods";
import { loadDeskCriteria, loadDeskSheets } from "./desk-queries";
import { prepareQueue } from "./prepare-queue";
import { prepareReviewSheet } from "./prepare-sheet";
import { loadReviewSheet } from "./sheet-queries";
import type { DeskCriterion, Place, Queue, QueueView, Reader, ReviewSheetView } from "./types";

const VIEWS: readonly QueueView[] = ["pending", "returned", "agreed"];

/** How somebody reads the screen; null for those who have nothing to do with reviews. */
export function findReader(session: Pick<AppSession, "role" | "criterionIds">): Reader | null {
  if (can(session.role, "submission.review")) {
    return criteriaInReach(session, "submission.review") === "all" ? "committee" : "department";
  }
  return can(session.role, "submission.send") ? "commune" : null;
}

/** The act by which a reader may see sheets: a commune sees what was said of its own. */
export function actOfReader(reader: Reader): Act {
  return reader === "commune" ? "unit.view" : "submission.review";
}

const placeSchema = z.object({
  view: z.enum(["pending", "returned", "agreed"]).catch("pending"),
  sheet: z.string().min(1).max(80).nullable().catch(null),
  criterion: z.coerce.number().int().min(0).max(999).nullable().catch(null),
});

function readPlace(params: SearchParams) {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return placeSchema.parse({ view: one("view"), sheet: one("sheet"), criterion: one("criterion") });
}

export interface ReviewPage {
  reader: Reader;
  queue: Queue;
  criteria: DeskCriterion[];
  /** Null when there is nothing to look at. */
  sheet: ReviewSheetView | null;
  /** The address names a sheet: on a phone it is shown instead of the queue. */
  isChosen: boolean;
}

/**
 * Queue and sheet of the review screen. The place comes from the address, else the first of the queue; a sheet out
 * of reach or not sent is "not found".
 */
export async function loadReviewPage(
  session: AppSession,
  reader: Reader,
  subject: { unit: AuthorizedUnit; set: { id: number; code: string }; period: Period },
  params: SearchParams,
): Promise<ReviewPage> {
  const { unit, set, period } = subject;
  const wanted = readPlace(params);
  const reach = reader === "commune" ? "all" : criteriaInReach(session, "submission.review");
  const criteria = await loadDeskCriteria(set.id, reach);
  const sheets = await loadDeskSheets(unit.id, set.id, period, criteria);
  const options = { reader, criteria, current: null };
  const view = reader === "commune" ? "pending" : wanted.view;
  const place = choosePlace();
  const queue = prepareQueue(sheets, { ...options, view, current: place });
  if (!place) return { reader, queue, criteria, sheet: null, isChosen: false };

  const owner = await authorizeUnit(session, place.sheet, actOfReader(reader));
  const facts = owner ? await loadReviewSheet(owner, set, period) : null;
  const sheet = facts ? prepareReviewSheet(facts, place.criterion, { reader, reach }) : null;
  if (!sheet) notFound();
  return { reader, queue, criteria, sheet, isChosen: wanted.sheet !== null };

  function choosePlace(): Place | null {
    const items = (of: QueueView) =>
      prepareQueue(sheets, { ...options, view: of }).groups.flatMap((group) => group.items);
    if (wanted.sheet === null) {
      const first = items(view)[0]?.place ?? null;
      // A commune without remarks still sees its sheet.
      const own = reader === "commune" ? sheets[0] : undefined;
      return first ?? (own && criteria[0] ? { sheet: own.unitCode, criterion: criteria[0].number } : null);
    }
    if (wanted.criterion !== null) return { sheet: wanted.sheet, criterion: wanted.criterion };
    const listed = VIEWS.flatMap(items).find((item) => item.place.sheet === wanted.sheet);
    const first = criteria[0];
    return listed?.place ?? (first ? { sheet: wanted.sheet, criterion: first.number } : null);
  }
}
