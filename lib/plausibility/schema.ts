import { z } from "zod";

const text = z.string().min(1).max(300);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const operand = z.strictObject({ indicator: text, part: z.enum(["value", "numerator", "denominator"]) });
const select = z
  .strictObject({
    indicators: z.array(text).min(1).optional(),
    kinds: z
      .array(z.enum(["percent", "number", "count", "boolean", "grade", "level"]))
      .min(1)
      .optional(),
  })
  .refine((one) => one.indicators !== undefined || one.kinds !== undefined, "a selection names something");

/** What a rule says, as it stands in `PlausibilityRule.parameters` beside its kind. */
export const ruleBodySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("compare"),
    left: operand,
    op: z.enum(["lte", "lt", "eq"]),
    right: operand,
  }),
  z.strictObject({
    kind: z.literal("sum"),
    parts: z.array(operand).min(2),
    op: z.enum(["lte", "eq"]),
    whole: operand,
    tolerance: decimal,
  }),
  z.strictObject({ kind: z.literal("jump"), select, mode: z.enum(["points", "relative"]), limit: decimal }),
  z.strictObject({
    kind: z.literal("outlier"),
    select,
    k: decimal,
    minSpread: decimal,
    minPeers: z.int().min(3),
  }),
  z.strictObject({ kind: z.literal("note"), select, when: z.literal("dropped") }),
]);

/** A file of prisma/data/plausibility: the rules of one set. */
export const plausibilityFileSchema = z.strictObject({
  formatVersion: z.literal(1),
  set: text,
  note: text.max(2000),
  rules: z.array(
    z.strictObject({
      code: text,
      severity: z.enum(["error", "warning"]),
      message: text.max(500),
      /** Why the rule holds, for whoever reviews the file. */
      basis: text.max(500),
      body: ruleBodySchema,
    }),
  ),
});

export type PlausibilityFile = z.infer<typeof plausibilityFileSchema>;
