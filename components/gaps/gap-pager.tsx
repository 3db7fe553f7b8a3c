import type { GapFilter } from "@/lib/gaps/schema";
import type { GapList } from "@/lib/gaps/types";

interface GapPagerProps {
  list: Pick<GapList, "page" | "pages">;
  filter: GapFilter;
  context: { unit: string; set: string; period: string };
}

function addressOf(page: number, filter: GapFilter, context: GapPagerProps["context"]): string {
  const query = new URLSearchParams(context);
  if (filter.criterion !== undefined) query.set("criterion", filter.criterion.toString());
  if (filter.status !== undefined) query.set("status", filter.status);
  if (filter.overdue) query.set("overdue", "1");
  if (filter.body !== undefined) query.set("body", filter.body);
  if (filter.group !== "action") query.set("group", filter.group);
  if (page > 1) query.set("page", page.toString());
  return `/gaps?${query}`;
}

/** Pages of the list as links; nothing when there is one page. */
export function GapPager({ list, filter, context }: GapPagerProps) {
  if (list.pages <= 1) return null;
  return (
    <nav aria-label="Các trang" className="mt-4 flex flex-wrap items-center gap-4 max-desk:px-4 print:hidden">
      {list.page > 1 ? <a href={addressOf(list.page - 1, filter, context)}>Trang trước</a> : null}
      <span className="font-num text-15">
        Trang {list.page} / {list.pages}
      </span>
      {list.page < list.pages ? <a href={addressOf(list.page + 1, filter, context)}>Trang sau</a> : null}
    </nav>
  );
}
