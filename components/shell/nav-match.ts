import type { NavItem } from "./navigation";

/** Href with the wanted part of the present query; "#…" stays last. */
export function carryContext(href: string, carries: readonly string[], query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of carries) {
    const value = query.get(key);
    if (value) kept.set(key, value);
  }
  const text = kept.toString();
  if (!text) return href;
  const [path = "", hash] = href.split("#");
  return `${path}?${text}${hash ? `#${hash}` : ""}`;
}

/** Whether the item stands for the path in view. */
export function isCurrentItem(item: Pick<NavItem, "href" | "match">, path: string): boolean {
  const prefix = item.match ?? (item.href.split("#")[0] as string);
  return prefix === "/" ? path === "/" : path === prefix || path.startsWith(`${prefix}/`);
}
