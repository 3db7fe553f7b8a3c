import type { Place, QueueView } from "./types";

export interface ReviewContext {
  unit: string;
  set: string;
  period: string;
  view: QueueView;
}

/** Address of a place in the review: the whole context, so that it can be kept, sent and come back to. */
export function nameReviewHref({ unit, set, period, view }: ReviewContext, place: Place | null): string {
  const query = new URLSearchParams({ unit, set, period });
  if (view !== "pending") query.set("view", view);
  if (place) {
    query.set("sheet", place.sheet);
    query.set("criterion", String(place.criterion));
  }
  return `/review?${query}`;
}
