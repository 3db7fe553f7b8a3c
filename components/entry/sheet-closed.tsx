import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { EntrySheet } from "@/lib/submissions/entry-types";

/** Why there is no table to enter figures in, or null when there is one. */
export function describeClosed(sheet: EntrySheet): { title: string; text: string } | null {
  if (sheet.lock?.reason === "recorded") return { title: "Kết quả ghi từ văn bản", text: sheet.lock.message };
  if (sheet.lock?.reason === "not-enrolled") {
    return { title: "Chưa đăng ký bộ tiêu chí này", text: sheet.lock.message };
  }
  if (sheet.resolved.criteria.every((criterion) => criterion.indicators.length === 0)) {
    const note = sheet.set.incompleteNote ? ` ${sheet.set.incompleteNote}` : "";
    return {
      title: "Chưa có danh sách chỉ tiêu",
      text: `Danh sách chỉ tiêu của bộ ${sheet.set.shortTitle} chưa được nạp nên chưa nhập số liệu được.${note}`,
    };
  }
  return null;
}

interface SheetClosedProps {
  title: string;
  text: string;
  unitCode: string;
}

/** An entry page without a table: says why and where to go. */
export function SheetClosed({ title, text, unitCode }: SheetClosedProps) {
  return (
    <Panel flush>
      <EmptyState
        as="h1"
        title={title}
        actions={<LinkButton href={`/communes/${unitCode}`}>Xem trang của đơn vị</LinkButton>}
      >
        <p>{text}</p>
      </EmptyState>
    </Panel>
  );
}
