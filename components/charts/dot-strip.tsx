import { ChartTable } from "./chart-table";

export interface DotStripDay {
  /** ISO date; also the key. */
  day: string;
  /** "19/12". */
  tick: string;
  onTime: number;
  late: number;
}

interface DotStripProps {
  /** Every day of the axis, first to last, without holes. */
  days: readonly DotStripDay[];
  /** The deadline: a dashed line after this day. */
  due?: { day: string; label: string };
  /** "17 xã gửi đúng hạn, 4 xã gửi trễ". */
  label: string;
}

const STEP = 14;
const RADIUS = 4.6;

/** One dot per sheet on the day it was sent: round in time, square late. Plain SVG, no script. */
export function DotStrip({ days, due, label }: DotStripProps) {
  const tallest = Math.max(1, ...days.map((day) => day.onTime + day.late));
  const width = 560;
  const top = due ? 26 : 8;
  const base = top + tallest * STEP + 4;
  const column = (width - 24) / Math.max(1, days.length);
  const centre = (index: number) => 12 + column * (index + 0.5);
  const dueIndex = due ? days.findIndex((day) => day.day === due.day) : -1;
  const dueX = 12 + column * (dueIndex + 1);
  // About seven labels, whatever the length of the axis.
  const every = Math.max(1, Math.ceil(days.length / 7));
  return (
    <figure aria-label={label}>
      <div className="px-4 pt-3 pb-2 desk:px-4.5">
        <svg viewBox={`0 0 ${width} ${base + 22}`} className="w-full" aria-hidden="true" focusable="false">
          <line x1="0" x2={width} y1={base} y2={base} className="stroke-line-strong" />
          {days.map((day, index) => (
            <g key={day.day}>
              {stackMarks(day).map(({ kind, level }) => {
                const y = base - 9 - level * STEP;
                return kind === "late" ? (
                  <rect
                    key={level}
                    x={centre(index) - RADIUS}
                    y={y - RADIUS}
                    width={RADIUS * 2}
                    height={RADIUS * 2}
                    className="fill-chart-2"
                  />
                ) : (
                  <circle key={level} cx={centre(index)} cy={y} r={RADIUS} className="fill-chart-1" />
                );
              })}
              {index % every === 0 ? (
                <text x={centre(index)} y={base + 17} textAnchor="middle" className="fill-ink-2 text-13">
                  {day.tick}
                </text>
              ) : null}
            </g>
          ))}
          {due && dueIndex >= 0 ? (
            <>
              <line x1={dueX} x2={dueX} y1="6" y2={base} strokeDasharray="4 4" className="stroke-ink" />
              <text
                x={dueX > width / 2 ? dueX - 6 : dueX + 6}
                y="16"
                textAnchor={dueX > width / 2 ? "end" : "start"}
                className="fill-ink text-13 font-semibold"
              >
                {due.label}
              </text>
            </>
          ) : null}
        </svg>
      </div>
      <ChartTable
        caption={label}
        table={{
          head: ["Ngày", "Đúng hạn", "Trễ"],
          rows: days
            .filter((day) => day.onTime + day.late > 0)
            .map((day) => [day.tick, day.onTime.toString(), day.late.toString()]),
        }}
      />
    </figure>
  );
}

function stackMarks(day: DotStripDay): { kind: "onTime" | "late"; level: number }[] {
  return Array.from({ length: day.onTime + day.late }, (_, level) => ({
    kind: level < day.onTime ? "onTime" : "late",
    level,
  }));
}
