"use client";

import { useEffect, useRef } from "react";

/** Closes an open context menu on Escape (focus goes back to its summary) and on a click elsewhere. */
export function ContextMenuCloser() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const bar = place.current?.closest("[data-context-bar]");
    if (!bar) return;
    const openMenus = () => Array.from(bar.querySelectorAll<HTMLDetailsElement>("details[open]"));
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of openMenus()) {
        if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
        menu.open = false;
      }
    };
    const closeByClick = (event: MouseEvent) => {
      for (const menu of openMenus()) {
        if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
      }
    };
    document.addEventListener("keydown", closeByKey);
    document.addEventListener("click", closeByClick);
    return () => {
      document.removeEventListener("keydown", closeByKey);
      document.removeEventListener("click", closeByClick);
    };
  }, []);
  return <span ref={place} hidden />;
}
