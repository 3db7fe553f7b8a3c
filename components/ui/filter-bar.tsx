import type { ReactNode } from "react";
import { Button } from "./button";

interface FilterBarProps {
  /** Address the form goes to by GET. */
  action: string;
  /** Query values to keep that no field carries (unit, set, period). */
  keep?: Readonly<Record<string, string | undefined>>;
  submitLabel?: string;
  label?: string;
  children: ReactNode;
  /** Right of the button: a "Bỏ mọi lọc" link. */
  after?: ReactNode;
}

/** Filters as a plain GET form: works without JavaScript, and the filter is in the address. */
export function FilterBar({
  action,
  keep,
  submitLabel = "Lọc",
  label = "Bộ lọc",
  children,
  after,
}: FilterBarProps) {
  return (
    <form
      action={action}
      method="get"
      aria-label={label}
      className="mb-4 flex flex-wrap items-end gap-2.5 max-desk:px-4 print:hidden"
    >
      {Object.entries(keep ?? {}).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
      <Button type="submit">{submitLabel}</Button>
      {after}
    </form>
  );
}
