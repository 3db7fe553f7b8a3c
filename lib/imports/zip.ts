import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { type Result, refuse, succeed } from "@/lib/server/result";
import {
  MAX_ENTRIES,
  MAX_PACKING_RATIO,
  MAX_PART_BYTES,
  MAX_UNPACKED_BYTES,
  RATIO_FLOOR_BYTES,
} from "./limits";

/**
 * The least of the ZIP format that an .xlsx needs, read from its directory before any library sees the file: a
 * library unpacks first and asks afterwards.
 */

export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated; nothing else is read. */
  method: number;
  packedSize: number;
  /** As the directory says; believed only as a reason to refuse. */
  declaredSize: number;
  headerOffset: number;
}

export type ZipReason = "broken" | "bomb" | "too-many-parts";

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const IS_64 = 0xffffffff;

const unpack = promisify(inflateRaw) as (
  data: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

const BROKEN = refuse("broken", "Tệp bị hỏng nên không mở được. Mở tệp bằng Excel, lưu lại rồi chọn lại.");
const BOMB = refuse(
  "bomb",
  "Tệp bung ra lớn bất thường nên không mở. Chép số liệu sang mẫu mới tải về rồi chọn lại.",
);

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

/** Whether the bytes begin as a ZIP container does. */
export function looksLikeZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === HEADER_SIGNATURE;
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } | null {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE) return null;
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const entry: ZipEntry = {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/"),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 20),
    declaredSize: bytes.readUInt32LE(at + 24),
    headerOffset: bytes.readUInt32LE(at + 42),
  };
  const isSane =
    next <= bytes.length &&
    entry.packedSize !== IS_64 &&
    entry.declaredSize !== IS_64 &&
    entry.headerOffset + 30 + entry.packedSize <= bytes.length;
  return isSane ? { entry, next } : null;
}

/**
 * The directory of a container, refused when it is broken or promises more than a workbook can be: too many parts,
 * too large unpacked, packed too tightly, two parts of one name.
 */
export function readZipDirectory(bytes: Buffer): Result<ZipEntry[], ZipReason> {
  const end = looksLikeZip(bytes) ? findEnd(bytes) : -1;
  if (end < 0) return BROKEN;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) {
    return refuse(
      "too-many-parts",
      `Tệp có ${count} phần bên trong, nhiều hơn một tệp Excel thường có. Chép số liệu sang mẫu mới tải về.`,
    );
  }
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(bytes, at);
    if (!read || names.has(read.entry.name)) return BROKEN;
    const { entry } = read;
    names.add(entry.name);
    entries.push(entry);
    total += entry.declaredSize;
    if (total > MAX_UNPACKED_BYTES || entry.declaredSize > MAX_PART_BYTES || isTooTight(entry)) return BOMB;
    at = read.next;
  }
  return succeed(entries);
}

function isTooTight(entry: ZipEntry): boolean {
  return (
    entry.declaredSize > RATIO_FLOOR_BYTES &&
    entry.declaredSize > MAX_PACKING_RATIO * Math.max(entry.packedSize, 1)
  );
}

/**
 * Unpacks one part and stops as soon as it grows past what the directory declared or the limits allow: a directory
 * may lie.
 */
export async function unpackEntry(bytes: Buffer, entry: ZipEntry): Promise<Result<Buffer, ZipReason>> {
  const { headerOffset: at } = entry;
  if (bytes.readUInt32LE(at) !== HEADER_SIGNATURE) return BROKEN;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) return BROKEN;
  if (entry.method === 0) return packed.length === entry.declaredSize ? succeed(packed) : BROKEN;
  if (entry.method !== 8) return BROKEN;
  try {
    const unpacked = await unpack(packed, { maxOutputLength: Math.max(entry.declaredSize, 1) });
    return unpacked.length === entry.declaredSize ? succeed(unpacked) : BROKEN;
  } catch (error) {
    return (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE" ? BOMB : BROKEN;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** node:zlib has one only since 20.15. */
function checksum(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A container of stored parts: what a library is given holds exactly what was checked, and nothing else. */
export function packStored(parts: readonly { name: string; data: Buffer }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of parts) {
    const label = Buffer.from(name, "utf8");
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(checksum(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(HEADER_SIGNATURE, 0);
    bodies.push(header, shared, label, data);
    const lead = Buffer.alloc(6);
    lead.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
    lead.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(lead, shared, tail, label);
    offset += 30 + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
