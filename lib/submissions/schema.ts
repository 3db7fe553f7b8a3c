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

const reason = z
  .string({ error: BROKEN })
  .trim()
  .max(REASON_MAX, `Lý do dài quá ${REASON_MAX} ký tự. Rút gọn rồi gửi lại.`);

/** Number of the sending the decider had on the screen: what came in later is not decided unseen. */
const round = z.int({ error: BROKEN }).min(1, BROKEN).optional();

/** Input of `returnSubmission`; the reason may be empty when criteria were returned with reasons of their own. */
export const returnSubmissionSchema = z.object({ ...sheetAddress, round, reason });

/** Input of `reopenSubmission`. */
export const reopenSubmissionSchema = z.object({
  ...sheetAddress,
  round,
  reason: reason.min(1, "Ghi lý do mở lại để xã biết cần sửa gì."),
});

/** Input of `verifySubmission`. */
export const verifySubmissionSchema = z.object({
  ...sheetAddress,
  round,
  /** Agrees, in the same act, to every criterion nobody has spoken of yet. */
  agreeRemaining: z.boolean({ error: BROKEN }).optional(),
});

/** Input of `approveSubmission`. */
export const approveSubmissionSchema = z.object({ ...sheetAddress, round });
