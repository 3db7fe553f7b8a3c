import { z } from "zod";

/** Sizes are half-points, lengths twips (1/1440 inch), as WordprocessingML counts them. */
const halfPoints = z.int().min(16).max(40);
const twips = z.int().min(0).max(20_000);
const line = z.strictObject({ size: halfPoints, bold: z.boolean() });
const styledLine = line.extend({ italic: z.boolean(), caps: z.boolean() });

export const layoutProfileSchema = z.strictObject({
  id: z.enum(["party", "state"]),
  title: z.string().min(1),
  source: z.string().min(1),
  language: z.string().min(2),
  font: z.string().min(1),
  page: z.strictObject({
    width: twips,
    height: twips,
    margin: z.strictObject({
      top: twips,
      bottom: twips,
      left: twips,
      right: twips,
      header: twips,
      footer: twips,
    }),
  }),
  headerColumns: z.tuple([twips, twips]),
  footerColumns: z.tuple([twips, twips]),
  nationalTitle: z.array(line.extend({ text: z.string().min(1), rule: z.enum(["none", "text"]) })).min(1),
  parent: styledLine,
  issuer: styledLine,
  /** What stands under the issuing body: the Party's asterisk or the state's short rule. */
  issuerMark: z.enum(["asterisk", "short-rule"]),
  number: z.strictObject({
    size: halfPoints,
    template: z.string().includes("{number}"),
    blank: z.string().min(1),
  }),
  placeDate: z.strictObject({ size: halfPoints, italic: z.boolean(), blank: z.string().min(1) }),
  typeName: line,
  subject: line.extend({ underMark: z.string().nullable() }),
  body: z.strictObject({
    size: halfPoints,
    firstLine: twips,
    after: twips,
    line: twips,
    lineRule: z.enum(["exact", "auto"]),
  }),
  heading: line,
  authority: line.extend({ byOrder: z.string(), onBehalf: z.string(), deputy: z.string() }),
  position: line,
  signerName: line.extend({ gap: twips }),
  recipients: z.strictObject({
    label: z.string().min(1),
    labelSize: halfPoints,
    labelBold: z.boolean(),
    labelItalic: z.boolean(),
    labelUnderline: z.boolean(),
    size: halfPoints,
    bullet: z.string(),
    itemEnd: z.string(),
    lastEnd: z.string(),
  }),
  pageNumber: z.strictObject({ size: halfPoints }),
  draftMark: line.extend({ text: z.string().min(1) }),
  annex: line.extend({ word: z.string().min(1), tableSize: halfPoints }),
});

/** Measures and words of one official layout, as data. */
export type LayoutProfile = z.infer<typeof layoutProfileSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const partyBodiesSchema = z.strictObject({
  source: z.string().min(1),
  committees: z
    .array(
      z.strictObject({
        level: z.enum(["province", "district"]),
        unitKind: z.string().min(1),
        committee: z.string().min(1),
        organisation: z.string().min(1),
        abbreviation: z.string().min(1),
        /** Last day on which such a committee exists; null while it does. */
        validTo: isoDate.nullable(),
      }),
    )
    .min(1),
  conclusionNotice: z.strictObject({
    typeName: z.string().min(1),
    typeAbbreviation: z.string().min(1),
    headline: z.string().min(1),
    subject: z.string().min(1),
    issuingBody: z.string().min(1),
    counterparts: z.array(z.string().min(1)).min(1),
    authorityLine: z.string().min(1),
    position: z.string().min(1),
    recipients: z.array(z.string().min(1)).min(1),
    closing: z.string().min(1),
  }),
});

/** Names, abbreviations and signing customs of Party committees, as data. */
export type PartyBodies = z.infer<typeof partyBodiesSchema>;
