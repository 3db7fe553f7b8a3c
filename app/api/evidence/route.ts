import { authorizeUnit } from "@/lib/auth/authorize";
import { NOT_FOUND_MESSAGE, SIGNED_OUT_MESSAGE } from "@/lib/auth/messages";
import { getSession } from "@/lib/auth/session";
import { addEvidenceFileCommand } from "@/lib/evidence/commands";
import { isForeignRequest, readUpload } from "@/lib/evidence/read-upload";
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

function answer(result: { ok: boolean; reason?: string }): Response {
  const status = result.ok ? 200 : (STATUS[result.reason ?? ""] ?? 422);
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}

/**
 * POST ?unit=&set=&period=&indicator=[&replaces=] with the form field "file" → the Result of the command as JSON.
 * Who may do it is asked before a byte of the file is read.
 */
export async function POST(request: Request): Promise<Response> {
  if (isForeignRequest(request)) return answer(refuse("not-found", NOT_FOUND_MESSAGE));
  const session = await getSession();
  if (session === null) return answer(refuse("signed-out", SIGNED_OUT_MESSAGE));
  const params = new URL(request.url).searchParams;
  const unit = params.get("unit") ?? "";
  try {
    if (!(await authorizeUnit(session, unit, addEvidenceFileCommand.act))) {
      return answer(refuse("not-found", NOT_FOUND_MESSAGE));
    }
    const upload = await readUpload(request);
    if (!upload.ok) return answer(upload);
    return answer(
      await executeCommand(addEvidenceFileCommand, session, {
        unit,
        set: params.get("set") ?? "",
        period: params.get("period") ?? "",
        indicatorId: params.get("indicator"),
        replacesId: params.get("replaces"),
        ...upload.value,
      }),
    );
  } catch (error) {
    const errorId = newErrorId();
    log.error({ err: error, errorId }, "evidence upload failed");
    const message = `Chưa lưu được tệp. Minh chứng đã lưu vẫn còn nguyên; thử lại sau vài phút (mã lỗi ${errorId}).`;
    return answer(refuse("unexpected", message));
  }
}
