import type { ComponentProps, ReactNode } from "react";

/** Class names for hand-made tables; the components below carry them. Put the table in <TableScroll> where columns are many. */
export const TABLE = "w-full border-collapse font-num text-15 leading-[1.4]";
export const TH =
  "px-2.5 py-2 text-left align-bottom text-13 leading-[1.35] font-semibold text-ink-2 border-b border-line-strong first:pl-4.5 last:pr-4.5";
export const TD =
  "px-2.5 py-[9px] align-top border-b border-line in-[tr:last-child]:border-b-0 first:pl-4.5 last:pr-4.5 text-pretty";
export const GROUP_ROW =
  "bg-sunken border-y border-line-2 px-2.5 py-[7px] text-left font-semibold text-ink first:pl-4.5 last:pr-4.5";
/** On <tr> of body rows. */
export const ROW_HOVER = "hover:bg-sunken";

export function Table({ className = "", ...rest }: ComponentProps<"table">) {
  return <table className={`${TABLE} ${className}`} {...rest} />;
}

export function Th({
  className = "",
  numeric,
  scope = "col",
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return <th scope={scope} className={`${TH} ${numeric ? "text-right" : ""} ${className}`} {...rest} />;
}

export function Td({ className = "", numeric, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={`${TD} ${numeric ? "text-right" : ""} ${className}`} {...rest} />;
}

/** Sunken row that names a group and its count. */
export function GroupRow({
  colSpan,
  children,
  className = "",
  ...rest
}: ComponentProps<"th"> & { colSpan: number }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={colSpan} className={`${GROUP_ROW} ${className}`} {...rest}>
        {children}
      </th>
    </tr>
  );
}

/** Keeps a wide table's scrolling to itself; focusable so that the keyboard can scroll it. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section tabIndex={0} aria-label={label} className="overflow-x-auto">
      {children}
    </section>
  );
}
