"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { removeEvidence } from "@/lib/evidence/actions";
import { FILE_TYPES } from "@/lib/evidence/constants";
import type { EvidenceItem } from "@/lib/evidence/types";
import { EvidenceForm } from "./evidence-form";
import type { EvidencePlace } from "./evidence-place";

const LOST = "Chưa bỏ được: đang mất mạng hoặc máy chủ bận. Thử lại sau ít phút.";

function EvidenceTitle({ item }: { item: EvidenceItem }) {
  if (item.kind === "file") {
    return (
      <a href={`/api/evidence/${item.id}`} download className="font-semibold break-words">
        {item.title}
      </a>
    );
  }
  if (item.kind === "link" && item.url) {
    return (
      <a href={item.url} target="_blank" rel="noreferrer noopener" className="font-semibold break-words">
        {item.title}
        <span className="sr-only"> (mở trang khác)</span>
      </a>
    );
  }
  return <span className="font-semibold">{item.title}</span>;
}

function EvidenceFacts({ item }: { item: EvidenceItem }) {
  const kind = item.fileType
    ? FILE_TYPES[item.fileType].word
    : item.kind === "link"
      ? "đường dẫn"
      : "văn bản";
  return (
    <>
      {item.documentText ? <p className="text-15 text-ink-2">{item.documentText}</p> : null}
      {item.url ? <p className="text-13 break-all text-ink-3">{item.url}</p> : null}
      <p className="text-13 text-ink-3">
        {[kind, item.sizeText, item.addedText].filter(Boolean).join(" · ")}
      </p>
    </>
  );
}

interface EvidenceRowProps {
  item: EvidenceItem;
  place: EvidencePlace;
  canEdit: boolean;
}

/** One piece of evidence with what can be done to it. */
export function EvidenceRow({ item, place, canEdit }: EvidenceRowProps) {
  const router = useRouter();
  const [mode, setMode] = useState<"shown" | "replacing" | "asking" | "removing">("shown");
  const [failure, setFailure] = useState<string | null>(null);

  async function remove() {
    setMode("removing");
    const result = await removeEvidence({ unit: place.unit, evidenceId: item.id }).catch(() => null);
    if (result?.ok) {
      router.refresh();
      return;
    }
    setFailure(result?.message ?? LOST);
    setMode("shown");
  }

  const canPreview = item.fileType !== null && FILE_TYPES[item.fileType].isPreviewable;
  return (
    <li className="border-t border-line px-4 py-3 first:border-t-0 desk:px-4.5">
      <EvidenceTitle item={item} />
      <EvidenceFacts item={item} />
      {item.earlier.length > 0 ? (
        <details className="text-14">
          <summary className="min-h-6 text-accent underline underline-offset-3">
            Thay cho {item.earlier.length} bản trước
          </summary>
          <ul className="border-l-2 border-line-2 pl-2.5 text-ink-2">
            {item.earlier.map((old) => (
              <li key={old.id} className="py-0.5">
                {old.kind === "file" ? (
                  <a href={`/api/evidence/${old.id}`} download>
                    {old.title}
                  </a>
                ) : (
                  old.title
                )}
                <span className="block text-13 text-ink-3">{old.addedText}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {failure ? (
        <div className="mt-2">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
      {mode === "replacing" ? (
        <div className="mt-3">
          <EvidenceForm place={place} replaces={item} onClose={() => setMode("shown")} />
        </div>
      ) : mode === "asking" || mode === "removing" ? (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <span className="text-15">Bỏ minh chứng này? Bản cũ vẫn giữ trong lịch sử.</span>
          <Button size="sm" variant="danger" onClick={remove} disabled={mode === "removing"}>
            Bỏ minh chứng
          </Button>
          <Button size="sm" onClick={() => setMode("shown")} disabled={mode === "removing"}>
            Giữ lại
          </Button>
        </div>
      ) : (
        <div className="mt-1 flex flex-wrap gap-x-3">
          {canPreview ? (
            <a
              href={`/api/evidence/${item.id}?preview=1`}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex min-h-8 items-center text-14"
            >
              Xem<span className="sr-only"> {item.title} (mở trang khác)</span>
            </a>
          ) : null}
          {canEdit ? (
            <>
              <Button size="sm" variant="link" onClick={() => setMode("replacing")}>
                Thay<span className="sr-only"> {item.title}</span>
              </Button>
              <Button size="sm" variant="link" onClick={() => setMode("asking")}>
                Bỏ<span className="sr-only"> {item.title}</span>
              </Button>
            </>
          ) : null}
        </div>
      )}
    </li>
  );
}
