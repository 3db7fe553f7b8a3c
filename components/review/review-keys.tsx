"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** J goes on, K goes back, wherever nothing is being typed. */
export function ReviewKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter();
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest("input, textarea, select, [contenteditable]")) return;
      const key = event.key.toLowerCase();
      const href = key === "j" ? next : key === "k" ? previous : null;
      if (href) router.push(href);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [router, previous, next]);
  return null;
}
