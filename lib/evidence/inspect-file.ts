import { type Result, refuse, succeed } from "@/lib/server/result";
import { type ArchiveEntry, isHonestEntry, listArchive, readArchiveText } from "./archive";
import { ARCHIVE_LIMITS, FILE_TYPES, type FileTypeName, MAX_FILE_BYTES } from "./constants";

export type FileRefusal =
  | "empty"
  | "too-large"
  | "unknown-type"
  | "other-type"
  | "old-format"
  | "macros"
  | "bomb"
  | "broken";

const TAKEN = "Chỉ nhận tệp PDF, JPG, PNG, DOCX, XLSX";
const CONTENT_TYPES = "[Content_Types].xml";
const WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const MACRO_TYPES = /macroEnabled|vbaProject|macrosheet|activeX/i;
const MACRO_NAMES = /vbaProject|vbaData|\/activeX\/|macrosheets\//i;

/** First bytes of each kind, in hexadecimal. */
const MARKS: readonly [FileTypeName, string][] = [
  ["pdf", "255044462d"],
  ["jpg", "ffd8ff"],
  ["png", "89504e470d0a1a0a"],
];
const ARCHIVE_MARK = "504b0304";
/** Word and Excel before 2007, and newer ones behind a password. */
const OLD_OFFICE_MARK = "d0cf11e0a1b11ae1";
const LONGEST_MARK = 8;

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return Buffer.from(bytes.subarray(0, LONGEST_MARK)).toString("hex").startsWith(mark);
}

function refuseBomb() {
  return refuse(
    "bomb",
    "Tệp nén này mở ra quá lớn nên không nhận. Mở tệp trên máy, xóa các dòng và trang tính trống thừa, lưu lại rồi tải lên.",
  );
}

async function inspectArchive(bytes: Uint8Array): Promise<Result<FileTypeName, FileRefusal>> {
  const entries = listArchive(bytes, ARCHIVE_LIMITS.entries);
  if (entries === null) return refuseBroken();
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > ARCHIVE_LIMITS.entries || unpacked > ARCHIVE_LIMITS.unpackedBytes) return refuseBomb();
  if (entries.some((entry) => entry.isEncrypted)) return refuseBroken();
  const types = entries.find((entry) => entry.name === CONTENT_TYPES);
  const text = types ? await readArchiveText(bytes, types, ARCHIVE_LIMITS.contentTypesBytes) : null;
  if (text === null) {
    return refuse("unknown-type", `${TAKEN}; tệp này là tệp nén khác. Giải nén rồi tải lên từng tệp.`);
  }
  if (MACRO_TYPES.test(text) || entries.some((entry) => MACRO_NAMES.test(entry.name))) {
    return refuse(
      "macros",
      "Tệp có macro nên không nhận. Lưu lại dạng .docx hoặc .xlsx không macro rồi tải lên.",
    );
  }
  const isWord = text.includes(`"${WORD_MAIN}"`);
  const isExcel = text.includes(`"${EXCEL_MAIN}"`);
  if (isWord === isExcel)
    return refuse("unknown-type", `${TAKEN}. Tệp này không phải tài liệu Word hay Excel.`);
  if (!(await areHonest(bytes, entries))) return refuseBomb();
  return succeed(isWord ? "docx" : "xlsx");
}

async function areHonest(bytes: Uint8Array, entries: readonly ArchiveEntry[]): Promise<boolean> {
  for (const entry of entries) {
    if (!(await isHonestEntry(bytes, entry))) return false;
  }
  return true;
}

function refuseBroken() {
  return refuse(
    "broken",
    "Tệp bị hỏng hoặc có mật khẩu nên không đọc được. Lưu lại, bỏ mật khẩu rồi tải lên.",
  );
}

/**
 * What a file is, by its content and never by what the browser says; its name must agree.
 * Word and Excel files are looked into: no macros, nothing that unpacks beyond ARCHIVE_LIMITS.
 * Refuses with a sentence that says what to do.
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<FileTypeName, FileRefusal>> {
  if (bytes.byteLength === 0) return refuse("empty", "Tệp rỗng. Chọn lại tệp.");
  if (bytes.byteLength > MAX_FILE_BYTES) return refuseTooLarge();
  if (startsWith(bytes, OLD_OFFICE_MARK)) {
    return refuse(
      "old-format",
      "Tệp Word, Excel đời cũ hoặc có mật khẩu. Mở tệp, lưu lại dạng .docx hoặc .xlsx không mật khẩu rồi tải lên.",
    );
  }
  const found = MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? null;
  const type: Result<FileTypeName, FileRefusal> =
    found !== null
      ? succeed(found)
      : startsWith(bytes, ARCHIVE_MARK)
        ? await inspectArchive(bytes)
        : refuse("unknown-type", `${TAKEN}. Nội dung tệp này thuộc loại khác.`);
  if (!type.ok) return type;
  const { extensions, word } = FILE_TYPES[type.value];
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (!(extensions as readonly string[]).includes(extension)) {
    return refuse(
      "other-type",
      `Nội dung tệp là ${word} nhưng tên tệp ghi đuôi “${extension ? `.${extension}` : "trống"}”. Đổi tên tệp thành .${extensions[0]} rồi tải lại.`,
    );
  }
  return type;
}

/** The one sentence about size, for the command and for a body that is cut off before it is read. */
export function refuseTooLarge() {
  const limit = MAX_FILE_BYTES / (1024 * 1024);
  return refuse(
    "too-large",
    `Tệp lớn hơn ${limit} MB. Giảm độ phân giải bản quét, tách tệp, hoặc ghi đường dẫn tới nơi lưu.`,
  );
}
