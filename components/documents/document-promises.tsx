import { Panel } from "@/components/ui/panel";
import { Table, TableScroll, Td, Th } from "@/components/ui/table";
import type { DocumentView } from "@/lib/documents/types";

function SmallTable({
  label,
  heads,
  rows,
}: {
  label: string;
  heads: string[];
  rows: { key: number; cells: string[] }[];
}) {
  return (
    <TableScroll label={label}>
      <Table>
        <thead>
          <tr>
            {heads.map((head) => (
              <Th key={head}>{head}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {heads.map((head, index) => (
                <Td key={head}>{row.cells[index]}</Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** What the document promises: milestones, villages, targets brought into tracking. */
export function DocumentPromises({ document }: { document: DocumentView }) {
  const { milestones, villages, targets } = document;
  return (
    <>
      {milestones.length === 0 ? null : (
        <Panel flush title="Mốc hoàn thành" meta={milestones.length}>
          <SmallTable
            label="Mốc hoàn thành"
            heads={["Mốc", "Phải đạt", "Thời hạn"]}
            rows={milestones.map((row) => ({
              key: row.id,
              cells: [row.title, row.targetText ?? "–", row.dueText],
            }))}
          />
        </Panel>
      )}
      {villages.length === 0 ? null : (
        <Panel flush title="Thôn" meta={villages.length}>
          <SmallTable
            label="Thôn"
            heads={["Thôn", "Tiêu chuẩn", "Tình trạng", "Thời điểm"]}
            rows={villages.map((row) => ({
              key: row.id,
              cells: [row.villageText, row.standard, row.statusText, row.asOfText],
            }))}
          />
        </Panel>
      )}
      {targets.length === 0 ? null : (
        <Panel flush title="Chỉ tiêu đưa vào theo dõi" meta={targets.length}>
          <SmallTable
            label="Chỉ tiêu đưa vào theo dõi"
            heads={["Chỉ tiêu", "Văn bản in", "Thời kỳ", "Theo dõi ở"]}
            rows={targets.map((row) => ({
              key: row.id,
              cells: [row.label, row.printed, row.periodText, row.linkText ?? "–"],
            }))}
          />
        </Panel>
      )}
    </>
  );
}
