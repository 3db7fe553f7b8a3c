import { addDays, countDaysBetween, formatDate } from "@/lib/numbers/dates";
import type { Overview } from "@/lib/overview/types";

const STEP = 9;
const BASE = 22;

/** "25/12". */
function formatDay(day: string): string {
  return formatDate(day).split("/").slice(0, 2).join("/");
}

/** One dot per sheet on the day it was sent: round in time, square late; the dashed line is the last day. */
export function SendingDots({ days, dueOn }: { days: Overview["sending"]["days"]; dueOn: string | null }) {
  const ends = [...days.map((day) => day.day), ...(dueOn ? [dueOn] : [])].sort();
  const first = addDays(ends[0] ?? "2000-01-01", -1);
  const last = addDays(ends.at(-1) ?? first, 1);
  const span = Math.max(1, countDaysBetween(first, last));
  const width = 460;
  const tallest = Math.max(...days.map((day) => day.onTime + day.late));
  const height = BASE + tallest * STEP + 22;
  const place = (day: string) => 14 + (countDaysBetween(first, day) / span) * (width - 28);
  const ticks = [0, 1, 2, 3].map((part) => addDays(first, Math.round((span * part) / 3)));
  const total = days.reduce((sum, day) => sum + day.onTime + day.late, 0);
  const late = days.reduce((sum, day) => sum + day.late, 0);
  return (
    <div className="px-4 pt-3 pb-2 desk:px-4.5">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full max-w-[34rem]"
        role="img"
        aria-label={`${total} phiếu theo ngày gửi, ${late} phiếu gửi sau hạn`}
      >
        <line x1="0" x2={width} y1={height - BASE} y2={height - BASE} stroke="var(--color-line-2)" />
        {ticks.map((day) => (
          <text
            key={day}
            x={place(day)}
            y={height - 5}
            fontSize="13"
            fill="var(--color-ink-2)"
            textAnchor="middle"
          >
            {formatDay(day)}
          </text>
        ))}
        {dueOn ? (
          <>
            <line
              x1={place(dueOn) + STEP / 2}
              x2={place(dueOn) + STEP / 2}
              y1="18"
              y2={height - BASE}
              stroke="var(--color-ink)"
              strokeDasharray="3 3"
            />
            <text
              x={place(dueOn) + (place(dueOn) > width * 0.7 ? -4 : 8)}
              y="12"
              fontSize="13"
              fontWeight="600"
              fill="var(--color-ink)"
              textAnchor={place(dueOn) > width * 0.7 ? "end" : "start"}
            >
              hạn {formatDate(dueOn)}
            </text>
          </>
        ) : null}
        {days.flatMap((day) =>
          Array.from({ length: day.onTime + day.late }, (_, i) => {
            const x = place(day.day);
            const y = height - BASE - 6 - i * STEP;
            const key = `${day.day}-${i.toString()}`;
            return i < day.onTime ? (
              <circle key={key} cx={x} cy={y} r="3.6" fill="var(--color-chart-1)" />
            ) : (
              <rect key={key} x={x - 3.4} y={y - 3.4} width="6.8" height="6.8" fill="var(--color-chart-2)" />
            );
          }),
        )}
      </svg>
      <p className="mt-1 text-13 text-ink-2">
        <span className="text-chart-1" aria-hidden="true">
          ●
        </span>{" "}
        {total - late} {dueOn ? "đúng hạn" : "đã gửi"}
        {late > 0 ? (
          <>
            {" · "}
            <span className="text-chart-2" aria-hidden="true">
              ■
            </span>{" "}
            {late} trễ
          </>
        ) : null}
      </p>
      <details className="mt-1 text-13">
        <summary className="inline-block py-1 text-accent underline underline-offset-3">Xem bảng số</summary>
        <table className="mt-1">
          <thead>
            <tr>
              <th className="pr-4 text-left font-semibold">Ngày gửi</th>
              <th className="pr-4 text-right font-semibold">Đúng hạn</th>
              <th className="text-right font-semibold">Trễ</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <td className="pr-4">{formatDate(day.day)}</td>
                <td className="pr-4 text-right">{day.onTime}</td>
                <td className="text-right">{day.late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
