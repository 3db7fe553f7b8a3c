/** Words of sign-in. Error codes are what `signIn(…, { redirect: false })` returns as `error`. */

const WRONG =
  "Tên đăng nhập hoặc mật khẩu chưa đúng. Thử lại, hoặc nhờ Văn phòng điều phối đặt lại mật khẩu.";

const THROTTLED = /^Throttled:(\d{1,6})$/;

/** Code for "too many attempts, wait so many seconds". */
export function toThrottledCode(waitSeconds: number): string {
  return `Throttled:${Math.max(1, Math.ceil(waitSeconds))}`;
}

function describeWait(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}

/**
 * Sentence for a sign-in error code, or null when there is none. Wrong name, wrong password, disabled account
 * and demo account outside the demo share one sentence: an answer must not tell which accounts exist.
 */
export function describeSignInError(code: string | null | undefined): string | null {
  if (!code) return null;
  const wait = THROTTLED.exec(code)?.[1];
  if (wait) {
    return `Đã thử sai nhiều lần. Chờ ${describeWait(Number(wait))} rồi thử lại, hoặc nhờ Văn phòng điều phối đặt lại mật khẩu.`;
  }
  if (code === "CredentialsSignin") return WRONG;
  return "Chưa đăng nhập được lúc này. Thử lại sau vài phút; nếu vẫn không được, báo Văn phòng điều phối.";
}

export const SIGNED_OUT_MESSAGE =
  "Phiên làm việc đã hết. Đăng nhập lại rồi lưu; số vừa nhập vẫn còn trên màn hình.";
export const NOT_FOUND_MESSAGE =
  "Không tìm thấy. Đường dẫn sai, hoặc nội dung này không thuộc đơn vị của anh/chị.";
