import Link from "next/link";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import type { DocumentResultRow } from "@/lib/documents/types";

/** "Xã Bản Bo: cơ bản đạt 9/19", with what of it is derived. */
export function DocumentResults({
  results,
  canExport,
}: {
  results: readonly DocumentResultRow[];
  canExport: boolean;
}) {
  return (
    <ul>
      {results.map((row) => {
        const query = new URLSearchParams({ unit: row.unitCode, set: row.setCode, period: row.period });
        return (
          <li
            key={`${row.unitCode} ${row.setCode} ${row.period}`}
            className="border-b border-line px-4.5 py-3 last:border-b-0 max-desk:px-4"
          >
            <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
              <span className="font-num text-28 font-semibold">
                {row.met}/{row.total}
              </span>
              <span>
                {row.phrase ?? "đạt"} · {row.unitLabel} · {row.setTitle} · {row.periodText}
              </span>
              <ProvenanceBadge kind="recorded" />
            </p>
            {row.derivedNote === null ? null : (
              <p className="mt-1 max-w-[78ch] text-14 text-ink-2">{row.derivedNote}</p>
            )}
            <p className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
              <Link href={`/communes/${row.unitCode}?set=${row.setCode}&period=${row.period}`}>
                Xem trang của xã
              </Link>
              {canExport && row.hasNotice ? (
                <Link href={`/documents/new/conclusion-notice?${query}`}>Lập thông báo kết luận</Link>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
