import { type Result, refuse, succeed } from "@/lib/server/result";
import { MAX_CELLS, MAX_FILE_BYTES, MAX_ROWS, MAX_SHEETS } from "./limits";
import { looksLikeZip, packStored, readZipDirectory, unpackEntry, type ZipEntry } from "./zip";

export type FileReason =
  | "empty-file"
  | "too-large"
  | "not-xlsx"
  | "old-format"
  | "encrypted"
  | "macros"
  | "broken"
  | "bomb"
  | "too-many-parts"
  | "too-many-rows";

const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const SAVE_AS = "Mở tệp bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi chọn lại.";

const TYPES_PART = "[Content_Types].xml";
const WORKBOOK_PART = "xl/workbook.xml";
const KEPT_WHOLE = ["_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"];
const SHEET_PART = /^xl\/worksheets\/sheet\d+\.xml$/;

const WORKSHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const WORKBOOK_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

function describeForeign(bytes: Buffer): { ok: false; reason: FileReason; message: string } {
  if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) {
    // The directory of a compound file names its streams in UTF-16; a protected .xlsx is one stream of that name.
    return bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))
      ? refuse(
          "encrypted",
          "Tệp có mật khẩu mở nên không đọc được. Bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi chọn lại.",
        )
      : refuse("old-format", `Đây là tệp Excel kiểu cũ (.xls). ${SAVE_AS}`);
  }
  return refuse("not-xlsx", `Tệp này không phải là tệp Excel .xlsx. ${SAVE_AS}`);
}

function describeParts(
  entries: readonly ZipEntry[],
): { ok: false; reason: FileReason; message: string } | null {
  const has = (is: (name: string) => boolean) => entries.some((entry) => is(entry.name));
  if (entries.some((entry) => entry.isEncrypted)) {
    return refuse("encrypted", "Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu rồi chọn lại.");
  }
  if (has((name) => /vbaProject\.bin$/i.test(name) || /(^|\/)macrosheets\//i.test(name))) {
    return refuse("macros", `Tệp có macro nên không nhận. ${SAVE_AS}`);
  }
  if (!has((name) => name === TYPES_PART) || !has((name) => name === WORKBOOK_PART)) {
    return refuse("not-xlsx", `Tệp này không phải là tệp Excel .xlsx. ${SAVE_AS}`);
  }
  return null;
}

/** How often a tag opens: "<row " or "<row>" but not "<rowBreaks". */
function countTags(xml: Buffer, tag: string, stopAfter: number): number {
  const needle = Buffer.from(`<${tag}`);
  let count = 0;
  for (
    let at = xml.indexOf(needle);
    at >= 0 && count <= stopAfter;
    at = xml.indexOf(needle, at + needle.length)
  ) {
    const next = xml[at + needle.length];
    // A space, a line end, ">" or "/".
    if (next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09 || next === 0x3e || next === 0x2f)
      count += 1;
  }
  return count;
}

/** One element with its content, or "" when the part has none. */
function cutElement(xml: string, tag: string): string {
  const start = xml.search(new RegExp(`<${tag}[\\s>/]`));
  if (start < 0) return "";
  const close = `</${tag}>`;
  const end = xml.indexOf(close, start);
  return end < 0 ? "" : xml.slice(start, end + close.length);
}

/** Only UTF-8 without declarations of its own: a DOCTYPE could make entities that grow. */
function isPlainXml(xml: Buffer): boolean {
  const first = xml[0];
  if (first === 0xfe || first === 0xff || first === 0x00 || xml[1] === 0x00) return false;
  return !xml.includes("<!DOCTYPE") && !xml.includes("<!ENTITY");
}

interface Part {
  name: string;
  data: Buffer;
}

/**
 * What a library may see of a part. Of a sheet only its cells: merged ranges, validations and defined names are
 * expanded cell by cell when they are read, and one that spans a million rows stops the server.
 */
function cleanPart({ name, data }: Part): Part {
  if (SHEET_PART.test(name)) {
    return {
      name,
      data: Buffer.from(`${WORKSHEET_HEAD}${cutElement(data.toString("utf8"), "sheetData")}</worksheet>`),
    };
  }
  if (name === WORKBOOK_PART) {
    return {
      name,
      data: Buffer.from(`${WORKBOOK_HEAD}${cutElement(data.toString("utf8"), "sheets")}</workbook>`),
    };
  }
  return { name, data };
}

const BROKEN = refuse("broken", "Tệp bị hỏng nên không mở được. Mở tệp bằng Excel, lưu lại rồi chọn lại.");

async function unpackParts(bytes: Buffer, entries: readonly ZipEntry[]): Promise<Result<Part[], FileReason>> {
  const wanted = entries.filter(
    ({ name }) =>
      name === TYPES_PART || name === WORKBOOK_PART || KEPT_WHOLE.includes(name) || SHEET_PART.test(name),
  );
  const parts: Part[] = [];
  let cells = 0;
  for (const entry of wanted) {
    const unpacked = await unpackEntry(bytes, entry);
    if (!unpacked.ok) return unpacked;
    const data = unpacked.value;
    if (!isPlainXml(data)) return BROKEN;
    if (SHEET_PART.test(entry.name)) {
      const rows = countTags(data, "row", MAX_CELLS);
      cells += countTags(data, "c", MAX_CELLS);
      if (rows > MAX_ROWS || cells > MAX_CELLS) {
        const size = rows > MAX_ROWS ? `hơn ${MAX_ROWS.toLocaleString("vi-VN")} dòng` : "quá nhiều ô";
        return refuse(
          "too-many-rows",
          `Tệp có trang tính ${size}, nhiều hơn một phiếu số liệu. Xóa các dòng thừa, hoặc chép số liệu sang mẫu tải về.`,
        );
      }
    }
    parts.push({ name: entry.name, data });
  }
  return succeed(parts);
}

/**
 * Judges an uploaded file by its content, never by its name, and answers with a clean container that holds only
 * cells, texts and number formats. Refuses, with a sentence each, what is too large, of another kind, protected,
 * with macros, broken, a bomb, or longer than a sheet of figures can be. Nothing is unpacked past its limits.
 */
export async function checkContainer(bytes: Buffer): Promise<Result<Buffer, FileReason>> {
  if (bytes.length === 0)
    return refuse("empty-file", "Chưa chọn tệp, hoặc tệp trống. Chọn tệp Excel đã điền.");
  if (bytes.length > MAX_FILE_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1).replace(".", ",");
    return refuse(
      "too-large",
      `Tệp nặng ${size} MB; chỉ nhận tệp tối đa ${MAX_FILE_BYTES / 1024 / 1024} MB.`,
    );
  }
  if (!looksLikeZip(bytes)) return describeForeign(bytes);
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const refused = describeParts(directory.value);
  if (refused) return refused;
  const unpacked = await unpackParts(bytes, directory.value);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const types = parts.find((part) => part.name === TYPES_PART)?.data.toString("utf8") ?? "";
  if (/macroEnabled/i.test(types)) return refuse("macros", `Tệp có macro nên không nhận. ${SAVE_AS}`);
  if (!types.includes("spreadsheetml.sheet.main")) {
    return refuse("not-xlsx", `Tệp này không phải là tệp Excel .xlsx. ${SAVE_AS}`);
  }
  const sheets = parts.filter((part) => SHEET_PART.test(part.name)).length;
  if (sheets > MAX_SHEETS)
    return refuse("too-many-parts", `Tệp có ${sheets} trang tính; tối đa ${MAX_SHEETS}.`);
  return succeed(packStored(parts.map(cleanPart)));
}
