import { z } from "zod";

export const GAP_STATUSES = ["unmet", "regressed", "missing", "undefined"] as const;
export const GAP_GROUPINGS = ["action", "criterion", "commune"] as const;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const blankAsAbsent = (value: unknown) => (first(value) === "" ? undefined : first(value));

/** Filters of the gap list as the address carries them. Anything it does not understand is left out, never an error. */
export const gapFilterSchema = z.object({
  criterion: z
    .preprocess(blankAsAbsent, z.coerce.number().int().positive().max(999).optional())
    .catch(undefined),
  status: z.preprocess(blankAsAbsent, z.enum(GAP_STATUSES).optional()).catch(undefined),
  overdue: z.preprocess((value) => first(value) === "1", z.boolean()).catch(false),
  body: z.preprocess(blankAsAbsent, z.string().max(200).optional()).catch(undefined),
  group: z.preprocess(blankAsAbsent, z.enum(GAP_GROUPINGS).default("action")).catch("action"),
  page: z.preprocess(blankAsAbsent, z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
});

export type GapFilter = z.infer<typeof gapFilterSchema>;
