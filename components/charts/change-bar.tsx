interface ChangeBarProps {
  change: number;
  /** The longest bar of the column, as an absolute number. */
  largest: number;
}

/** A bar from the middle: right and blue for a gain, left and plum for a loss. The number stands beside it. */
export function ChangeBar({ change, largest }: ChangeBarProps) {
  const share = largest === 0 ? 0 : (Math.abs(change) / largest) * 50;
  return (
    <span aria-hidden="true" className="relative my-[5px] block h-2.5 w-full min-w-24 print-exact">
      <span className="absolute inset-y-[-3px] left-1/2 w-px bg-line-strong" />
      {change === 0 ? null : (
        <span
          className={`absolute inset-y-0 ${change > 0 ? "left-1/2 bg-chart-1" : "right-1/2 bg-regress"}`}
          style={{ width: `${share}%` }}
        />
      )}
    </span>
  );
}
