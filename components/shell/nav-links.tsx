"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Fragment } from "react";
import { carryContext, isCurrentItem } from "./nav-match";
import type { NavItem } from "./navigation";

/** The rail's links: current state and context follow the address. */
export function RailLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const query = useSearchParams();
  return (
    <ul className="flex-1 overflow-y-auto py-3">
      {items.map((item) => {
        const isCurrent = isCurrentItem(item, path);
        return (
          <Fragment key={item.href}>
            {item.startsGroup ? (
              <li aria-hidden="true" className="mx-4.5 my-2.5 border-t border-line-2" />
            ) : null}
            <li>
              <Link
                href={carryContext(item.href, item.carries, query)}
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
                className={`flex min-h-9 items-center border-l-3 pr-4.5 pl-[15px] text-15 no-underline transition-colors ${
                  isCurrent
                    ? "border-accent bg-surface font-semibold text-ink"
                    : "border-transparent text-ink-2 hover:bg-white/55"
                }`}
              >
                {item.label}
                {item.count ? (
                  <span className="ml-auto pl-2 font-num text-14 font-semibold">
                    {item.count}
                    <span className="sr-only"> thông báo mới</span>
                  </span>
                ) : null}
              </Link>
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

/** The same screens as the phone's bottom bar. */
export function TabBarLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const query = useSearchParams();
  return (
    <ul className="grid h-15 auto-cols-fr grid-flow-col">
      {items.map((item) => {
        const isCurrent = isCurrentItem(item, path);
        return (
          <li key={item.href}>
            <Link
              href={carryContext(item.href, item.carries, query)}
              prefetch={false}
              aria-current={isCurrent ? "page" : undefined}
              className={`flex h-full items-center justify-center border-t-3 px-1 text-center text-13 leading-[1.2] no-underline ${
                isCurrent ? "border-accent font-bold text-ink" : "border-transparent font-medium text-ink-2"
              }`}
            >
              {item.shortLabel}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
