import "server-only";
import type { z } from "zod";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import type { Prisma } from "@/lib/server/generated/client";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { describeLock } from "@/lib/submissions/lock";
import { FILE_TYPES, MAX_ITEMS } from "./constants";
import { makePostgresFileStore } from "./file-store";
import { type FileRefusal, inspectFile } from "./inspect-file";
import { CURRENT, type EvidencePlace, openPlace, type PlaceRefusal } from "./place";
import { addFileSchema, addReferenceSchema, removeEvidenceSchema } from "./schema";

export type AddEvidenceResult = Result<{ evidenceId: number }, PlaceRefusal | FileRefusal | "too-many">;
export type RemoveEvidenceResult = Result<{ evidenceId: number }, "not-found" | "locked">;

interface NewEvidence {
  indicatorId: number;
  replacesId: number | null;
  row: Pick<Prisma.EvidenceUncheckedCreateInput, "kind" | "title" | "url" | "documentText" | "fileId">;
  /** Beside the row, for the trail: size and checksum of a file. */
  facts: { size?: number; sha256?: string };
}

async function store(
  place: EvidencePlace,
  { indicatorId, replacesId, row, facts }: NewEvidence,
  { tx, unit, session, now, audit }: CommandContext,
): Promise<AddEvidenceResult> {
  if (place.isFull) {
    return refuse("too-many", `Chỉ tiêu này đã có ${MAX_ITEMS} minh chứng. Thay hoặc bỏ bớt rồi thêm.`);
  }
  const made = await tx.evidence.create({
    data: {
      ...row,
      unitId: unit.id,
      indicatorId,
      submissionId: place.submissionId,
      addedById: session.userId,
      addedAt: now,
    },
  });
  if (replacesId !== null) {
    const replaced = await tx.evidence.updateMany({
      where: { id: replacesId, submissionId: place.submissionId, indicatorId, ...CURRENT },
      data: { replacedById: made.id },
    });
    if (replaced.count !== 1) throw new Error(`Evidence ${replacesId} changed while its sheet was locked`);
  }
  await audit({
    act: replacesId === null ? "evidence.add" : "evidence.replace",
    entity: "Evidence",
    entityId: String(made.id),
    before: replacesId === null ? null : { evidenceId: replacesId },
    after: {
      kind: made.kind,
      title: made.title,
      url: made.url,
      documentText: made.documentText,
      ...facts,
      set: place.setCode,
      period: place.period,
      indicator: place.indicatorCode,
    },
  });
  return succeed({ evidenceId: made.id });
}

/**
 * Keeps a file behind a figure, or in the place of another piece of evidence (which stays in the history). The type
 * is read from the content. The same file twice behind one figure is one piece. Locked sheets refuse.
 */
export const addEvidenceFileCommand: CommandDefinition<typeof addFileSchema, AddEvidenceResult> = {
  name: "evidence.addFile",
  schema: addFileSchema,
  act: "evidence.add",
  unitOf: (input) => input.unit,
  run: async (input, context) => {
    const type = await inspectFile(input.bytes, input.fileName);
    if (!type.ok) return type;
    const place = await openPlace(input, context);
    if (!place.ok) return place;
    const { mediaType } = FILE_TYPES[type.value];
    const file = await makePostgresFileStore(context.tx).put({ bytes: input.bytes, mediaType });
    const { indicatorId, replacesId } = input;
    const twin = await context.tx.evidence.findFirst({
      where: { submissionId: place.value.submissionId, indicatorId, fileId: file.id, ...CURRENT },
      select: { id: true },
    });
    // A double click, or an answer lost on the line.
    if (twin && (replacesId === null || twin.id === replacesId)) {
      context.leaveUnchanged();
      return succeed({ evidenceId: twin.id });
    }
    const row = { kind: "file" as const, title: input.fileName, fileId: file.id };
    const facts = { size: input.bytes.byteLength, sha256: file.sha256 };
    return store(place.value, { indicatorId, replacesId, row, facts }, context);
  },
};

function toRow(input: z.output<typeof addReferenceSchema>): NewEvidence["row"] {
  return input.kind === "link"
    ? { kind: "link", title: input.title || new URL(input.url).hostname, url: input.url }
    : { kind: "document", title: input.title, documentText: input.documentText };
}

/** Puts a web address or the number of a paper behind a figure. Locked sheets refuse. */
export const addEvidenceReferenceCommand: CommandDefinition<typeof addReferenceSchema, AddEvidenceResult> = {
  name: "evidence.addReference",
  schema: addReferenceSchema,
  act: "evidence.add",
  unitOf: (input) => input.unit,
  run: async (input, context) => {
    const place = await openPlace(input, context);
    if (!place.ok) return place;
    const { indicatorId, replacesId } = input;
    const row = toRow(input);
    const twin = await context.tx.evidence.findFirst({
      where: { submissionId: place.value.submissionId, indicatorId, ...row, ...CURRENT },
      select: { id: true },
    });
    if (twin) {
      context.leaveUnchanged();
      return succeed({ evidenceId: twin.id });
    }
    return store(place.value, { indicatorId, replacesId, row, facts: {} }, context);
  },
};

/** Takes a piece of evidence away; it stays in the history. Repeating it changes nothing. */
export const removeEvidenceCommand: CommandDefinition<typeof removeEvidenceSchema, RemoveEvidenceResult> = {
  name: "evidence.remove",
  schema: removeEvidenceSchema,
  act: "evidence.add",
  unitOf: (input) => input.unit,
  run: async (input, context) => {
    const { tx, unit, now } = context;
    const row = await tx.evidence.findFirst({
      where: { id: input.evidenceId, unitId: unit.id, replacedById: null },
      include: { indicator: { select: { code: true } } },
    });
    if (!row) return refuse("not-found", "Không tìm thấy minh chứng này. Tải lại trang để xem bản mới.");
    await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${row.submissionId} FOR UPDATE`;
    const sheet = await tx.submission.findUniqueOrThrow({
      where: { id: row.submissionId },
      include: { set: { select: { code: true } } },
    });
    const lock = describeLock(sheet);
    if (lock) return refuse("locked", lock.message);
    const removed = await tx.evidence.updateMany({
      where: { id: row.id, ...CURRENT },
      data: { removedAt: now },
    });
    if (removed.count === 0) {
      context.leaveUnchanged();
      return succeed({ evidenceId: row.id });
    }
    await context.audit({
      act: "evidence.remove",
      entity: "Evidence",
      entityId: String(row.id),
      before: { kind: row.kind, title: row.title },
      after: { set: sheet.set.code, period: sheet.period, indicator: row.indicator.code },
    });
    return succeed({ evidenceId: row.id });
  },
};
