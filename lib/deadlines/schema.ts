import { z } from "zod";
import { parseIsoDate, parseTypedDate } from "@/lib/numbers/dates";
import { parsePeriod } from "@/lib/numbers/periods";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại.";
const REASON_MAX = 500;

const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);

const period = z.string({ error: BROKEN }).transform((text, context) => {
  const found = parsePeriod(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: "Kỳ báo cáo chưa đúng. Chọn một kỳ trong danh sách." });
  return z.NEVER;
});

const day = z.string({ error: BROKEN }).transform((text, context) => {
  const trimmed = text.trim();
  const iso = parseTypedDate(trimmed) ?? (parseIsoDate(trimmed) ? trimmed.slice(0, 10) : null);
  if (iso !== null) return iso;
  context.addIssue({ code: "custom", message: "Hạn chưa đúng. Ghi ngày/tháng/năm, ví dụ 25/12/2024." });
  return z.NEVER;
});

export const setDeadlineSchema = z.object({ set: code, period, dueOn: day });

export const extendDeadlineSchema = z.object({
  unit: code,
  set: code,
  period,
  dueOn: day,
  reason: z
    .string({ error: BROKEN })
    .trim()
    .min(1, "Ghi lý do gia hạn.")
    .max(REASON_MAX, `Lý do dài quá ${REASON_MAX} ký tự. Rút gọn rồi lưu lại.`),
});
