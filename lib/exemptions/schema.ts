import { z } from "zod";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; số đã lưu vẫn còn nguyên.";
const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const target = {
  unit: code,
  set: code,
  period: code,
  indicatorId: z.int({ error: BROKEN }).positive(BROKEN).max(2_147_483_647, BROKEN),
};
const sentence = (empty: string, longest: number, tooLong: string) =>
  z
    .string({ error: BROKEN })
    // PostgreSQL text cannot hold the zero character.
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().min(1, empty).max(longest, tooLong));

export const EXEMPTION_REASON_MAX = 1000;
export const EXEMPTION_DOCUMENT_MAX = 300;

/** Input of `grantExemption`. */
export const grantExemptionSchema = z.object({
  ...target,
  reason: sentence(
    "Ghi lý do chỉ tiêu này không áp dụng với xã.",
    EXEMPTION_REASON_MAX,
    `Lý do dài quá ${EXEMPTION_REASON_MAX} ký tự. Rút gọn rồi ghi lại.`,
  ),
  documentText: sentence(
    "Ghi văn bản làm căn cứ: số, ký hiệu, ngày, cơ quan ban hành.",
    EXEMPTION_DOCUMENT_MAX,
    `Tên văn bản dài quá ${EXEMPTION_DOCUMENT_MAX} ký tự. Rút gọn rồi ghi lại.`,
  ),
});

/** Input of `endExemption`. */
export const endExemptionSchema = z.object(target);
