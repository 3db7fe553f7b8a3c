/** Files of prisma/data/reference: conditions of recognition and revocation, titles of provincial decisions. */
import { z } from "zod";
import { decimalText, fileProvenance, shortText } from "./schema";

const confidence = z.number().min(0).max(1);
const share = decimalText.refine((text) => Number(text) >= 0 && Number(text) <= 1, {
  error: "tỷ lệ phải nằm giữa 0 và 1",
});

/** Decision 18/2022/QĐ-TTg: when a commune is recognised, and when recognition is revoked. */
export const recognitionFile = z.strictObject({
  formatVersion: z.literal(1),
  code: shortText,
  title: shortText,
  legalBasis: z.array(shortText).min(1),
  principles: z.strictObject({ provenance: fileProvenance, items: z.array(shortText) }),
  communeConditions: z.strictObject({
    article: shortText,
    provenance: fileProvenance,
    confidence,
    sources: z.array(shortText),
    items: z.array(z.strictObject({ number: z.int().positive(), text: shortText })).min(1),
  }),
  /** Percent of residents satisfied; null where nobody has sourced the number. */
  satisfaction: z.array(
    z.strictObject({
      subject: z.enum(["commune", "district", "district_advanced"]),
      overallMin: decimalText.nullable(),
      perCommunePerContentMin: decimalText.nullable(),
      provenance: fileProvenance,
      note: shortText.nullable(),
    }),
  ),
  revocation: z.strictObject({
    provenance: fileProvenance,
    confidence,
    articles: shortText,
    sources: z.array(shortText),
    note: shortText,
    /** Any of them suffices. Shares are of the criteria of the set, 0 to 1. */
    rules: z.array(
      z.strictObject({
        id: shortText,
        text: shortText,
        minFailedShare: share,
        maxFailedShareExclusive: share.nullable(),
        /** At least one of these criteria must be among the failed; empty: any will do. */
        requiresAnyFailed: z.array(
          z.strictObject({ set: shortText, criteria: z.array(z.int().positive()).min(1) }),
        ),
      }),
    ),
    district: z.array(shortText),
  }),
  survey: z.strictObject({
    guideline: shortText,
    conductedBy: shortText,
    minShareOfHouseholds2016To2020: z.strictObject({
      commune: decimalText,
      district: decimalText,
      provenance: fileProvenance,
    }),
    minShareOfHouseholds2021To2025: decimalText.nullable(),
  }),
  authority: z.strictObject({ text: shortText, provenance: fileProvenance, afterJuly2025: shortText }),
  procedure: z.strictObject({ provenance: fileProvenance, confidence, steps: z.array(shortText) }),
  dossier: z.strictObject({
    provenance: fileProvenance,
    confidence,
    items: z.array(shortText),
    note: shortText,
  }),
  resultTableColumns: z.strictObject({ provenance: fileProvenance, columns: z.array(shortText) }),
});

/** Provincial decisions known by title only: where a province's thresholds are to be looked up. */
export const provincialDecisionsFile = z.strictObject({
  formatVersion: z.literal(1),
  title: shortText,
  provenance: fileProvenance,
  note: shortText,
  items: z.array(z.strictObject({ province: shortText, decision: shortText, subject: shortText })),
  sourceUrls: z.array(shortText),
});

export type RecognitionRules = z.infer<typeof recognitionFile>;
