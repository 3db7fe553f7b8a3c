import { collectMissingSlots, type MissingSlot } from "../document/runs";
import type { DocumentTree } from "../document/types";
import { LAYOUT_PROFILES, PARTY_BODIES } from "../layout/profiles";
import { buildConclusionNotice, type NoticeOptions } from "./build-document";
import { checkNoticeFacts } from "./check-facts";
import type { ConclusionNoticeFacts } from "./facts";
import { listNoticeSlots, type SlotSection } from "./list-slots";

export interface PreparedNotice {
  tree: DocumentTree;
  missingSlots: MissingSlot[];
  sections: SlotSection[];
  /** Vietnamese sentences; a notice that has any is shown, but not exported. */
  disagreements: string[];
}

/** Facts → everything that preview and export need. Pure. */
export function prepareConclusionNotice(
  facts: ConclusionNoticeFacts,
  options: NoticeOptions,
): PreparedNotice {
  const tree = buildConclusionNotice(facts, LAYOUT_PROFILES.party, PARTY_BODIES.conclusionNotice, options);
  return {
    tree,
    missingSlots: collectMissingSlots(tree),
    sections: listNoticeSlots(facts),
    disagreements: checkNoticeFacts(facts).disagreements,
  };
}
