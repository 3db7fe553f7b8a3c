import type { HistoryEntry } from "@/lib/history/types";

/** Lines shown before the rest is folded. */
const SHOWN = 8;

function HistoryLine({ entry }: { entry: HistoryEntry }) {
  return (
    <li className="grid grid-cols-[150px_minmax(0,1fr)] gap-x-4 border-t border-line px-4 py-2.5 text-15 first:border-t-0 max-desk:block desk:px-4.5">
      <time dateTime={entry.at} className="font-num text-14 text-ink-3">
        {entry.atText}
      </time>
      <div>
        <p>
          <b className="font-semibold">{entry.sentence}</b>
        </p>
        <p className="text-14 text-ink-2">
          {entry.who} · {entry.act}
        </p>
        {entry.reason ? (
          <blockquote className="mt-1 border-l-2 border-line-2 pl-2.5 text-14 text-ink-2">
            {entry.reason}
          </blockquote>
        ) : null}
      </div>
    </li>
  );
}

/** Who, when, from what to what, why and in which act; newest first. */
export function HistoryList({
  entries,
  hasFigure,
}: {
  entries: readonly HistoryEntry[];
  hasFigure: boolean;
}) {
  if (entries.length === 0) {
    return (
      <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
        {hasFigure
          ? "Chưa có lần sửa nào: số liệu nạp từ dữ liệu có sẵn và giữ nguyên đến nay."
          : "Chưa có số liệu nên chưa có lịch sử."}
      </p>
    );
  }
  return (
    <>
      <ol>
        {entries.slice(0, SHOWN).map((entry) => (
          <HistoryLine key={entry.key} entry={entry} />
        ))}
      </ol>
      {entries.length > SHOWN ? (
        <details>
          <summary className="min-h-10 border-t border-line px-4 py-2.5 text-15 text-accent underline underline-offset-3 hover:decoration-2 desk:px-4.5">
            Xem thêm {entries.length - SHOWN} lần
          </summary>
          <ol>
            {entries.slice(SHOWN).map((entry) => (
              <HistoryLine key={entry.key} entry={entry} />
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}
