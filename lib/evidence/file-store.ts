import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/server/db";

export interface StoredFile {
  mediaType: string;
  size: number;
  bytes: Uint8Array;
}

/** Where the bytes of evidence lie. One kind of storage so far; another needs these two verbs only. */
export interface FileStore {
  /** Keeps the bytes and answers an id and their SHA-256. The same bytes are kept once. */
  put(file: { bytes: Uint8Array; mediaType: string }): Promise<{ id: number; sha256: string }>;
  /** Null when nothing is kept under the id. */
  get(id: number): Promise<StoredFile | null>;
}

/** Bytes in PostgreSQL: part of the same transaction, and of the same backup, as the rows that speak of them. */
export function makePostgresFileStore(client: Transaction): FileStore {
  return {
    async put({ bytes, mediaType }) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const find = () => client.evidenceFile.findUnique({ where: { sha256 }, select: { id: true } });
      const known = await find();
      if (known) return { id: known.id, sha256 };
      // Somebody else may be keeping the same bytes this moment: theirs or ours, one row stands.
      await client.evidenceFile.createMany({
        data: { sha256, mediaType, size: bytes.byteLength, bytes: new Uint8Array(bytes) },
        skipDuplicates: true,
      });
      const kept = await find();
      if (!kept) throw new Error("A file that was just stored cannot be found");
      return { id: kept.id, sha256 };
    },
    get: (id) =>
      client.evidenceFile.findUnique({
        where: { id },
        select: { mediaType: true, size: true, bytes: true },
      }),
  };
}
