import { Suspense } from "react";
import { TabBarLinks } from "./nav-links";
import type { NavItem } from "./navigation";

/** Bottom bar of the phone: at most five words. */
export function TabBar({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Điều hướng chính"
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface desk:hidden print:hidden"
    >
      <Suspense>
        <TabBarLinks items={items.filter((item) => !item.deskOnly).slice(0, 5)} />
      </Suspense>
    </nav>
  );
}
