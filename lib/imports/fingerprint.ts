import { createHash } from "node:crypto";
import { describeHeading } from "./guess-columns";
import type { RawSheet } from "./types";

/** Short name of a heading row, by which its mapping is remembered. */
export function fingerprintHeading(sheet: RawSheet, headerRow: number): string {
  return createHash("sha256")
    .update(`${headerRow}|${describeHeading(sheet, headerRow)}`)
    .digest("hex");
}
