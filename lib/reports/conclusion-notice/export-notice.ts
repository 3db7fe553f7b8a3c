import { foldText } from "@/lib/numbers/fold";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { cleanText } from "../document/clean-text";
import type { MissingSlot } from "../document/runs";
import { renderDocx } from "../docx/render-docx";
import { LAYOUT_PROFILES } from "../layout/profiles";
import { upperFirst } from "../narrative/words";
import type { NoticeOptions } from "./build-document";
import type { ConclusionNoticeFacts } from "./facts";
import { prepareConclusionNotice } from "./prepare-notice";

export interface ExportedFile {
  bytes: Uint8Array;
  /** With Vietnamese letters: "Thông báo kết luận - Xã Bản Bo.docx". */
  name: string;
  /** Letters every system knows: "thong-bao-ket-luan-xa-ban-bo.docx". */
  asciiName: string;
  missingSlots: MissingSlot[];
}

const LONGEST_NAME = 120;

/** Names of the file; nothing in them can leave the folder or break a header. */
export function nameNoticeFile(unitLabel: string): Pick<ExportedFile, "name" | "asciiName"> {
  const clean = cleanText(unitLabel)
    .replace(/[\\/:*?"<>|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const title = `Thông báo kết luận - ${upperFirst(clean)}`.slice(0, LONGEST_NAME);
  const ascii = foldText(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return { name: `${title}.docx`, asciiName: `${ascii}.docx` };
}

/**
 * The notice as a Word file, or the list of disagreements that forbid it: a signed paper must not say
 * 9 + 10 = 20.
 */
export async function exportConclusionNotice(
  facts: ConclusionNoticeFacts,
  options: NoticeOptions,
  author: string,
): Promise<Result<ExportedFile, "contradiction">> {
  const { tree, missingSlots, disagreements } = prepareConclusionNotice(facts, options);
  if (disagreements.length > 0) {
    return refuse(
      "contradiction",
      `Chưa xuất được văn bản vì số liệu mâu thuẫn. ${disagreements.join(" ")} Sửa số liệu rồi xuất lại.`,
    );
  }
  const bytes = await renderDocx(tree, LAYOUT_PROFILES[tree.profile], cleanText(author));
  return succeed({ bytes, missingSlots, ...nameNoticeFile(facts.unit.label) });
}
