import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Table, TableScroll, Td, Th } from "@/components/ui/table";
import type { ImportPreview } from "@/lib/imports/view-types";
import { formatPeriod } from "@/lib/numbers/periods";

/** What became of the file. */
export function DonePanel({ preview }: { preview: ImportPreview }) {
  const units = preview.outcome?.units ?? [];
  const total = units.reduce((sum, unit) => sum + unit.changed, 0);
  return (
    <>
      <div className="mb-4 max-desk:mx-4 desk:mb-6">
        <Notice tone="done">
          Đã ghi {total} ô từ tệp {preview.fileName} vào phiếu {formatPeriod(preview.period)}. Phiếu chưa gửi:
          xem lại rồi gửi như thường.
        </Notice>
      </div>
      <Panel title="Kết quả" flush>
        <TableScroll label="Kết quả nhập">
          <Table>
            <thead>
              <tr>
                <Th>Đơn vị</Th>
                <Th numeric>Ô đã ghi</Th>
                <Th numeric>Tiêu chí đạt trước</Th>
                <Th numeric>Tiêu chí đạt sau</Th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.unitCode}>
                  <Td>
                    <Link href={`/entry/${unit.unitCode}/${preview.setCode}/${preview.period}`}>
                      {unit.unitLabel}
                    </Link>
                  </Td>
                  <Td numeric>{unit.changed}</Td>
                  <Td numeric>
                    {unit.metBefore}/{unit.total}
                  </Td>
                  <Td numeric>
                    {unit.metAfter}/{unit.total}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      </Panel>
    </>
  );
}
