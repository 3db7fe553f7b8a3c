import { TableScroll, Td, Th } from "@/components/ui/table";
import type { PlanItem, PlanState } from "@/lib/imports/types";

const WORDS: Record<PlanState, string> = {
  change: "sẽ ghi",
  same: "không đổi",
  empty: "trống, giữ số đang có",
  error: "không nhận",
  question: "cần chọn",
};

/** Id of a cell's row, for the list of errors to lead to. */
export function namePreviewRow(unitCode: string, indicatorId: number): string {
  return `o-${unitCode}-${indicatorId}`;
}

const CELL = "max-desk:block max-desk:border-0 max-desk:px-4 max-desk:py-0.5";

function PhoneLabel({ children }: { children: string }) {
  return <span className="text-ink-3 desk:hidden">{children}: </span>;
}

function Remarks({ item }: { item: PlanItem }) {
  const isWrong = item.state === "error" || item.state === "question";
  return (
    <>
      {item.noteAfter === null ? null : (
        <span className="block text-14 text-ink-2">
          Ghi chú: {item.noteAfter === "" ? "bỏ" : `“${item.noteAfter}”`}
        </span>
      )}
      {item.messages.map((message) => (
        <span
          key={message}
          className={`block text-14 ${isWrong ? "font-semibold text-error" : "text-ink-2"}`}
        >
          {message}
        </span>
      ))}
    </>
  );
}

interface PreviewTableProps {
  unitCode: string;
  label: string;
  items: readonly PlanItem[];
}

/** Cell by cell: where it stands in the file, what is stored, what the file says, what becomes of it. */
export function PreviewTable({ unitCode, label, items }: PreviewTableProps) {
  return (
    <TableScroll label={label}>
      <table className="w-full border-collapse font-num text-15 leading-[1.4] max-desk:block">
        <thead className="max-desk:sr-only">
          <tr>
            <Th>Ô</Th>
            <Th>Chỉ tiêu</Th>
            <Th numeric className="whitespace-nowrap">
              Đang có
            </Th>
            <Th numeric className="whitespace-nowrap">
              Trong tệp
            </Th>
            <Th className="min-w-64">Kết quả</Th>
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {items.map((item) => (
            <tr
              key={item.indicatorId}
              id={namePreviewRow(unitCode, item.indicatorId)}
              className="scroll-mt-20 max-desk:block max-desk:border-b max-desk:border-line max-desk:py-2"
            >
              <Td className={`whitespace-nowrap text-ink-2 ${CELL}`}>
                <PhoneLabel>Ô</PhoneLabel>
                {item.address || "–"}
              </Td>
              <Td className={CELL}>
                <span className="font-semibold">{item.code}</span> {item.title}
              </Td>
              <Td numeric className={`max-desk:text-left ${CELL}`}>
                <PhoneLabel>Đang có</PhoneLabel>
                {item.before ?? "–"}
              </Td>
              <Td numeric className={`font-semibold max-desk:text-left ${CELL}`}>
                <PhoneLabel>Trong tệp</PhoneLabel>
                {item.after ?? "–"}
              </Td>
              <Td className={CELL}>
                {WORDS[item.state]}
                <Remarks item={item} />
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
