import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginForm } from "@/components/auth/login-form";
import { LoginIllustration } from "@/components/auth/login-illustration";
import { BrandMark } from "@/components/shell/brand-mark";
import { Notice } from "@/components/ui/notice";
import { IDLE_MINUTES } from "@/lib/auth/constants";
import { describeSignInError } from "@/lib/auth/messages";
import { safeNextPath } from "@/lib/auth/next-path";
import { getSession } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Đăng nhập" };

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = safeNextPath(query.next);
  if (await getSession()) redirect(next);
  const error = typeof query.error === "string" ? describeSignInError(query.error) : null;
  return (
    <div className="grid min-h-screen desk:grid-cols-2">
      <div className="flex flex-col bg-surface px-4 py-6 desk:px-16 desk:py-14">
        <header className="flex flex-wrap items-center gap-2.5">
          <BrandMark />
          <span className="font-semibold">Nông thôn mới</span>
          <span className="text-14 text-ink-3">Theo dõi bộ tiêu chí</span>
        </header>
        <main id="main" className="my-auto w-full max-w-100 py-10">
          <h1>Đăng nhập</h1>
          <p className="mt-1.5 text-ink-2">Dùng tài khoản do Văn phòng điều phối cấp.</p>
          {query.ended === "1" ? (
            <div className="mt-4">
              <Notice tone="done" title="Đã đăng xuất." />
            </div>
          ) : query.next !== undefined && next !== "/" ? (
            <div className="mt-4">
              <Notice tone="warn">
                Chưa đăng nhập, hoặc phiên làm việc đã kết thúc. Đăng nhập để mở trang vừa chọn.
              </Notice>
            </div>
          ) : null}
          <LoginForm next={next} initialError={error} />
          <p className="mt-6 text-14 text-ink-3">
            Quên mật khẩu: nhờ người quản trị của Văn phòng điều phối đặt lại.
          </p>
          <p className="mt-2 text-14 text-ink-3">
            Phiên làm việc tự kết thúc sau {IDLE_MINUTES} phút không thao tác. Số liệu đã lưu vẫn được giữ.
          </p>
        </main>
        <footer className="text-13 text-ink-3">
          Hỗ trợ: Văn phòng điều phối Chương trình nông thôn mới, giờ hành chính.
        </footer>
      </div>
      <aside
        aria-label="Giới thiệu"
        className="flex flex-col justify-center border-l border-line-2 bg-rail p-16 max-desk:hidden"
      >
        <LoginIllustration />
      </aside>
    </div>
  );
}
