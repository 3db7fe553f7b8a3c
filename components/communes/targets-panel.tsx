import { Panel } from "@/components/ui/panel";
import { GroupRow, Table, TableScroll, Td, Th } from "@/components/ui/table";
import type { CommunePage, TargetRow } from "@/lib/communes/types";
import { formatDate } from "@/lib/numbers/dates";

const COLUMNS = 4;

function tellPeriod(target: TargetRow): string {
  if (target.dueOn && target.quarter === null && target.year === null) return formatDate(target.dueOn);
  const roman = target.quarter ? `quý ${["I", "II", "III", "IV"][target.quarter - 1]}/` : "";
  return target.periodText ?? (target.year ? `${roman}${roman ? "" : "năm "}${target.year}` : "không ghi");
}

function TargetLine({ target }: { target: TargetRow }) {
  return (
    <tr>
      <Td numeric className="w-14 text-ink-2">
        {target.code ?? target.number ?? ""}
      </Td>
      <Td>
        {target.label}
        {target.scopeLabel ? <span className="text-ink-2"> ({target.scopeLabel})</span> : null}
        {target.note ? <span className="block text-13 text-ink-2">{target.note}</span> : null}
      </Td>
      <Td className="font-semibold">{target.printed}</Td>
      <Td className="whitespace-nowrap text-ink-2">{tellPeriod(target)}</Td>
    </tr>
  );
}

/** What the commune promised, as the document prints it, and by when. A promise is not a threshold. */
export function TargetsPanel({ page }: { page: CommunePage }) {
  const { targets, targetCount, milestones } = page;
  if (targetCount === 0 && milestones.length === 0) return null;
  return (
    <Panel id="muc-tieu" flush title="Mục tiêu" meta={targetCount > 0 ? `${targetCount} mục` : null}>
      {milestones.length > 0 ? (
        <dl className="grid gap-x-4 gap-y-1 px-4 py-3 text-15 desk:grid-cols-[minmax(0,1fr)_auto] desk:px-4.5">
          {milestones.map((milestone) => (
            <div key={milestone.id} className="contents">
              <dt className="font-semibold">{milestone.title}</dt>
              <dd className="text-ink-2">{milestone.dueText}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {targetCount > 0 ? (
        <TableScroll label="Bảng mục tiêu">
          <Table className="border-t border-line">
            <thead>
              <tr>
                <Th numeric>Số</Th>
                <Th>Chỉ tiêu</Th>
                <Th>Ghi trong văn bản</Th>
                <Th>Kỳ</Th>
              </tr>
            </thead>
            {targets.map((group) => (
              <tbody key={group.title ?? "-"}>
                {group.title ? (
                  <GroupRow colSpan={COLUMNS}>
                    {group.title} <span className="font-medium text-ink-3">{group.targets.length}</span>
                  </GroupRow>
                ) : null}
                {group.targets.map((target) => (
                  <TargetLine key={target.id} target={target} />
                ))}
              </tbody>
            ))}
          </Table>
        </TableScroll>
      ) : null}
    </Panel>
  );
}
