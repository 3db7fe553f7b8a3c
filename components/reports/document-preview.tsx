import type { DocumentTree } from "@/lib/reports/document/types";
import type { LayoutProfile } from "@/lib/reports/layout/schema";
import { DocumentBlocks } from "./document-blocks";
import { DocumentHeader } from "./document-header";
import { DocumentSignature } from "./document-signature";

const SHEET =
  "mx-auto max-w-[210mm] border border-line-2 bg-surface font-doc text-black [--doc-pt:1pt] max-desk:border-x-0 max-desk:[--doc-pt:0.86pt] print:border-0 print:p-0";

/** A document tree as a sheet of A4 paper: the same tree that Word is drawn from. */
export function DocumentPreview({ tree, profile }: { tree: DocumentTree; profile: LayoutProfile }) {
  return (
    <div lang="vi">
      <article
        aria-label={`Xem trước: ${tree.title}`}
        className={`${SHEET} py-[20mm] pr-[15mm] pl-[30mm] text-[calc(var(--doc-pt)*14)] leading-[1.43] max-wide:px-[15mm] max-desk:px-4 max-desk:py-6`}
      >
        <DocumentHeader tree={tree} profile={profile} />
        <DocumentBlocks blocks={tree.body} />
        <DocumentSignature tree={tree} profile={profile} />
      </article>
      {tree.annex === null ? null : (
        <article
          aria-label="Xem trước phụ lục"
          className={`${SHEET} mt-6 px-[15mm] py-[15mm] text-[calc(var(--doc-pt)*14)] leading-[1.43] max-desk:px-4 max-desk:py-6`}
        >
          <DocumentBlocks blocks={tree.annex} />
        </article>
      )}
    </div>
  );
}
