import { EmptyState } from "@/components/ui/empty-state";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { nameReviewHref, type ReviewContext } from "@/lib/reviews/address";
import type { Place, Queue, Reader, ReviewSheetView } from "@/lib/reviews/types";
import { isDecided } from "@/lib/submissions/criterion-state";
import { QueuePane } from "./queue-pane";
import { ReviewKeys } from "./review-keys";
import styles from "./review-layout.module.css";
import { SheetPane } from "./sheet-pane";
import { SidePane } from "./side-pane";

interface ReviewScreenProps {
  reader: Reader;
  queue: Queue;
  sheet: ReviewSheetView | null;
  isChosen: boolean;
  context: ReviewContext;
  /** "quý IV/2024". */
  periodText: string;
  /** Position of the reader: "Phòng Văn hóa - Thông tin". */
  position: string;
}

function writeTitle(reader: Reader, sheet: ReviewSheetView | null): string {
  if (reader === "commune") return "Ý kiến thẩm định";
  return reader === "department" && sheet ? `Thẩm định tiêu chí ${sheet.criterion.number}` : "Thẩm định";
}

/** After a decision: the committee stays with the sheet while criteria are open, a department goes to the next commune. */
function chooseNext(
  reader: Reader,
  queue: Queue,
  sheet: ReviewSheetView,
): { place: Place | null; text: string } {
  if (reader !== "committee") return { place: queue.next, text: "sang phiếu sau" };
  const open = sheet.cells.filter(
    (cell) => !isDecided(cell.reviewState) && cell.number !== sheet.criterion.number,
  );
  const next = open.find((cell) => cell.number > sheet.criterion.number) ?? open[0];
  return {
    place: next ? { sheet: sheet.unitCode, criterion: next.number } : null,
    text: "sang tiêu chí sau",
  };
}

function chooseMode(reader: Reader, sheet: ReviewSheetView): "decide" | "answer" | "none" {
  if (reader !== "commune") return sheet.refusal === null ? "decide" : "none";
  const isOpen = sheet.status === "submitted" || sheet.status === "returned";
  return isOpen && sheet.criterion.reviewState !== "waiting" ? "answer" : "none";
}

function writeLead(reader: Reader, queue: Queue, { periodText, position }: ReviewScreenProps): string {
  if (reader === "commune") return `Cấp trên nói gì về phiếu ${periodText} của xã.`;
  const what = reader === "committee" ? "phiếu" : "mục";
  const waiting = queue.counts.pending;
  return waiting === 0
    ? `${position}. Không còn ${what} nào chờ xử lý ${periodText}.`
    : `${position}. ${waiting} ${what} chờ xử lý ${periodText}.`;
}

/** Queue, differences with the decision, evidence and remarks: side by side, or one after another on a phone. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { reader, queue, sheet, isChosen, context } = props;
  const address = sheet ? { unit: sheet.unitCode, set: context.set, period: context.period } : null;
  const href = (place: Place | null) => (place ? nameReviewHref(context, place) : null);
  const previous = href(queue.previous);
  const next = href(queue.next);
  const after = sheet ? chooseNext(reader, queue, sheet) : { place: null, text: "" };
  const isEntry = reader === "commune" && sheet?.status === "returned";
  return (
    <>
      <PageHead
        title={writeTitle(reader, sheet)}
        badge={sheet?.isIllustrative ? <IllustrativeBadge /> : null}
        lead={writeLead(reader, queue, props)}
        actions={
          sheet ? (
            <>
              {isChosen ? (
                <LinkButton size="sm" href={nameReviewHref(context, null)} className="min-h-11 desk:hidden">
                  Về danh sách
                </LinkButton>
              ) : null}
              {previous ? (
                <LinkButton
                  size="sm"
                  href={previous}
                  prefetch={false}
                  className={isChosen ? "max-desk:min-h-11" : "max-desk:hidden"}
                >
                  Trước <Key>K</Key>
                </LinkButton>
              ) : null}
              {next ? (
                <LinkButton
                  size="sm"
                  href={next}
                  prefetch={false}
                  className={isChosen ? "max-desk:min-h-11" : "max-desk:hidden"}
                >
                  Sau <Key>J</Key>
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      <ReviewKeys previous={previous} next={next} />
      <div className={styles.panes}>
        <div className={`${styles.pane} ${styles.queue} ${isChosen ? styles.deskOnly : ""}`}>
          <QueuePane queue={queue} reader={reader} context={context} />
        </div>
        {sheet && address ? (
          <>
            <div className={`${styles.pane} ${styles.sheet} ${isChosen ? "" : styles.deskOnly}`}>
              <SheetPane
                sheet={sheet}
                mode={chooseMode(reader, sheet)}
                address={address}
                criterionHrefs={
                  reader === "department"
                    ? null
                    : Object.fromEntries(
                        sheet.cells.map(({ number }) => [
                          number,
                          nameReviewHref(context, { sheet: sheet.unitCode, criterion: number }),
                        ]),
                      )
                }
                nextHref={href(after.place)}
                nextText={after.text}
                entryHref={
                  isEntry
                    ? `/entry/${address.unit}/${address.set}/${address.period}#tc-${sheet.criterion.number}`
                    : null
                }
              />
            </div>
            <aside
              className={`${styles.pane} ${styles.side} ${isChosen ? "" : styles.deskOnly}`}
              aria-label="Cả phiếu, minh chứng và trao đổi"
            >
              <SidePane sheet={sheet} reader={reader} address={address} />
            </aside>
          </>
        ) : (
          <NothingToShow reader={reader} queue={queue} periodText={props.periodText} />
        )}
      </div>
    </>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-control border border-line-2 px-1 font-sans text-13 font-normal max-desk:hidden">
      {children}
    </kbd>
  );
}

function NothingToShow({
  reader,
  queue,
  periodText,
}: Pick<ReviewScreenProps, "reader" | "queue" | "periodText">) {
  if (reader === "commune") {
    return (
      <EmptyState title={`Xã chưa gửi phiếu ${periodText}`}>
        <p>Khi phiếu được gửi, ý kiến của cấp trên về từng tiêu chí hiện ở đây.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={queue.view === "pending" ? "Không còn gì chờ thẩm định" : "Chưa có gì ở mục này"}>
      <p>
        Khi xã gửi phiếu, phiếu hiện ở đây, phiếu gửi trước đứng trước. Có thể chọn kỳ khác ở thanh trên cùng.
      </p>
    </EmptyState>
  );
}
