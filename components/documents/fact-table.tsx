import { Fragment } from "react";
import { GroupRow, Table, TableScroll, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { FactGroup, FactRow } from "@/lib/documents/types";

function Remarks({ fact }: { fact: FactRow }) {
  if (fact.inconsistency === null && fact.note === null) return null;
  return (
    <span className="mt-1 block">
      {fact.inconsistency === null ? null : <Tag tone="soon">Không khớp: {fact.inconsistency}</Tag>}
      {fact.note === null || fact.note === fact.inconsistency ? null : (
        <span className="block text-14 text-ink-2">{fact.note}</span>
      )}
    </span>
  );
}

function DeskTable({ groups }: { groups: readonly FactGroup[] }) {
  return (
    <TableScroll label="Số liệu trong văn bản">
      <Table id="bang-so-lieu">
        <thead>
          <tr>
            <Th>Nội dung</Th>
            <Th>Văn bản in</Th>
            <Th numeric>Giá trị</Th>
            <Th>Thời kỳ</Th>
            <Th numeric>Dòng</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={`${group.kind} ${group.title}`}>
              <GroupRow colSpan={5}>
                {group.title} <span className="font-normal text-ink-3">{group.rows.length}</span>
              </GroupRow>
              {group.rows.map((fact) => (
                <tr key={fact.key} className="hover:bg-sunken">
                  <Td className="min-w-56">
                    {fact.label}
                    <Remarks fact={fact} />
                  </Td>
                  <Td className="min-w-48">{fact.printed}</Td>
                  <Td numeric className="whitespace-nowrap">
                    {fact.valueText}
                  </Td>
                  <Td className="whitespace-nowrap">{fact.periodText}</Td>
                  <Td numeric className="text-ink-3">
                    {fact.sourceLine ?? "–"}
                  </Td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** Hard figures of a document, as printed; on a phone a list. */
export function FactTable({ groups }: { groups: readonly FactGroup[] }) {
  return (
    <>
      <div className="max-desk:hidden">
        <DeskTable groups={groups} />
      </div>
      <div className="desk:hidden">
        {groups.map((group) => (
          <section key={`${group.kind} ${group.title}`}>
            <h3 className="border-y border-line-2 bg-sunken px-4 py-2 text-15 font-semibold">
              {group.title} <span className="font-normal text-ink-3">{group.rows.length}</span>
            </h3>
            <ul>
              {group.rows.map((fact) => (
                <li key={fact.key} className="border-b border-line px-4 py-2.5 last:border-b-0">
                  <p className="text-14 text-ink-2">{fact.label}</p>
                  <p className="font-num font-semibold">{fact.printed}</p>
                  <p className="font-num text-13 text-ink-3">
                    {fact.periodText}
                    {fact.sourceLine === null ? null : ` · dòng ${fact.sourceLine}`}
                  </p>
                  <Remarks fact={fact} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
