import { z } from "zod";

/** JSON columns of a document, read back with the defaults of a copy that prints less. */
const signatureSchema = z.object({
  authorityLines: z.array(z.string()).default([]),
  position: z.string().nullable().default(null),
  name: z.string().nullable().default(null),
});

const meetingSchema = z.object({
  date: z.string().nullable().default(null),
  dateText: z.string().nullable().default(null),
  programme: z.string().nullable().default(null),
  counterparts: z.array(z.string()).default([]),
  attendingBodies: z.array(z.string()).default([]),
});

const referenceSchema = z.object({
  type: z.string(),
  number: z.string().nullable().default(null),
  date: z.string().nullable().default(null),
  issuer: z.string().nullable().default(null),
  subject: z.string().nullable().default(null),
});

export type StoredSignature = z.infer<typeof signatureSchema>;
export type StoredMeeting = z.infer<typeof meetingSchema>;
export type StoredReference = z.infer<typeof referenceSchema>;

export function readSignature(json: unknown): StoredSignature {
  return signatureSchema.catch({ authorityLines: [], position: null, name: null }).parse(json);
}

/** Null when the document concludes no meeting. */
export function readMeeting(json: unknown): StoredMeeting | null {
  return meetingSchema
    .nullable()
    .catch(null)
    .parse(json ?? null);
}

export function readReferences(json: unknown): StoredReference[] {
  return z.array(referenceSchema).catch([]).parse(json);
}
