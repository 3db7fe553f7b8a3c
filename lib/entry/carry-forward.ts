import type { ResolvedIndicator } from "@/lib/scoring/types";
import { type Draft, isEmptyDraft, isSameDraft, makeDraft, readDraft } from "./draft";
import { listOpenFields } from "./rows";
import type { FillEntry, OpenSheet, SheetView } from "./sheet-store";

interface Carry {
  indicator: ResolvedIndicator;
  criterionId: number;
  draft: Draft;
}

/** Last period's figures do not change while a sheet is open. */
const prepared = new WeakMap<OpenSheet, ReadonlyMap<number, Carry>>();

/** Last period's figures as they would stand in the inputs, where the indicator still takes them. */
function prepareCarries(sheet: OpenSheet): ReadonlyMap<number, Carry> {
  const known = prepared.get(sheet);
  if (known) return known;
  const carries = new Map<number, Carry>();
  for (const { indicator, criterionId } of listOpenFields(sheet.resolved, sheet.exemptions)) {
    const draft = makeDraft(indicator, sheet.previous.figures[indicator.id]);
    if (!isEmptyDraft(draft) && readDraft(indicator, draft).ok) {
      carries.set(indicator.id, { indicator, criterionId, draft });
    }
  }
  prepared.set(sheet, carries);
  return carries;
}

/** The empty cells that last period's figures can be copied into, of one criterion or of the whole sheet. */
export function listCarries(sheet: OpenSheet, view: SheetView, criterionId: number | null): FillEntry[] {
  const entries: FillEntry[] = [];
  for (const [id, carry] of prepareCarries(sheet)) {
    const cell = view.state.cells[id];
    if (!cell || cell.status.kind === "conflict" || !isEmptyDraft(cell.draft)) continue;
    if (criterionId === null || criterionId === carry.criterionId) entries.push({ id, draft: carry.draft });
  }
  return entries;
}

/** Last period's figure for one cell that holds something else or nothing, or null. */
export function findCarry(sheet: OpenSheet, view: SheetView, indicatorId: number): FillEntry | null {
  const carry = prepareCarries(sheet).get(indicatorId);
  const cell = view.state.cells[indicatorId];
  if (!carry || !cell || cell.status.kind === "conflict") return null;
  return isSameDraft(carry.draft, cell.draft) ? null : { id: indicatorId, draft: carry.draft };
}
