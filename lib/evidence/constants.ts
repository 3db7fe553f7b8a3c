/** A scanned record of a few pages stays below it; what is larger belongs on a drive, with a link here. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Current pieces of evidence behind one indicator of one sheet. */
export const MAX_ITEMS = 20;

/** Word and Excel files are archives. What they may unpack to, so that opening one harms nobody's machine. */
export const ARCHIVE_LIMITS = {
  entries: 2000,
  unpackedBytes: 60 * 1024 * 1024,
  contentTypesBytes: 1024 * 1024,
} as const;

export const FILE_TYPES = {
  pdf: { mediaType: "application/pdf", extensions: ["pdf"], word: "PDF", isPreviewable: true },
  jpg: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], word: "ảnh JPG", isPreviewable: true },
  png: { mediaType: "image/png", extensions: ["png"], word: "ảnh PNG", isPreviewable: true },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    word: "Word",
    isPreviewable: false,
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
    word: "Excel",
    isPreviewable: false,
  },
} as const;

export type FileTypeName = keyof typeof FILE_TYPES;

/** Type of a stored file by its media type; null for one that is no longer taken. */
export function nameFileType(mediaType: string | null): FileTypeName | null {
  const names = Object.keys(FILE_TYPES) as FileTypeName[];
  return names.find((name) => FILE_TYPES[name].mediaType === mediaType) ?? null;
}
