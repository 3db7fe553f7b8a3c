interface ProgressBarProps {
  /** 0 to 1. */
  value: number;
  /** Accessible name: "Đã nhập 63/75 chỉ tiêu". */
  label: string;
  tone?: "accent" | "met" | "unmet";
  /** A mark at this place (0 to 1), e.g. a threshold. */
  mark?: number;
}

const FILLS = { accent: "bg-accent", met: "bg-chart-1", unmet: "bg-chart-2" } as const;

export function ProgressBar({ value, label, tone = "accent", mark }: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className="relative h-2 rounded-[1px] bg-rail print-exact"
    >
      <div
        className={`absolute inset-y-0 left-0 rounded-[1px] ${FILLS[tone]}`}
        style={{ width: `${share * 100}%` }}
      />
      {mark === undefined ? null : (
        <div className="absolute -inset-y-0.75 w-0.5 bg-ink" style={{ left: `${mark * 100}%` }} />
      )}
    </div>
  );
}
