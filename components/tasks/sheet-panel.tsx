import { CriterionStrip } from "@/components/ui/criterion-strip";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { ProgressBar } from "@/components/ui/progress-bar";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { Tag, type TagTone } from "@/components/ui/tag";
import { formatDate } from "@/lib/numbers/dates";
import { formatPeriod } from "@/lib/numbers/periods";
import type { CurrentSheet } from "@/lib/tasks/current-sheet";
import type { SheetStatus } from "@/lib/tasks/types";

const STATUS: Record<SheetStatus, { text: string; tone: TagTone }> = {
  absent: { text: "chưa bắt đầu", tone: "neutral" },
  draft: { text: "đang nhập", tone: "neutral" },
  returned: { text: "bị trả lại", tone: "returned" },
  submitted: { text: "chờ thẩm định", tone: "neutral" },
  verified: { text: "đã thẩm định", tone: "ok" },
  approved: { text: "đã duyệt", tone: "ok" },
};

interface SheetPanelProps {
  sheet: CurrentSheet;
  unitCode: string;
  setCode: string;
  /** Shows the way to the entry page. */
  canEnter: boolean;
  /** The present quarter, where a sheet would be begun. */
  currentPeriod: string;
}

/** One unit's sheet of the period: x of y, strip, how much is entered, and what to press next. */
export function SheetPanel({ sheet, unitCode, setCode, canEnter, currentPeriod }: SheetPanelProps) {
  const status = STATUS[sheet.status];
  const isRecorded = sheet.basis === "recorded" && sheet.shownPeriod === sheet.period;
  const isOpen = sheet.status === "absent" || sheet.status === "draft" || sheet.status === "returned";
  const isEarlier = sheet.shownPeriod !== null && sheet.shownPeriod !== sheet.period;
  const entry = `/entry/${unitCode}/${setCode}/${sheet.period}`;
  const view = `/communes/${unitCode}?${new URLSearchParams({ set: setCode, period: sheet.shownPeriod ?? sheet.period })}`;
  return (
    <Panel
      title={`${isRecorded ? "Kết quả" : "Phiếu"} ${formatPeriod(sheet.period)}`}
      meta={isRecorded ? <ProvenanceBadge kind="recorded" /> : <Tag tone={status.tone}>{status.text}</Tag>}
    >
      <div className="flex items-end justify-between gap-4">
        <div>
          <p className="font-num text-40 leading-none font-semibold tracking-[-0.02em]">
            {sheet.shownPeriod === null ? "–" : sheet.metCount}
            <span className="text-22 font-medium tracking-normal text-ink-3">/{sheet.totalCount}</span>
          </p>
          <p className="mt-1.5 text-14 text-ink-2">
            tiêu chí đạt{" "}
            {isRecorded ? null : sheet.basis === "recorded" ? (
              <ProvenanceBadge kind="recorded" />
            ) : sheet.provenance ? (
              <ProvenanceBadge kind={sheet.provenance} />
            ) : null}
          </p>
        </div>
        {sheet.goal ? (
          <p className="text-right text-14 text-ink-2">
            Mục tiêu
            <span className="block font-num text-18 font-semibold text-ink">
              {sheet.goal.targetMet}/{sheet.totalCount}
            </span>
            {sheet.goal.dueText}
          </p>
        ) : null}
      </div>
      {isEarlier && sheet.shownPeriod ? (
        <p className="mt-2 text-14 text-ink-2">
          Kết quả gần nhất là của {formatPeriod(sheet.shownPeriod)}; {formatPeriod(sheet.period)} chưa có số
          liệu.
        </p>
      ) : null}
      <div className="mt-3.5 max-desk:hidden">
        <CriterionStrip
          wrap
          cells={sheet.cells.map((cell) => ({
            ...cell,
            href: canEnter && isOpen ? `${entry}#tc-${cell.number}` : `${view}#tc-${cell.number}`,
          }))}
        />
      </div>
      <div className="mt-3 desk:hidden">
        <CriterionStrip size="mini" cells={sheet.cells} />
      </div>
      {isRecorded ? null : (
        <>
          <p className="mt-4 flex flex-wrap justify-between gap-x-3 text-14">
            <span>
              Đã nhập{" "}
              <strong className="font-num">
                {sheet.enteredCount}/{sheet.indicatorCount}
              </strong>{" "}
              chỉ tiêu
            </span>
            {sheet.submittedOn ? (
              <span className="text-ink-2">
                gửi <time dateTime={sheet.submittedOn}>{formatDate(sheet.submittedOn)}</time>
              </span>
            ) : sheet.dueOn ? (
              <span className="text-ink-2">
                hạn gửi <time dateTime={sheet.dueOn}>{formatDate(sheet.dueOn)}</time>
              </span>
            ) : null}
          </p>
          <div className="mt-2">
            <ProgressBar
              value={sheet.indicatorCount === 0 ? 0 : sheet.enteredCount / sheet.indicatorCount}
              label={`Đã nhập ${sheet.enteredCount} trên ${sheet.indicatorCount} chỉ tiêu`}
            />
          </div>
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {canEnter && isOpen ? (
          <>
            <LinkButton variant="primary" href={entry} prefetch={false}>
              {sheet.status === "absent" ? "Bắt đầu nhập" : "Tiếp tục nhập"}
            </LinkButton>
            {sheet.status === "absent" ? null : (
              <LinkButton href={`${entry}/check`} prefetch={false}>
                Kiểm tra
              </LinkButton>
            )}
          </>
        ) : (
          <>
            {canEnter && isRecorded && sheet.period !== currentPeriod ? (
              <LinkButton
                variant="primary"
                href={`/entry/${unitCode}/${setCode}/${currentPeriod}`}
                prefetch={false}
              >
                Nhập {formatPeriod(currentPeriod)}
              </LinkButton>
            ) : null}
            <LinkButton href={view} prefetch={false}>
              Xem kết quả
            </LinkButton>
          </>
        )}
      </div>
      {canEnter && (sheet.status === "submitted" || sheet.status === "returned") ? (
        <p className="mt-3">
          <a href={`/review?${new URLSearchParams({ unit: unitCode, set: setCode, period: sheet.period })}`}>
            Ý kiến thẩm định
          </a>
        </p>
      ) : null}
      {sheet.isIllustrative ? (
        <p className="mt-3.5">
          <IllustrativeBadge />
        </p>
      ) : null}
    </Panel>
  );
}
