import Link from "next/link";
import { Table, TableScroll, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { DocumentListItem } from "@/lib/documents/types";

function FlagTag({ count }: { count: number }) {
  return count === 0 ? <span className="text-ink-3">–</span> : <Tag tone="soon">{count} điểm cần soát</Tag>;
}

function DocumentTable({ items }: { items: readonly DocumentListItem[] }) {
  return (
    <TableScroll label="Danh sách văn bản">
      <Table id="bang-van-ban">
        <thead>
          <tr>
            <Th>Văn bản</Th>
            <Th>Số, ngày</Th>
            <Th>Cơ quan ban hành</Th>
            <Th>Đơn vị</Th>
            <Th numeric>Số liệu</Th>
            <Th numeric>Nhiệm vụ</Th>
            <Th>Cần soát</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code} className="hover:bg-sunken">
              <Td className="min-w-64">
                <span className="block text-13 text-ink-3">{item.typeText}</span>
                <Link href={`/documents/${item.code}`}>{item.subject}</Link>
              </Td>
              <Td className="min-w-40">
                <span className="block">{item.numberText}</span>
                <span className="text-14 text-ink-2">{item.dateText}</span>
              </Td>
              <Td>{item.issuerName}</Td>
              <Td>{item.units.join(", ")}</Td>
              <Td numeric>{item.factCount}</Td>
              <Td numeric>{item.taskCount}</Td>
              <Td>
                <FlagTag count={item.flagCount} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** Source documents: a table, and on a phone a list. */
export function DocumentList({ items }: { items: readonly DocumentListItem[] }) {
  return (
    <>
      <div className="max-desk:hidden">
        <DocumentTable items={items} />
      </div>
      <ul className="desk:hidden">
        {items.map((item) => (
          <li key={item.code} className="border-b border-line px-4 py-3.5 last:border-b-0">
            <p className="text-13 text-ink-3">
              {item.typeText} · {item.numberText} · {item.dateText}
            </p>
            <Link href={`/documents/${item.code}`} className="mt-0.5 block py-1 font-semibold">
              {item.subject}
            </Link>
            <p className="text-14 text-ink-2">{item.units.join(", ")}</p>
            <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 font-num text-14 text-ink-2">
              {item.factCount} số liệu · {item.taskCount} nhiệm vụ
              {item.flagCount === 0 ? null : <FlagTag count={item.flagCount} />}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
