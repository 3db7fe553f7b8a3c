import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import type { PeriodDeadlines } from "@/lib/deadlines/types";
import { countDaysBetween, formatDate } from "@/lib/numbers/dates";
import { formatDeadline } from "@/lib/numbers/deadlines";
import { formatPeriod } from "@/lib/numbers/periods";
import { ExtendDeadlineForm, SetDeadlineForm } from "./deadline-forms";

/** How late a deadline of long ago is helps nobody. */
const NEWS_DAYS = 60;

interface DeadlineScreenProps {
  set: { code: string; shortTitle: string };
  deadlines: readonly PeriodDeadlines[];
  units: readonly { code: string; label: string }[];
  canManage: boolean;
  /** The quarter chosen to begin with. */
  period: string;
  today: string;
}

/** Days by which sheets are due, the exceptions with their reasons, and the forms to change them. */
export function DeadlineScreen({
  set,
  deadlines,
  units,
  canManage,
  period: chosen,
  today,
}: DeadlineScreenProps) {
  const periods = deadlines.map(({ period }) => ({ value: period, label: formatPeriod(period, "start") }));
  return (
    <>
      <PageHead
        title="Hạn gửi phiếu"
        lead={`${set.shortTitle}. Mỗi quý một hạn chung; gia hạn riêng từng đơn vị có ghi lý do.`}
      />
      <div
        className={
          canManage
            ? "grid grid-cols-[minmax(0,1fr)_372px] items-start gap-6 max-desk:block"
            : "max-w-[900px]"
        }
      >
        <Panel flush>
          <Table>
            <caption className="sr-only">Hạn gửi phiếu theo quý</caption>
            <thead>
              <tr>
                <Th>Quý</Th>
                <Th>Hạn chung</Th>
                <Th>Gia hạn riêng</Th>
              </tr>
            </thead>
            <tbody>
              {deadlines.map(({ period, dueOn, extensions }) => (
                <tr key={period}>
                  <Td className="whitespace-nowrap">{formatPeriod(period, "start")}</Td>
                  <Td className="whitespace-nowrap">
                    {dueOn === null ? (
                      <span className="text-ink-3">chưa đặt</span>
                    ) : (
                      <>
                        <time dateTime={dueOn}>{formatDate(dueOn)}</time>
                        {countDaysBetween(dueOn, today) > NEWS_DAYS ? null : (
                          <span className="block text-13 text-ink-3">{formatDeadline(dueOn, today)}</span>
                        )}
                      </>
                    )}
                  </Td>
                  <Td>
                    {extensions.length === 0 ? (
                      <span className="text-ink-3">–</span>
                    ) : (
                      <ul>
                        {extensions.map((extension) => (
                          <li key={extension.unitCode} className="not-first:mt-1.5">
                            {extension.unitLabel}: {formatDate(extension.dueOn)}
                            {extension.reason ? (
                              <span className="block text-14 text-ink-2">{extension.reason}</span>
                            ) : null}
                          </li>
                        ))}
                      </ul>
                    )}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
        {canManage ? (
          <div className="flex flex-col gap-6 max-desk:mt-4 max-desk:gap-4">
            <Panel title="Đặt hạn chung">
              <SetDeadlineForm set={set.code} periods={periods} chosen={chosen} />
            </Panel>
            <Panel title="Gia hạn một đơn vị">
              <ExtendDeadlineForm set={set.code} periods={periods} chosen={chosen} units={units} />
            </Panel>
          </div>
        ) : null}
      </div>
    </>
  );
}
