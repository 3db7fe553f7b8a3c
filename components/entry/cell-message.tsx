"use client";

import { Button } from "@/components/ui/button";
import { DotState } from "@/components/ui/dot-state";
import { makeDraft } from "@/lib/entry/draft";
import { dropPercent, sayDraft } from "@/lib/entry/say-draft";
import { sayFigure, sayTime } from "@/lib/entry/texts";
import { formatDecimal, formatDecimalInput } from "@/lib/numbers/format";
import type { ResolvedIndicator } from "@/lib/scoring/types";
import { useSheetPart } from "./entry-store-context";
import type { CellHandle } from "./use-cell";

interface CellMessageProps {
  id: string;
  indicator: ResolvedIndicator;
  handle: CellHandle;
}

/** What a cell has to say about itself; silent when everything is saved. */
export function CellMessage({ id, indicator, handle }: CellMessageProps) {
  const isLastSaved = useSheetPart((view) => view.state.lastSavedId === indicator.id);
  return (
    <div id={id} className="text-13 empty:hidden max-desk:mt-1 desk:mt-[3px]">
      <Message indicator={indicator} handle={handle} isLastSaved={isLastSaved} />
    </div>
  );
}

function WaitingState() {
  const isKept = useSheetPart((view) => view.isKept);
  return <DotState tone="wait">{isKept ? "Chờ mạng, đã giữ trên máy" : "Chờ mạng, sẽ tự gửi lại"}</DotState>;
}

function Message({
  indicator,
  handle,
  isLastSaved,
}: {
  indicator: ResolvedIndicator;
  handle: CellHandle;
  isLastSaved: boolean;
}) {
  const { cell } = handle;
  const { status } = cell;
  switch (status.kind) {
    case "quiet":
      return null;
    case "editing":
      return <DotState>Đang sửa · Enter để lưu</DotState>;
    case "saving":
      return <DotState>Đang lưu…</DotState>;
    case "saved":
      return isLastSaved ? <DotState full>Đã lưu {sayTime(status.at)}</DotState> : null;
    case "waiting":
      return <WaitingState />;
    case "refused":
      return <p className="font-semibold text-error">{status.message}</p>;
    case "question":
      return (
        <>
          <p className="font-semibold text-error">“{status.text}” là số nào?</p>
          <p className="mt-1 flex flex-wrap gap-1.5">
            {status.candidates.map((value) => (
              <Button
                key={value}
                size="sm"
                onClick={() =>
                  handle.choose({
                    [status.part === "value" ? "text" : status.part]: formatDecimalInput(value),
                  })
                }
              >
                {formatDecimal(value)}
              </Button>
            ))}
          </p>
        </>
      );
    case "conflict": {
      const { current } = status;
      const theirs = dropPercent(sayFigure(indicator, current)) ?? "để trống";
      const mine = sayDraft(indicator, cell.draft) || "để trống";
      const who = current?.enteredByName ?? "Người khác";
      const isNoteOnly = sayDraft(indicator, makeDraft(indicator, current)) === mine;
      return (
        <>
          <p className="font-semibold text-regress">
            {isNoteOnly && current
              ? `Xung đột ghi chú: ${who} vừa ghi “${current.note ?? ""}”`
              : `Xung đột: ${who} vừa ghi ${theirs}`}
            {current ? ` lúc ${sayTime(current.enteredAt)}` : ""}. Chọn một.
          </p>
          <p className="mt-1 flex flex-wrap gap-1.5">
            <Button size="sm" onClick={handle.keepMine}>
              Giữ {isNoteOnly ? "ghi chú của tôi" : mine}
            </Button>
            <Button size="sm" onClick={handle.takeTheirs}>
              Lấy {isNoteOnly ? "ghi chú kia" : theirs}
            </Button>
          </p>
        </>
      );
    }
  }
}
