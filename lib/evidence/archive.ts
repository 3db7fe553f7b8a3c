import { createInflateRaw } from "node:zlib";

/** One file inside a zip archive, as its central directory tells. */
export interface ArchiveEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packedSize: number;
  size: number;
  headerOffset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Sizes beyond this are told elsewhere (zip64); no document of ours is that large. */
const ZIP64 = 0xffffffff;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return -1;
}

/**
 * Files of a zip archive, without unpacking any. Null when the bytes are no readable archive: no directory, a
 * directory that points outside, two files of one name, or zip64.
 * @param limit stops reading after so many entries and answers one more than that
 */
export function listArchive(bytes: Uint8Array, limit: number): ArchiveEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < END_SIZE || view.getUint32(0, true) !== LOCAL_MARK) return null;
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count && entries.length <= limit; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_MARK) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    const entry: ArchiveEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    };
    if (entry.size === ZIP64 || entry.packedSize === ZIP64 || names.has(entry.name)) return null;
    names.add(entry.name);
    entries.push(entry);
    at = next;
  }
  return entries.length > 0 ? entries : null;
}

function slicePacked(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_MARK) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > view.byteLength) return null;
  return bytes.subarray(start, start + entry.packedSize);
}

/**
 * Unpacks one entry piece by piece and hands each piece on. False as soon as more comes out than the directory
 * says, or when it does not come out at all: a directory that lies is the way a bomb hides.
 */
async function unpack(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  take: (piece: Uint8Array) => void,
): Promise<boolean> {
  const packed = slicePacked(bytes, entry);
  if (packed === null) return false;
  if (entry.method === STORED) {
    take(packed);
    return packed.byteLength === entry.size;
  }
  if (entry.method !== DEFLATED) return false;
  const inflate = createInflateRaw();
  inflate.end(packed);
  let size = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      size += piece.byteLength;
      if (size > entry.size) return false;
      take(piece);
    }
  } catch {
    return false;
  }
  return size === entry.size;
}

/** Whether an entry unpacks to just the size its directory says. Nothing is kept in memory. */
export function isHonestEntry(bytes: Uint8Array, entry: ArchiveEntry): Promise<boolean> {
  return unpack(bytes, entry, () => undefined);
}

/** Text (UTF-8) of one entry; null when it is larger than `maxBytes` or cannot be unpacked. */
export async function readArchiveText(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  maxBytes: number,
): Promise<string | null> {
  if (entry.size > maxBytes) return null;
  const pieces: Uint8Array[] = [];
  const isWhole = await unpack(bytes, entry, (piece) => pieces.push(piece));
  return isWhole ? new TextDecoder().decode(Buffer.concat(pieces)) : null;
}
