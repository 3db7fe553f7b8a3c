import type { TemplateFile } from "./template-queries";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** RFC 8187 keeps fewer signs than encodeURIComponent does. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A workbook to save; never cached, since it carries the figures of the moment. */
export function respondWithWorkbook(file: TemplateFile): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": XLSX_TYPE,
      "Content-Disposition": `attachment; filename="${file.asciiName}"; filename*=UTF-8''${encodeName(file.name)}`,
      "Content-Length": String(file.bytes.byteLength),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
