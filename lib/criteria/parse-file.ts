import type { z } from "zod";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { type CriteriaSetFile, criteriaSetFile } from "./schema";

export type FileReason = "not-json" | "invalid";

/**
 * Reads one data file against its format. A broken file is refused with one Vietnamese sentence that names
 * the file, the place in it ("criteria[3].indicators[0].unit") and the reason: the operator reads it.
 */
export function parseDataFile<T>(
  schema: z.ZodType<T>,
  fileName: string,
  text: string,
): Result<T, FileReason> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse(
      "not-json",
      `Không nạp được tệp ${fileName}: nội dung không phải JSON (${detail}). Chưa có dữ liệu nào được ghi.`,
    );
  }
  const parsed = schema.safeParse(content, { error: explainIssue });
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const others = parsed.error.issues.length - 1;
  return refuse(
    "invalid",
    `Không nạp được tệp ${fileName}: tại ${formatPath(issue?.path ?? [])}, ${issue?.message ?? "không đúng định dạng"}${
      others > 0 ? ` (và ${others} lỗi khác)` : ""
    }. Chưa có dữ liệu nào được ghi.`,
  );
}

/** A criteria set file; see `criteriaSetFile`. */
export function parseCriteriaSet(fileName: string, text: string): Result<CriteriaSetFile, FileReason> {
  return parseDataFile(criteriaSetFile, fileName, text);
}

/** ["criteria", 3, "unit"] → "criteria[3].unit". */
export function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "gốc của tệp";
  return path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join("");
}

function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "thiếu trường này" : `cần kiểu ${issue.expected}`;
    case "unrecognized_keys":
      return `có trường lạ: ${issue.keys.join(", ")}`;
    case "invalid_value":
      return `giá trị phải là một trong: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "không được để trống"
        : `không được nhỏ hơn ${String(issue.minimum)}`;
    case "too_big":
      return `vượt quá ${String(issue.maximum)}`;
    case "invalid_format":
      return "viết không đúng dạng";
    case "invalid_union":
      return "không khớp dạng nào được phép";
    default:
      return undefined;
  }
}
