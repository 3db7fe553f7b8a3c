import { FILE_TYPES, nameFileType } from "./constants";

interface SentFile {
  title: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Nothing in a stored file may run, load or be framed; an image is shut in a sandbox besides. */
const SEALED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'";
const POLICY_OF_IMAGE = `${SEALED}; img-src 'self'; sandbox`;
// Chromium's reader refuses to open in a sandbox, and is itself an embedded object.
const POLICY_OF_PDF = `${SEALED}; object-src 'self'; plugin-types application/pdf`;

/** RFC 8187 keeps fewer signs than encodeURIComponent does. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function nameFile(title: string, extensions: readonly string[]): string {
  const bare = title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "_");
  const hasExtension = extensions.some((extension) => bare.toLowerCase().endsWith(`.${extension}`));
  return hasExtension ? bare : `${bare}.${extensions[0]}`;
}

/**
 * A stored file to save, or to look at when it is an image or a PDF and `asPreview`. The type is the one found in
 * the content when it was taken in; the browser may not guess another.
 */
export function respondWithFile(file: SentFile, asPreview: boolean): Response {
  const type = nameFileType(file.mediaType);
  const known = type === null ? null : FILE_TYPES[type];
  const name = nameFile(file.title, known?.extensions ?? ["bin"]);
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\w. -]/g, "_");
  const isShown = asPreview && known?.isPreviewable === true;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": known?.mediaType ?? "application/octet-stream",
      "Content-Disposition": `${isShown ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encodeName(name)}`,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Security-Policy": type === "pdf" ? POLICY_OF_PDF : POLICY_OF_IMAGE,
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}
