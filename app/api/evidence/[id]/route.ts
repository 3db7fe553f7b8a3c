import { NOT_FOUND_MESSAGE, SIGNED_OUT_MESSAGE } from "@/lib/auth/messages";
import { getSession } from "@/lib/auth/session";
import { findEvidenceFile } from "@/lib/evidence/queries";
import { respondWithFile } from "@/lib/evidence/respond";

const LARGEST_ID = 2 ** 31 - 1;

function refuseWith(status: number, message: string): Response {
  return new Response(message, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** GET /api/evidence/12 → the file to save; ?preview=1 → to look at, when it is an image or a PDF. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const session = await getSession();
  if (session === null) return refuseWith(401, SIGNED_OUT_MESSAGE);
  const id = Number((await params).id);
  const file =
    Number.isInteger(id) && id > 0 && id <= LARGEST_ID ? await findEvidenceFile(session, id) : null;
  if (file === null) return refuseWith(404, NOT_FOUND_MESSAGE);
  return respondWithFile(file, new URL(request.url).searchParams.get("preview") === "1");
}
