import type { ExportedFile } from "./conclusion-notice/export-notice";

const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A Word file to save: ASCII name for old clients, the Vietnamese one (RFC 6266) for the others; never cached. */
export function respondWithDocx(file: Pick<ExportedFile, "bytes" | "name" | "asciiName">): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": DOCX_TYPE,
      "Content-Disposition": `attachment; filename="${file.asciiName}"; filename*=UTF-8''${encodeName(file.name)}`,
      "Content-Length": String(file.bytes.byteLength),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** RFC 8187 keeps fewer signs than encodeURIComponent does. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Why there is no file: a plain page for a person, JSON for a program. */
export function respondWithMessage(request: Request, status: number, message: string): Response {
  const headers = { "Cache-Control": "no-store" };
  if (!(request.headers.get("accept") ?? "").includes("text/html")) {
    return Response.json({ message }, { status, headers });
  }
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chưa xuất được văn bản</title></head><body><main><h1>Chưa xuất được văn bản</h1><p>${escapeHtml(message)}</p><p><a href="/documents">Về danh sách văn bản</a></p></main></body></html>`;
  return new Response(page, { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}
