import { z } from "zod";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; số đã lưu vẫn còn nguyên.";

const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const sheetAddress = { unit: code, set: code, period: code };

/** Input of `sendSubmission`; the shape is SendSubmissionInput of entry-types. */
export const sendSubmissionSchema = z.object({
  ...sheetAddress,
  confirmed: z.boolean({ error: BROKEN }),
  acknowledgeMissing: z.boolean({ error: BROKEN }),
});

export const REASON_MAX = 2000;

/** Input of `returnSubmission`. */
export const returnSubmissionSchema = z.object({
  ...sheetAddress,
  reason: z
    .string({ error: BROKEN })
    .trim()
    .min(1, "Ghi lý do trả lại để xã biết cần sửa gì.")
    .max(REASON_MAX, `Lý do dài quá ${REASON_MAX} ký tự. Rút gọn rồi gửi lại.`),
});

/** Input of `verifySubmission` and `approveSubmission`. */
export const decideSubmissionSchema = z.object(sheetAddress);
