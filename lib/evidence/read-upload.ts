import { type Result, refuse, succeed } from "@/lib/server/result";
import { MAX_FILE_BYTES } from "./constants";
import { refuseTooLarge } from "./inspect-file";

/** Room for the frame of a form around the file. */
const FRAME_BYTES = 64 * 1024;

/** The body up to the limit; null when there is more. A length that is promised is not trusted. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The field "file" of a multipart form, read no further than the size limit. */
export async function readUpload(
  request: Request,
): Promise<Result<{ fileName: string; bytes: Uint8Array }, "too-large" | "invalid">> {
  const body = await readAtMost(request, MAX_FILE_BYTES + FRAME_BYTES);
  if (body === null) return refuseTooLarge();
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) return refuse("invalid", "Chưa chọn tệp. Chọn một tệp rồi tải lên.");
  return succeed({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

/**
 * Whether a page of another site sent the request. Cookies do not travel with such a request (SameSite), so this
 * is the second lock on the door.
 */
export function isForeignRequest(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
