"use client";

import { Button } from "@/components/ui/button";
import { styleButton } from "@/components/ui/button-style";
import { StatePage } from "./state-page";

/** Something broke on our side. The digest is the id under which the server logged it. */
export function FailedState({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <StatePage
      title="Chưa mở được trang này"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Thử lại
          </Button>
          <a href="/" className={styleButton("link")}>
            Về Việc của tôi
          </a>
        </>
      }
    >
      <p>
        Lỗi ở phía hệ thống, không phải do anh/chị. Số liệu đã lưu vẫn còn nguyên. Thử lại sau vài phút
        {digest ? (
          <>
            ; nếu vẫn lỗi, báo Văn phòng điều phối kèm mã <strong className="font-num">{digest}</strong>
          </>
        ) : null}
        .
      </p>
    </StatePage>
  );
}
