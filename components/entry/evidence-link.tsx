"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { nameFigurePath } from "@/lib/explanations/address";
import { useEntryStore } from "./entry-store-context";
import { QUIET_BUTTON, TEXT_BUTTON } from "./entry-style";
import { waitUntilSaved } from "./wait-until-saved";

/** To the figure's page with its evidence; waits for saves under way. Quiet until there is some. */
export function EvidenceLink({ id, code }: { id: number; code: string }) {
  const store = useEntryStore();
  const router = useRouter();
  const { unit, set, period, evidenceCounts } = store.sheet;
  const count = evidenceCounts?.[id] ?? 0;
  const href = `${nameFigurePath({ unit: unit.code, set: set.code, period, code })}#minh-chung`;

  async function leave(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    store.commitAll();
    await waitUntilSaved(store);
    router.push(href);
  }

  return (
    <a href={href} onClick={leave} className={count > 0 ? TEXT_BUTTON : QUIET_BUTTON}>
      {count > 0 ? `${count} minh chứng` : "minh chứng"}
      <span className="sr-only"> {code}</span>
    </a>
  );
}
