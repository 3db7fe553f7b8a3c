import { z } from "zod";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; chưa có gì thay đổi.";
export const TEXT_MAX = 2000;

const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const id = z.int({ error: BROKEN }).min(1, BROKEN);
const text = z
  .string({ error: BROKEN })
  .trim()
  .max(TEXT_MAX, `Ý kiến dài quá ${TEXT_MAX} ký tự. Rút gọn rồi gửi lại.`);

const target = {
  unit: code,
  set: code,
  period: code,
  criterionId: id,
  /** Set when the remark is about one indicator of the criterion. */
  indicatorId: id.nullish(),
  /** Number of the sending on the speaker's screen. */
  round: z.int({ error: BROKEN }).min(1, BROKEN),
  /** Newest remark of the criterion on the speaker's screen; 0 for none. */
  seenId: z.int({ error: BROKEN }).min(0, BROKEN),
};

/** Input of `decideCriterion`: agreeing needs no words, the other two do. */
export const decideCriterionSchema = z.discriminatedUnion(
  "kind",
  [
    z.object({ ...target, kind: z.literal("agreed"), text: text.optional() }),
    z.object({
      ...target,
      kind: z.literal("returned"),
      text: text.min(1, "Ghi lý do trả lại để xã biết cần sửa gì."),
    }),
    z.object({ ...target, kind: z.literal("question"), text: text.min(1, "Ghi điều cần hỏi rồi gửi.") }),
  ],
  { error: BROKEN },
);

/** Input of `answerCriterion`. */
export const answerCriterionSchema = z.object({
  ...target,
  text: text.min(1, "Ghi câu trả lời rồi gửi."),
});
