import { CriterionStrip } from "@/components/ui/criterion-strip";
import { Panel } from "@/components/ui/panel";
import type { CommunePage, VillageRow, VillageSummary } from "@/lib/communes/types";
import { formatDate } from "@/lib/numbers/dates";

const STATUS_WORDS: Record<VillageRow["status"], string> = {
  met: "đã đạt",
  maintained: "giữ vững",
  target: "phấn đấu đạt",
};

function countCells({ met, total }: { met: number; total: number }) {
  return Array.from({ length: total }, (_, index) => ({
    number: null,
    title: "Thôn không được kể tên",
    state: index < met ? ("met" as const) : ("unmet" as const),
  }));
}

function VillageStandard({ summary }: { summary: VillageSummary }) {
  const { count, named, standard } = summary;
  return (
    <div className="px-4 py-3.5 desk:px-4.5">
      <h3 className="text-15">
        {standard.charAt(0).toLocaleUpperCase("vi") + standard.slice(1)}
        {count ? (
          <span className="font-num">
            : {count.met}/{count.total} thôn, {count.asOfText}
          </span>
        ) : null}
      </h3>
      {count ? (
        <div className="mt-2 max-w-80">
          <CriterionStrip
            size="mini"
            cells={countCells(count)}
            label={`${count.met}/${count.total} thôn đạt`}
          />
          {count.note ? <p className="mt-1.5 text-13 text-ink-2">{count.note}</p> : null}
        </div>
      ) : null}
      {named.length > 0 ? (
        <ul className="mt-2 divide-y divide-line text-14">
          {named.map((village) => (
            <li key={village.id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
              <span className="font-semibold">{village.label}</span>
              <span className={village.status === "target" ? "text-ink-2" : "text-met"}>
                {STATUS_WORDS[village.status]}
                {village.dueOn ? `, hạn ${formatDate(village.dueOn)}` : `, ${village.asOfText}`}
              </span>
              {village.note ? <span className="w-full text-13 text-ink-2">{village.note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Villages under their programme: named ones by name, counted ones as a strip. */
export function VillagesPanel({ page }: { page: CommunePage }) {
  const known = new Set(page.villages.flatMap((summary) => summary.named.map((row) => row.label)));
  const others = page.villageNames.filter((name) => !known.has(name));
  if (page.villages.length === 0 && others.length === 0) return null;
  return (
    <Panel id="thon" flush title="Thôn, bản">
      <div className="divide-y divide-line">
        {page.villages.map((summary) => (
          <VillageStandard key={summary.standard} summary={summary} />
        ))}
        {others.length > 0 ? (
          <p className="px-4 py-3 text-15 desk:px-4.5">
            {page.villages.length > 0 ? "Được nêu tên, chưa có kết quả: " : "Được nêu tên: "}
            {others.join(", ")}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
