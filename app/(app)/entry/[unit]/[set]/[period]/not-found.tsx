import { StatePage } from "@/components/shell/state-page";
import { LinkButton } from "@/components/ui/link-button";

/** A wrong address and another commune's sheet read the same: a stranger learns nothing. */
export default function EntryNotFound() {
  return (
    <StatePage title="Không tìm thấy phiếu này" actions={<LinkButton href="/">Về Việc của tôi</LinkButton>}>
      <p>
        Đơn vị, bộ tiêu chí hoặc kỳ trong đường dẫn không có, hoặc không thuộc đơn vị của anh/chị. Kỳ ghi theo
        quý đã đến, ví dụ 2024-Q4. Mở lại từ Việc của tôi, rồi chọn ở thanh trên cùng.
      </p>
    </StatePage>
  );
}
