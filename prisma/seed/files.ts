import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { DataFile } from "@/lib/criteria/load-set";
import { parseDataFile } from "@/lib/criteria/parse-file";
import type { Result } from "@/lib/server/result";
import { projectRoot } from "../scripts/project";

const dataRoot = path.join(projectRoot, "prisma", "data");

/** JSON files of one folder of prisma/data, by name; file names as "criteria/NTM_XA_2021_2025.json". */
export function readDataFolder(folder: string): DataFile[] {
  return readdirSync(path.join(dataRoot, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readDataFile(`${folder}/${name}`));
}

export function readDataFile(fileName: string): DataFile {
  return { fileName, text: readFileSync(path.join(dataRoot, fileName), "utf8") };
}

/** Parses a file of the project's own; a broken one stops the load with its sentence. */
export function parseOwnFile<T>(schema: z.ZodType<T>, file: DataFile): T {
  return unwrap(parseDataFile(schema, file.fileName, file.text));
}

/** The value, or an error that carries the sentence for the operator. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
