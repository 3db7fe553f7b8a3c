import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Act } from "@/lib/auth/policy";
import type { CommandContext, CommandDefinition } from "@/lib/server/action";
import { type Result, refuse, succeed } from "@/lib/server/result";
import type { AcceptedUpload } from "./accept-upload";
import { runCommit } from "./commit";
import { fingerprintHeading } from "./fingerprint";
import { MAX_OPEN_PREVIEWS, PREVIEW_HOURS } from "./limits";
import { findPending, lockPending } from "./pending";
import { answerImportSchema, commitImportSchema, type ImportOutcome, mapColumnsSchema } from "./schema";

const storeSchema = z.object({ unit: z.string().min(1), upload: z.custom<AcceptedUpload>() });

export const GONE_MESSAGE =
  "Tệp này không còn chờ ghi: đã quá hạn, hoặc do người khác tải lên. Chọn lại tệp; số đã lưu vẫn còn nguyên.";

/** The mapping this user chose last time for a sheet of the same heading. */
async function recallMapping(context: CommandContext, upload: AcceptedUpload) {
  const rows = await context.tx.importMapping.findMany({
    where: { userId: context.session.userId, setId: upload.setId },
    orderBy: { usedAt: "desc" },
    take: 50,
  });
  for (const row of rows) {
    const mapping = mapColumnsSchema.shape.mapping.safeParse(row.mapping);
    if (!mapping.success) continue;
    const sheet = upload.content.sheets.find(
      (candidate) => fingerprintHeading(candidate, mapping.data.headerRow) === row.fingerprint,
    );
    if (sheet) return { ...mapping.data, sheet: sheet.name };
  }
  return null;
}

async function runStore(
  { upload }: z.output<typeof storeSchema>,
  context: CommandContext,
): Promise<Result<{ id: string }>> {
  const { tx, session, unit, now } = context;
  await tx.pendingImport.deleteMany({ where: { expiresAt: { lte: now } } });
  const open = await tx.pendingImport.findMany({
    where: { userId: session.userId },
    orderBy: { createdAt: "desc" },
    skip: MAX_OPEN_PREVIEWS - 1,
    select: { id: true },
  });
  await tx.pendingImport.deleteMany({ where: { id: { in: open.map((row) => row.id) } } });
  const mapping = upload.kind === "own" ? await recallMapping(context, upload) : null;
  const id = randomUUID();
  const content = JSON.stringify(upload.content);
  await tx.$executeRaw`
    INSERT INTO "PendingImport" ("id", "userId", "unitId", "setId", "period", "kind", "fileName", "checksum",
      "content", "mapping", "createdAt", "expiresAt")
    VALUES (${id}::uuid, ${session.userId}, ${unit.id}, ${upload.setId}, ${upload.period},
      ${upload.kind}::"ImportKind", ${upload.fileName}, ${upload.checksum}, ${content}::jsonb,
      ${mapping === null ? null : JSON.stringify(mapping)}::jsonb, ${now},
      ${new Date(now.getTime() + PREVIEW_HOURS * 3_600_000)})`;
  // No figure changed: the commit is what the audit tells of.
  context.leaveUnchanged();
  return succeed({ id });
}

async function runMap(
  { id, mapping }: z.output<typeof mapColumnsSchema>,
  context: CommandContext,
): Promise<Result<{ id: string }>> {
  const { tx, session, unit, now } = context;
  const pending = await findPending(tx, session, id, now);
  if (!pending || pending.unitCode !== unit.code || pending.kind !== "own" || pending.outcome) {
    return refuse("gone", GONE_MESSAGE);
  }
  const sheet = pending.content.sheets.find((candidate) => candidate.name === mapping.sheet);
  if (!sheet) return refuse("unknown-sheet", `Tệp không có trang “${mapping.sheet}”. Chọn trang khác.`);
  await tx.pendingImport.update({ where: { id }, data: { mapping, answers: {} } });
  const fingerprint = fingerprintHeading(sheet, mapping.headerRow);
  const key = { userId: session.userId, setId: pending.setId, fingerprint };
  await tx.importMapping.upsert({
    where: { userId_setId_fingerprint: key },
    create: { ...key, mapping, usedAt: now },
    update: { mapping, usedAt: now },
  });
  context.leaveUnchanged();
  return succeed({ id });
}

async function runAnswer(
  { id, answers }: z.output<typeof answerImportSchema>,
  context: CommandContext,
): Promise<Result<{ id: string }>> {
  const { tx, session, unit, now } = context;
  await lockPending(tx, id);
  const pending = await findPending(tx, session, id, now);
  if (!pending || pending.unitCode !== unit.code || pending.outcome) return refuse("gone", GONE_MESSAGE);
  await tx.pendingImport.update({
    where: { id },
    data: { answers: { ...pending.answers, ...answers } },
  });
  context.leaveUnchanged();
  return succeed({ id });
}

const unitOf = (input: { unit: string }) => input.unit;

export function makeStoreCommand(act: Act): CommandDefinition<typeof storeSchema, Result<{ id: string }>> {
  return { name: "imports.store", schema: storeSchema, act, unitOf, run: runStore };
}

/** Remembers which column of a user's own sheet says what, for this file and for the next one like it. */
export const mapColumnsCommand: CommandDefinition<typeof mapColumnsSchema, Result<{ id: string }>> = {
  name: "imports.map",
  schema: mapColumnsSchema,
  act: "figure.enter",
  unitOf,
  run: runMap,
};

export function makeAnswerCommand(
  act: Act,
): CommandDefinition<typeof answerImportSchema, Result<{ id: string }>> {
  return { name: "imports.answer", schema: answerImportSchema, act, unitOf, run: runAnswer };
}

/**
 * Writes a previewed file into its sheet or sheets: every cell or none. Refuses, naming cells, what is still wrong
 * or unanswered, what somebody changed since the preview, and sheets that are locked. Repeating it writes nothing.
 */
export function makeCommitCommand(
  act: Act,
): CommandDefinition<typeof commitImportSchema, Result<ImportOutcome>> {
  return { name: "imports.commit", schema: commitImportSchema, act, unitOf, run: runCommit };
}
