import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import type { FigurePage } from "@/lib/explanations/types";

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 py-1.5 text-15">
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who entered, who verified, who answers for it. */
export function PeoplePanel({ page }: { page: FigurePage }) {
  const { entered, sheet, review, assignment } = page;
  const isJudged = sheet?.provenance === "verified" || sheet?.provenance === "recognised";
  return (
    <Panel title="Ai ghi, ai kiểm">
      <dl>
        {page.indicator.isParent ? null : (
          <Line label="Xã ghi">{entered ? `${entered.who}, ${entered.when}` : "chưa ghi"}</Line>
        )}
        <Line label="Phiếu">
          {sheet ? sheet.statusText : "chưa bắt đầu"}
          {sheet?.sent ? (
            <span className="block text-14 text-ink-2">
              gửi: {sheet.sent.who}, {sheet.sent.when}
            </span>
          ) : null}
        </Line>
        <Line label="Thẩm định">
          {review ? (
            <>
              {review.who}
              <span className="block text-14 text-ink-2">
                {review.text}, {review.when}
              </span>
            </>
          ) : isJudged && sheet?.decided ? (
            <>
              {sheet.decided.who}, {sheet.decided.when} <ProvenanceBadge kind={sheet.provenance} />
            </>
          ) : (
            "chưa có ý kiến"
          )}
        </Line>
        <Line label="Phụ trách">
          {assignment ? (
            <>
              {assignment.officialName}
              {assignment.position ? `, ${assignment.position}` : ""}
              {assignment.isIllustrative ? (
                <span className="block text-13 text-ink-3">phân công minh họa</span>
              ) : null}
            </>
          ) : (
            "chưa phân công"
          )}{" "}
          <Link
            href={`/assignments?${new URLSearchParams({ unit: page.unit.code, set: page.set.code, period: page.period })}`}
            prefetch={false}
            className="text-14"
          >
            bảng phân công
          </Link>
        </Line>
        {assignment?.sponsorName ? <Line label="Đỡ đầu">{assignment.sponsorName}</Line> : null}
      </dl>
    </Panel>
  );
}
