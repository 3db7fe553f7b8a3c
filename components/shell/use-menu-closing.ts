import { type RefObject, useEffect } from "react";

/** Closes the open menus of a bar on Escape (focus goes back to the summary) and on a click elsewhere. */
export function useMenuClosing(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listOpenMenus = () =>
      Array.from(bar.current?.querySelectorAll<HTMLDetailsElement>("details[open]") ?? []);
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of listOpenMenus()) {
        if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
        menu.open = false;
      }
    };
    const closeByClick = (event: MouseEvent) => {
      for (const menu of listOpenMenus()) {
        if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
      }
    };
    document.addEventListener("keydown", closeByKey);
    document.addEventListener("click", closeByClick);
    return () => {
      document.removeEventListener("keydown", closeByKey);
      document.removeEventListener("click", closeByClick);
    };
  }, [bar]);
}
