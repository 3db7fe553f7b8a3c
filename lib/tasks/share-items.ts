import type { WorkGroupKey, WorkItem } from "./types";

/** Names of units in one line before "và n đơn vị khác". */
const NAMED_UNITS = 6;

/** The same task given to this many units is told once. */
const TOLD_ONCE_FROM = 3;

export interface Placed {
  group: WorkGroupKey;
  item: WorkItem;
  /** Whose it is, and the meta without that name, when several units may share it. */
  owner?: {
    unitLabel: string;
    sharedMeta: string;
    sharedHref: string;
    /** Said of all members instead of their own, different titles: "chưa tới mốc đã hẹn". */
    sharedTitle?: string;
  };
}

/** "Báo cáo tiến độ (24 đơn vị)": one item where many units have the same thing to do by the same day. */
export function tellSharedOnce(placed: readonly Placed[]): Placed[] {
  const together = new Map<string, Placed[]>();
  for (const one of placed) {
    const { title, due, dueOn, tag } = one.item;
    const key = one.owner
      ? JSON.stringify([
          one.group,
          one.owner.sharedTitle ?? title,
          due,
          dueOn,
          tag.text,
          one.owner.sharedMeta,
        ])
      : one.item.key;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return [...together.values()].flatMap((members) => {
    const first = members[0];
    if (!first?.owner || members.length < TOLD_ONCE_FROM) return members;
    const names = members.flatMap((one) => (one.owner ? [one.owner.unitLabel] : []));
    return [
      {
        group: first.group,
        item: {
          ...first.item,
          title: first.owner.sharedTitle
            ? `${members.length} đơn vị ${first.owner.sharedTitle}`
            : `${first.item.title} (${members.length} đơn vị)`,
          href: first.owner.sharedHref,
          meta: [listNames(names), first.owner.sharedMeta].filter(Boolean).join(" · "),
          isIllustrative: members.some((one) => one.item.isIllustrative),
        },
      },
    ];
  });
}

/** First names in number order, the rest as a count. */
export function listNames(names: readonly string[]): string {
  const sorted = [...names].sort((a, b) => a.localeCompare(b, "vi", { numeric: true }));
  const rest = sorted.length - NAMED_UNITS;
  return `${sorted.slice(0, NAMED_UNITS).join(", ")}${rest > 0 ? ` và ${rest} đơn vị khác` : ""}`;
}
