import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";

export type CellInput = string | number | boolean | Date | null | ExcelJS.CellValue;

/** A workbook as a user would make one: sheet name → rows of cells. */
export async function makeWorkbook(
  sheets: Record<string, readonly (readonly CellInput[])[]>,
  touch?: (workbook: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  touch?.(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Opens a file (a downloaded template), lets the caller fill cells, and saves it. */
export async function fillWorkbook(
  bytes: Uint8Array,
  fill: (workbook: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Row number of an indicator in a template, by the code in its first column (the last: a heading may share it). */
export function findRow(sheet: ExcelJS.Worksheet, code: string): number {
  let found = 0;
  sheet.eachRow((row, number) => {
    if (row.getCell("A").value === code && row.getCell("J").value) found = number;
  });
  if (found === 0) throw new Error(`no row ${code}`);
  return found;
}

export interface ZipPart {
  name: string;
  data: Buffer;
  /** A lie in the directory about the unpacked size. */
  declared?: number;
  flags?: number;
}

/** A container made by hand, lies included. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared, flags } of parts) {
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? data.length, 18);
    fields.writeUInt16LE(label.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of the smallest workbook, with a sheet of one's own. */
export function makeParts(sheetXml: string, extra: readonly ZipPart[] = []): ZipPart[] {
  const part = (name: string, text: string) => ({ name, data: Buffer.from(HEAD + text) });
  return [
    part(
      "[Content_Types].xml",
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}">${sheetXml}</worksheet>`),
    ...extra,
  ];
}
