import { z } from "zod";
import { decimalText, shortText } from "@/lib/criteria/schema";

const day = z.iso.date();
const count = z.int().min(0);

/** What shapes the fictional district (prisma/data/demo/huyen-mau.json). */
export const demoFile = z.strictObject({
  formatVersion: z.literal(1),
  note: shortText,
  set: shortText,
  seed: z.int(),
  province: z.strictObject({ code: shortText, name: shortText }),
  district: z.strictObject({ code: shortText, name: shortText }),
  stratum: shortText,
  communeType: shortText,
  stratumNote: shortText,
  firstPeriod: shortText,
  lastPeriod: shortText,
  deadlineDay: z.int().min(1).max(28),
  /** How hard each criterion is, against the others. */
  criterionWeights: z.array(z.strictObject({ number: count, weight: z.number().positive() })),
  /** Where the lower of two counts comes from, by its label. */
  denominators: z.array(
    z.strictObject({
      label: shortText,
      base: z.enum(["households", "people", "workers", "range"]),
      min: z.number().positive().nullable(),
      max: z.number().positive().nullable(),
      decimals: count,
    }),
  ),
  /** Indicators that are part of another: never larger than it. */
  shares: z.array(z.strictObject({ part: shortText, whole: shortText })),
  exemption: z.strictObject({ reason: shortText, documentText: shortText }),
  returnReason: shortText,
  /** Communes that sent the last quarter twice: first with last quarter's figures of these criteria. */
  resent: z.array(z.strictObject({ commune: shortText, criteria: z.array(count).min(1) })),
  /** What departments said of criteria of the last quarter. */
  reviews: z.array(
    z.strictObject({
      commune: shortText,
      criterion: count,
      round: z.int().min(1),
      kind: z.enum(["agreed", "returned", "question"]),
      author: shortText,
      text: shortText.nullable(),
    }),
  ),
  tasks: z.array(z.strictObject({ criterion: count, title: shortText, body: shortText })),
  /** Who answers for which criterion in every commune, and which organisation stands behind it. */
  assignments: z.strictObject({
    fromDate: day,
    names: z.array(shortText).min(1),
    officials: z.array(z.strictObject({ position: shortText, criteria: z.array(count).min(1) })).min(1),
    sponsors: z.array(z.strictObject({ name: shortText, criteria: z.array(count).min(1) })),
  }),
  taskCount: count,
  taskDeadlines: z.array(day).min(1),
  targetIndicators: z.array(shortText),
  communes: z.array(
    z.strictObject({
      code: shortText,
      name: shortText,
      /** Criteria short of the full set in the last quarter. */
      lacking: count,
      gainedInLastQuarter: count,
      slipsInLastQuarter: z.array(count),
      gapsInLastQuarter: z.array(count),
      exemptIndicators: z.array(shortText),
      lastStatus: z.enum(["none", "draft", "submitted", "returned", "verified", "approved"]),
      lastSentOn: day.nullable(),
      /** Day of the (invented) decision that recognised the commune. */
      recognisedOn: day.optional(),
      isOftenLate: z.boolean(),
      villages: z.array(
        z.strictObject({ name: shortText, status: z.enum(["met", "maintained", "target"]).nullable() }),
      ),
    }),
  ),
  users: z.array(
    z.strictObject({
      username: shortText,
      displayName: shortText,
      position: shortText,
      role: z.enum([
        "commune_editor",
        "commune_leader",
        "department_verifier",
        "committee_reviewer",
        "programme_admin",
        "viewer",
      ]),
      unit: shortText,
      criteria: z.array(count),
    }),
  ),
  editor: shortText,
  submitter: shortText,
  decider: shortText,
  /** The commune whose sheets the editor and the submitter above have filled in and sent. */
  accountsUnit: shortText,
});

/** Thresholds that a province lays over a published set (prisma/data/reference/OVERLAY_*.json). */
export const overlayFile = z.strictObject({
  formatVersion: z.literal(1),
  set: shortText,
  province: shortText,
  source: shortText,
  note: shortText,
  thresholds: z.array(
    z.strictObject({
      indicator: shortText,
      year: z.int().nullable(),
      value: decimalText.nullable(),
      gradeValue: shortText.nullable(),
    }),
  ),
});

export type DemoFile = z.infer<typeof demoFile>;
export type DemoCommune = DemoFile["communes"][number];
