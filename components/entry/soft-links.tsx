"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/**
 * Follows plain links inside without loading the page anew, so that cells typed but not yet saved stay in this tab.
 */
export function SoftLinks({ children }: { children: ReactNode }) {
  const router = useRouter();
  function follow(event: MouseEvent<HTMLElement>) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (!href?.startsWith("/") || link?.target) return;
    event.preventDefault();
    router.push(href);
  }
  // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: Enter on a link inside comes as a click
  return <div onClick={follow}>{children}</div>;
}
