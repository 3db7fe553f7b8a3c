import { authorizeUnit } from "@/lib/auth/authorize";
import { NOT_FOUND_MESSAGE, SIGNED_OUT_MESSAGE } from "@/lib/auth/messages";
import type { Act } from "@/lib/auth/policy";
import { getSession } from "@/lib/auth/session";
import { isForeignRequest, readUpload } from "@/lib/evidence/read-upload";
import { acceptUpload } from "@/lib/imports/accept-upload";
import { makeStoreCommand } from "@/lib/imports/commands";
import { MAX_FILE_BYTES } from "@/lib/imports/limits";
import { executeCommand } from "@/lib/server/action";
import { newErrorId } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { refuse } from "@/lib/server/result";

const STATUS: Record<string, number> = {
  "signed-out": 401,
  "not-found": 404,
  "too-large": 413,
  locked: 409,
  unexpected: 500,
};

/** Room for the frame of a form around the file. */
const FRAME_BYTES = 64 * 1024;
const TOO_LARGE = `Tệp quá nặng; chỉ nhận tệp tối đa ${MAX_FILE_BYTES / 1024 / 1024} MB. Chép số liệu sang mẫu tải về rồi chọn lại.`;

function answer(result: { ok: boolean; reason?: string }): Response {
  const status = result.ok ? 200 : (STATUS[result.reason ?? ""] ?? 422);
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}

/**
 * POST ?unit=&set=&period= with the form field "file" → { ok, value: { id } }: the file was read and waits under
 * /import/[id] to be looked at. Who may do it is asked before a byte of the file is read.
 */
export async function POST(request: Request): Promise<Response> {
  if (isForeignRequest(request)) return answer(refuse("not-found", NOT_FOUND_MESSAGE));
  const session = await getSession();
  if (session === null) return answer(refuse("signed-out", SIGNED_OUT_MESSAGE));
  const params = new URL(request.url).searchParams;
  const code = params.get("unit") ?? "";
  try {
    const acts: Act[] = ["figure.enter", "figure.import-many"];
    for (const act of acts) {
      const unit = await authorizeUnit(session, code, act);
      if (unit === null) continue;
      if (Number(request.headers.get("content-length") ?? 0) > MAX_FILE_BYTES + FRAME_BYTES) {
        return answer(refuse("too-large", TOO_LARGE));
      }
      const file = await readUpload(request);
      if (!file.ok) return answer(file.reason === "too-large" ? refuse("too-large", TOO_LARGE) : file);
      const upload = await acceptUpload(session, unit, params.get("set") ?? "", params.get("period") ?? "", {
        name: file.value.fileName,
        bytes: Buffer.from(file.value.bytes),
      });
      if (!upload.ok) return answer(upload);
      return answer(
        await executeCommand(makeStoreCommand(act), session, { unit: unit.code, upload: upload.value }),
      );
    }
    return answer(refuse("not-found", NOT_FOUND_MESSAGE));
  } catch (error) {
    const errorId = newErrorId();
    log.error({ err: error, errorId }, "import upload failed");
    const message = `Chưa đọc được tệp. Số liệu đã lưu vẫn còn nguyên; thử lại sau vài phút (mã lỗi ${errorId}).`;
    return answer(refuse("unexpected", message));
  }
}
