import { LinkButton } from "@/components/ui/link-button";
import { StatePage } from "./state-page";

/** The same words for a wrong address and for a page of another unit: a stranger learns nothing. */
export function NotFoundState() {
  return (
    <StatePage title="Không tìm thấy trang" actions={<LinkButton href="/">Về Việc của tôi</LinkButton>}>
      <p>
        Đường dẫn sai, hoặc trang này không thuộc đơn vị của anh/chị. Nếu đồng nghiệp gửi đường dẫn, nhờ họ
        kiểm tra lại quyền xem.
      </p>
    </StatePage>
  );
}
