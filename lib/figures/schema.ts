import { z } from "zod";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; số đã lưu vẫn còn nguyên.";

/** Texts are bounded well above anything real, so that lib/numbers explains what is wrong rather than zod. */
const typed = z.string({ error: BROKEN }).max(200, "Ô này chỉ nhận số; nội dung dán vào dài quá.");
const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);

export const NOTE_MAX = 2000;

export const figureEntrySchema = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("value"), text: typed }),
    z.object({ kind: z.literal("ratio"), numerator: typed, denominator: typed }),
    z.object({ kind: z.literal("boolean"), value: z.boolean({ error: BROKEN }) }),
    z.object({ kind: z.literal("grade"), value: typed }),
    z.object({ kind: z.literal("clear") }),
    z.object({ kind: z.literal("keep") }),
  ],
  { error: BROKEN },
);

const cell = {
  indicatorId: z.int({ error: BROKEN }).positive(BROKEN).max(2_147_483_647, BROKEN),
  entry: figureEntrySchema,
  note: z
    .string({ error: BROKEN })
    .max(NOTE_MAX, `Ghi chú dài quá ${NOTE_MAX} ký tự. Rút gọn rồi lưu lại.`)
    // PostgreSQL text cannot hold the zero character.
    .transform((text) => text.replaceAll("\0", "").trim())
    .optional(),
  expectedVersion: z.int({ error: BROKEN }).min(0, BROKEN).max(2_147_483_646, BROKEN),
};

/** Input of `saveFigure`; the shape is SaveFigureInput of lib/submissions/entry-types. */
export const saveFigureSchema = z.object({ unit: code, set: code, period: code, ...cell });

/** More cells than any sheet has fields. */
export const CELLS_MAX = 300;

/** Input of `saveFigures`; the shape is SaveFiguresInput of lib/submissions/entry-types. */
export const saveFiguresSchema = z.object({
  unit: code,
  set: code,
  period: code,
  cells: z
    .array(z.object(cell), { error: BROKEN })
    .min(1, BROKEN)
    .max(CELLS_MAX, `Một lần chỉ lưu được ${CELLS_MAX} ô. Chia ra nhiều lần.`)
    .refine((cells) => new Set(cells.map((one) => one.indicatorId)).size === cells.length, BROKEN),
  /** How the figures came to the sheet, for its history. */
  via: z.enum(["paste", "carry", "retry"], { error: BROKEN }).optional(),
});
