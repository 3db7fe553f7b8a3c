import "server-only";
import { createHash } from "node:crypto";
import type { PrismaClient } from "@/lib/server/generated/client";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { applyCriteriaSet, type LoadOutcome, SetLoadError } from "./apply-set";
import { type FileReason, parseCriteriaSet } from "./parse-file";
import type { CriteriaSetFile } from "./schema";

export interface DataFile {
  fileName: string;
  text: string;
}

export interface LoadedSet {
  code: string;
  outcome: LoadOutcome;
}

/**
 * Loads criteria set files, all or none: one broken file, and nothing is written.
 * A file whose checksum is stored already changes nothing. A changed file is applied in place by the codes and
 * numbers inside it, so that ids, and with them figures and verdicts, stay. Rows of provinces are left alone.
 */
export async function loadCriteriaSets(
  db: PrismaClient,
  files: readonly DataFile[],
): Promise<Result<LoadedSet[], FileReason | "conflict">> {
  const parsed: { fileName: string; set: CriteriaSetFile; checksum: string }[] = [];
  for (const { fileName, text } of files) {
    const result = parseCriteriaSet(fileName, text);
    if (!result.ok) return result;
    parsed.push({ fileName, set: result.value, checksum: hashText(text) });
  }
  let current = "";
  try {
    const loaded = await db.$transaction(
      async (tx) => {
        const outcomes: LoadedSet[] = [];
        for (const { fileName, set, checksum } of parsed) {
          current = fileName;
          outcomes.push({ code: set.code, outcome: await applyCriteriaSet(tx, set, checksum) });
        }
        return outcomes;
      },
      { timeout: 60_000 },
    );
    return succeed(loaded);
  } catch (error) {
    if (!(error instanceof SetLoadError)) throw error;
    return refuse(
      "conflict",
      `Không nạp được tệp ${current}: ${error.message}. Chưa có dữ liệu nào được ghi.`,
    );
  }
}

export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
