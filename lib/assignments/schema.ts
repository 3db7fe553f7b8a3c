import { z } from "zod";
import { parseIsoDate, parseTypedDate } from "@/lib/numbers/dates";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại.";
const NAME_MAX = 120;

const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const id = z.number({ error: BROKEN }).int(BROKEN).positive(BROKEN);
const line = z
  .string({ error: BROKEN })
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .pipe(z.string().max(NAME_MAX, `Dài quá ${NAME_MAX} ký tự. Rút gọn rồi lưu lại.`));

/** A day as people type it ("01/7/2024") or as a date input sends it; answers ISO. */
const day = z.string({ error: BROKEN }).transform((text, context) => {
  const trimmed = text.trim();
  const iso = parseTypedDate(trimmed) ?? (parseIsoDate(trimmed) ? trimmed.slice(0, 10) : null);
  if (iso !== null) return iso;
  context.addIssue({ code: "custom", message: "Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 01/7/2024." });
  return z.NEVER;
});

export const assignCriterionSchema = z.object({
  unit: code,
  set: code,
  criterionId: id,
  officialName: line.pipe(z.string().min(1, "Ghi họ tên người phụ trách.")),
  position: line,
  sponsorName: line,
  fromDate: day,
});

export const endAssignmentSchema = z.object({ unit: code, assignmentId: id, toDate: day });
