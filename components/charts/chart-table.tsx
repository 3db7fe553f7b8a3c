import { Table, Td, Th } from "@/components/ui/table";
import type { ChartTable as ChartTableData } from "./types";

/** "Xem bảng số": the numbers behind a chart, for anybody who would rather read than look. */
export function ChartTable({ caption, table }: { caption: string; table: ChartTableData }) {
  return (
    <details className="border-t border-line text-14">
      <summary className="min-h-10 px-4 py-2.5 text-accent underline underline-offset-3 hover:decoration-2 desk:px-4.5 print:hidden">
        Xem bảng số
      </summary>
      <div className="overflow-x-auto pb-2">
        <Table>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {table.head.map((head, index) => (
                <Th key={head} numeric={index > 0}>
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) => (
                  <Td key={table.head[index]} numeric={index > 0}>
                    {cell}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
