import Link from "next/link";

export interface TabItem {
  href: string;
  label: string;
  count?: number;
  current: boolean;
}

/** Parts of one page as links, so that each has its address. */
export function TabsNav({ items, label = "Phần của trang" }: { items: readonly TabItem[]; label?: string }) {
  return (
    <nav
      aria-label={label}
      className="mb-6 overflow-x-auto border-b border-line-2 max-desk:px-4 print:hidden"
    >
      <ul className="flex gap-6">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={`block whitespace-nowrap border-b-3 pt-2.5 pb-2 no-underline ${
                item.current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-2 hover:text-ink"
              }`}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="font-num font-medium text-ink-3"> {item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
