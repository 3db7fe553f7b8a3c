import "server-only";
import { recordAudit } from "@/lib/auth/audit-trail";
import { authorizeUnit } from "@/lib/auth/authorize";
import { listFields } from "@/lib/entry/fields";
import { type CellToSave, saveCells } from "@/lib/figures/save-cells";
import { formatPeriod } from "@/lib/numbers/periods";
import type { FigureInput } from "@/lib/scoring/types";
import type { CommandContext } from "@/lib/server/action";
import { type Result, refuse, succeed } from "@/lib/server/result";
import type { FigureEntry } from "@/lib/submissions/entry-types";
import { loadGround } from "./ground";
import {
  findPending,
  listUnitSheets,
  lockPending,
  nameUnit,
  type PendingRow,
  type PlannedUnit,
  planSheet,
} from "./pending";
import { hasMoves, isSameFigure } from "./plan";
import { sayExactly } from "./read-cell";
import type { CommitInput, ImportOutcome } from "./schema";
import { actOf } from "./template-queries";
import type { PlanItem } from "./types";

/** Cells named in one sentence; the preview shows the rest. */
const NAMED_AT_MOST = 5;

const GONE = refuse(
  "gone",
  "Tệp này không còn chờ ghi: đã quá hạn, hoặc do người khác tải lên. Chọn lại tệp; số đã lưu vẫn còn nguyên.",
);

function nameCells(items: readonly PlanItem[]): string {
  const named = items.slice(0, NAMED_AT_MOST).map((item) => item.address);
  return items.length > NAMED_AT_MOST
    ? `${named.join(", ")} và ${items.length - NAMED_AT_MOST} ô khác`
    : named.join(", ");
}

function toEntry(figure: FigureInput): FigureEntry {
  if (figure.booleanValue !== null) return { kind: "boolean", value: figure.booleanValue };
  if (figure.gradeValue !== null) return { kind: "grade", value: figure.gradeValue };
  if (figure.numerator !== null && figure.denominator !== null) {
    return {
      kind: "ratio",
      numerator: sayExactly(figure.numerator),
      denominator: sayExactly(figure.denominator),
    };
  }
  return figure.value === null ? { kind: "clear" } : { kind: "value", text: sayExactly(figure.value) };
}

function toCell(item: PlanItem, planned: PlannedUnit): CellToSave {
  const { next } = item;
  if (!next) throw new Error(`Indicator ${item.indicatorId} has nothing to write`);
  const stored = planned.ground.figures[item.indicatorId];
  const isNoteOnly = stored !== undefined && isSameFigure(stored, next);
  return {
    indicatorId: item.indicatorId,
    entry: isNoteOnly ? { kind: "keep" } : toEntry(next),
    ...(item.noteAfter === null ? {} : { note: item.noteAfter }),
    expectedVersion: item.version,
  };
}

/** Plans every sheet of the file on locked rows; refuses the whole file for one bad cell. */
async function planAll(pending: PendingRow, context: CommandContext): Promise<Result<PlannedUnit[]>> {
  const { tx, session } = context;
  const isMany = pending.kind === "many";
  // One order for everybody: two files that share communes wait for one another instead of blocking each other.
  const sheets = listUnitSheets(pending).sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
  const planned: PlannedUnit[] = [];
  for (const { unitCode, sheet } of sheets) {
    const unit = await authorizeUnit(session, unitCode, actOf(isMany), tx);
    if (!unit) return GONE;
    const ground = await loadGround(tx, unit, pending.setCode, pending.period, true);
    if (!ground.ok) return refuse(ground.reason, `${nameUnit(unit, isMany)}${ground.message}`);
    const plan = planSheet(pending, sheet, ground.value);
    // A unit that has sent its sheet stops nobody as long as the file leaves it alone.
    if (ground.value.lock !== null && hasMoves(plan.plan)) {
      return refuse("locked", `${nameUnit(unit, isMany)}${ground.value.lock} Chưa có ô nào được ghi.`);
    }
    planned.push(plan);
  }
  return succeed(planned);
}

function checkPlan(planned: readonly PlannedUnit[], seen: CommitInput["seen"]): Result<null> {
  const items = planned.flatMap(({ plan }) => plan.items);
  const wrong = items.filter((item) => item.state === "error");
  const problem = planned.flatMap(({ plan }) => plan.problems)[0];
  if (wrong.length > 0 || problem) {
    const said = wrong[0]?.messages[0] ?? problem?.message ?? "";
    return refuse("has-errors", `Chưa ghi ô nào. ${said} Sửa trong tệp rồi chọn lại tệp.`);
  }
  const asked = items.filter((item) => item.state === "question");
  if (asked.length > 0) {
    return refuse("has-questions", `Chưa ghi ô nào. Chọn cách hiểu cho ô ${nameCells(asked)}.`);
  }
  const changed = planned.flatMap(({ ground, plan }) =>
    plan.items.filter(
      (item) =>
        item.state === "change" && seen[ground.unit.code]?.[String(item.indicatorId)] !== item.version,
    ),
  );
  if (changed.length > 0) {
    return refuse(
      "conflict",
      `Chưa ghi ô nào: có người vừa sửa trên hệ thống chỉ tiêu ở ô ${nameCells(changed)} sau khi anh/chị xem trước. Xem lại các ô đó ở bảng dưới rồi ghi.`,
    );
  }
  if (!items.some((item) => item.state === "change")) {
    return refuse("nothing-to-write", "Tệp không có ô nào khác với số đang có, nên không có gì để ghi.");
  }
  return succeed(null);
}

async function writeUnit(
  planned: PlannedUnit,
  pending: PendingRow,
  context: CommandContext,
): Promise<Result<ImportOutcome["units"][number]>> {
  const { ground, plan } = planned;
  const { tx, session, now } = context;
  const changes = plan.items.filter((item) => item.state === "change");
  const actor = { id: session.userId, name: session.displayName };
  const own: CommandContext = {
    ...context,
    unit: ground.unit,
    audit: (entry) => recordAudit(tx, actor, { ...entry, unitId: ground.unit.id }, now),
  };
  const outcome = {
    unitCode: ground.unit.code,
    unitLabel: ground.unit.label,
    changed: changes.length,
    metBefore: plan.before.met,
    metAfter: plan.after.met,
    total: plan.after.total,
  };
  if (changes.length === 0) return succeed(outcome);
  const saved = await saveCells(
    own,
    { set: pending.setCode, period: pending.period },
    changes.map((item) => toCell(item, planned)),
    "import",
  );
  if (!saved.ok)
    return refuse(saved.reason, `${ground.unit.label}: ${saved.message} Chưa có ô nào được ghi.`);
  const fields = listFields(ground.resolved);
  for (const [index, answer] of saved.value.outcomes.entries()) {
    if (answer.ok) continue;
    const code = fields.find(({ indicator }) => indicator.id === changes[index]?.indicatorId)?.indicator.code;
    return refuse(
      answer.reason,
      `Chưa ghi ô nào. Ô ${changes[index]?.address} (chỉ tiêu ${code}): ${answer.message}`,
    );
  }
  await own.audit({
    act: "import",
    entity: "Submission",
    entityId: String(saved.value.submissionId),
    after: {
      file: pending.fileName,
      sha256: pending.checksum,
      import: pending.id,
      set: pending.setCode,
      period: pending.period,
      figures: saved.value.written,
      metBefore: plan.before.met,
      metAfter: saved.value.score?.totals.met ?? plan.after.met,
    },
  });
  return succeed(outcome);
}

/** See `makeCommitCommand`. Every refusal rolls back whatever was written before it. */
export async function runCommit(input: CommitInput, context: CommandContext): Promise<Result<ImportOutcome>> {
  const { tx, session, unit, now } = context;
  await lockPending(tx, input.id);
  const pending = await findPending(tx, session, input.id, now);
  if (!pending || pending.unitCode !== unit.code) return GONE;
  if (pending.outcome) {
    context.leaveUnchanged();
    return succeed(pending.outcome);
  }
  if (pending.kind === "own" && pending.mapping === null) {
    return refuse("no-mapping", "Chưa chọn cột nào là số liệu. Chọn cột ở bước xem trước rồi ghi.");
  }
  const planned = await planAll(pending, context);
  if (!planned.ok) return planned;
  const checked = checkPlan(planned.value, input.seen);
  if (!checked.ok) return checked;
  const units: ImportOutcome["units"] = [];
  for (const item of planned.value.filter(({ plan }) => hasMoves(plan))) {
    const written = await writeUnit(item, pending, context);
    if (!written.ok) return written;
    units.push(written.value);
  }
  const outcome: ImportOutcome = { at: now.toISOString(), units };
  // The cells have done their work; what stays is what became of them.
  await tx.pendingImport.update({
    where: { id: pending.id },
    data: { outcome, committedAt: now, content: { sheets: [] }, answers: {} },
  });
  await context.audit({
    act: "import",
    entity: "PendingImport",
    entityId: pending.id,
    after: {
      file: pending.fileName,
      sha256: pending.checksum,
      set: pending.setCode,
      period: pending.period,
      units: units.length,
      figures: units.reduce((sum, item) => sum + item.changed, 0),
      text: `Nhập từ Excel ${formatPeriod(pending.period)}`,
    },
  });
  return succeed(outcome);
}
