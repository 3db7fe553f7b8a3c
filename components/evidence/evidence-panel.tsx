"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { EvidenceList } from "@/lib/evidence/types";
import { EvidenceForm } from "./evidence-form";
import type { EvidencePlace } from "./evidence-place";
import { EvidenceRow } from "./evidence-row";

interface EvidencePanelProps {
  list: EvidenceList;
  place: EvidencePlace;
  canEdit: boolean;
  /** Why not, for those who otherwise could. */
  lockMessage: string | null;
}

/** Evidence behind a figure: what stands, what it replaced, and the way to add. */
export function EvidencePanel({ list, place, canEdit, lockMessage }: EvidencePanelProps) {
  const [isAdding, setAdding] = useState(false);
  const count = list.items.length;
  return (
    <Panel
      id="minh-chung"
      title="Minh chứng"
      meta={
        count > 0 ? (
          <span className="font-num">{count}</span>
        ) : list.isRequired ? (
          <Tag tone="soon">cần minh chứng</Tag>
        ) : null
      }
      flush
    >
      {count === 0 ? (
        <p className="px-4 pt-3.5 text-15 text-ink-2 desk:px-4.5">
          {list.isRequired
            ? "Chỉ tiêu này cần minh chứng; chưa có tệp, đường dẫn hay văn bản nào."
            : "Chưa có minh chứng."}
        </p>
      ) : (
        <ul>
          {list.items.map((item) => (
            <EvidenceRow key={item.id} item={item} place={place} canEdit={canEdit} />
          ))}
        </ul>
      )}
      {list.removed.length > 0 ? (
        <details className="border-t border-line text-14">
          <summary className="min-h-10 px-4 py-2.5 text-accent underline underline-offset-3 desk:px-4.5">
            Đã bỏ ({list.removed.length})
          </summary>
          <ul className="px-4 pb-3 text-ink-2 desk:px-4.5">
            {list.removed.map((item) => (
              <li key={item.id} className="py-1">
                {item.title}
                <span className="block text-13 text-ink-3">{item.addedText}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="px-4 pt-3 pb-4 desk:px-4.5">
        {canEdit ? (
          isAdding ? (
            <EvidenceForm place={place} replaces={null} onClose={() => setAdding(false)} />
          ) : (
            <Button onClick={() => setAdding(true)}>Thêm minh chứng</Button>
          )
        ) : lockMessage ? (
          <p className="text-14 text-ink-3">{lockMessage}</p>
        ) : null}
      </div>
    </Panel>
  );
}
