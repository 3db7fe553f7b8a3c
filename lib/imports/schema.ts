import { z } from "zod";

const BROKEN = "Yêu cầu gửi lên bị thiếu hoặc sai. Tải lại trang rồi thử lại; chưa có ô nào bị ghi.";
const code = z.string({ error: BROKEN }).min(1, BROKEN).max(80, BROKEN);
const id = z.uuid({ error: BROKEN });
const column = z.string({ error: BROKEN }).regex(/^[A-Z]{1,3}$/, BROKEN);
const optionalColumn = column.nullable();

const rawCell = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number"), value: z.string(), percent: z.literal(true).optional() }),
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("yes-no"), value: z.boolean() }),
  z.object({ kind: z.literal("date"), text: z.string() }),
  z.object({ kind: z.literal("formula") }),
  z.object({ kind: z.literal("error"), text: z.string() }),
]);

/** The cells of a pending import, as they come back out of the database. */
export const rawWorkbookSchema = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      rows: z.array(z.object({ number: z.int(), cells: z.record(z.string(), rawCell) })),
    }),
  ),
});

export const columnMappingSchema = z.object({
  sheet: z.string({ error: BROKEN }).min(1, BROKEN).max(100, BROKEN),
  headerRow: z.int({ error: BROKEN }).min(0, BROKEN).max(100_000, BROKEN),
  code: optionalColumn,
  name: optionalColumn,
  value: column,
  numerator: optionalColumn,
  denominator: optionalColumn,
  note: optionalColumn,
});

/** The form's mapping, with what a user can get wrong said in words. */
export const mapColumnsSchema = z.object({
  unit: code,
  id,
  mapping: columnMappingSchema
    .refine((mapping) => mapping.code !== null || mapping.name !== null, {
      message: "Chọn cột mã hoặc cột tên chỉ tiêu, để biết mỗi dòng nói về chỉ tiêu nào.",
    })
    .refine((mapping) => (mapping.numerator === null) === (mapping.denominator === null), {
      message: "Tử số và mẫu số đi cùng nhau. Chọn cả hai cột hoặc bỏ cả hai.",
    })
    .refine(
      ({ code: a, name: b, value, numerator, denominator, note }) => {
        const used = [a, b, value, numerator, denominator, note].filter((item) => item !== null);
        return new Set(used).size === used.length;
      },
      { message: "Một cột đang được chọn cho hai việc. Chọn mỗi cột một việc." },
    ),
});

export const answersSchema = z.record(
  z.string().max(200),
  z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/, BROKEN),
);

export const answerImportSchema = z.object({ unit: code, id, answers: answersSchema });

export const commitImportSchema = z.object({
  unit: code,
  id,
  /** What the preview showed: unit code → indicator id → version of the figure that would be replaced. */
  seen: z.record(code, z.record(z.string().regex(/^\d+$/, BROKEN), z.int().min(0))),
});

export const outcomeSchema = z.object({
  at: z.string(),
  units: z.array(
    z.object({
      unitCode: z.string(),
      unitLabel: z.string(),
      changed: z.number(),
      metBefore: z.number(),
      metAfter: z.number(),
      total: z.number(),
    }),
  ),
});

export type ImportOutcome = z.output<typeof outcomeSchema>;
export type CommitInput = z.output<typeof commitImportSchema>;
