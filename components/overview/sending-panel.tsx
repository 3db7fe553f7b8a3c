import { DotStrip } from "@/components/charts/dot-strip";
import { Panel } from "@/components/ui/panel";
import { formatDate } from "@/lib/numbers/dates";
import { prepareSendingDays } from "@/lib/overview/prepare-sending";
import type { Overview } from "@/lib/overview/types";

interface SendingPanelProps {
  sending: Overview["sending"];
  unitNoun: string;
  /** "quý IV". */
  quarter: string;
  query: string;
  /** Unit whose review queue a waiting sheet opens in; null for a reader who does not review. */
  reviewUnit: string | null;
}

/** Where every sheet of the period stands, those that wait for somebody first. */
export function SendingPanel({ sending, unitNoun, quarter, query, reviewUnit }: SendingPanelProps) {
  return (
    <Panel
      id="gui-phieu"
      title={`Phiếu ${quarter}`}
      meta={sending.dueOn ? `hạn gửi ${formatDate(sending.dueOn)}` : "chưa đặt hạn gửi"}
      flush
    >
      {sending.days.length > 0 ? (
        <DotStrip
          days={prepareSendingDays(sending)}
          label={`${sending.onTime} ${unitNoun} gửi đúng hạn, ${sending.late} ${unitNoun} gửi trễ`}
          {...(sending.dueOn
            ? { due: { day: sending.dueOn, label: `hạn ${formatDate(sending.dueOn)}` } }
            : {})}
        />
      ) : null}
      <dl className="divide-y divide-line border-t border-line first:border-t-0">
        {sending.groups.map((group) => (
          <div
            key={group.key}
            className="grid grid-cols-[13rem_2.5rem_minmax(0,1fr)] gap-x-2 px-4 py-2 text-14 max-desk:grid-cols-[minmax(0,1fr)_auto] desk:px-4.5"
          >
            <dt className={group.key === "not-started" || group.key === "draft" ? "text-unmet" : ""}>
              {group.title}
            </dt>
            <dd className="text-right font-num font-semibold">{group.units.length}</dd>
            <dd className="font-num text-13 text-ink-2 max-desk:col-span-full">
              {group.units.map((unit, index) => (
                <span key={unit.code}>
                  {index > 0 ? ", " : ""}
                  <a
                    href={
                      reviewUnit !== null && group.key === "submitted"
                        ? `/review?unit=${reviewUnit}&${query}&sheet=${unit.code}`
                        : `/communes/${unit.code}?${query}`
                    }
                    className="text-ink-2 no-underline hover:underline"
                  >
                    {unit.label}
                  </a>
                  {unit.note ? ` (${unit.note})` : ""}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {sending.groups.length === 0 ? (
        <p className="px-4 py-4 text-15 text-ink-2 desk:px-4.5">
          Chưa có {unitNoun} nào theo bộ tiêu chí này.
        </p>
      ) : null}
    </Panel>
  );
}
