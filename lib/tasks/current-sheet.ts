import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { displayState } from "@/lib/scoring/display";
import type { DisplayState, Verdict } from "@/lib/scoring/types";
import { dayInVietnam } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import type { SheetStatus } from "./types";

export interface SheetCell {
  number: number;
  title: string;
  state: DisplayState;
}

/** What the side panel of "Việc của tôi" shows of one unit's sheet. */
export interface CurrentSheet {
  period: string;
  status: SheetStatus;
  /** The period the counts and cells are of: an earlier one when this sheet was not begun; null when there is none. */
  shownPeriod: string | null;
  basis: "scored" | "recorded" | null;
  provenance: "self_assessed" | "verified" | "recognised" | null;
  metCount: number;
  totalCount: number;
  enteredCount: number;
  indicatorCount: number;
  dueOn: string | null;
  submittedOn: string | null;
  goal: { targetMet: number; dueText: string } | null;
  cells: SheetCell[];
  isIllustrative: boolean;
}

/** The unit's sheet of a period, else what was last known before it, as a strip with counts. */
export async function loadCurrentSheet(
  unitId: AuthorizedUnitId,
  setId: number,
  period: string,
): Promise<CurrentSheet> {
  const [sheets, criteria, deadlines, goal] = await Promise.all([
    db.submission.findMany({
      where: { unitId, setId, period: { lte: period } },
      orderBy: { period: "desc" },
      take: 2,
      include: { criterionVerdicts: { select: { criterionId: true, verdict: true, isNear: true } } },
    }),
    db.criterion.findMany({
      where: { setId },
      orderBy: { number: "asc" },
      select: {
        id: true,
        number: true,
        title: true,
        isCounted: true,
        _count: { select: { indicators: true } },
      },
    }),
    db.periodDeadline.findMany({
      where: { setId, period, OR: [{ unitId: null }, { unitId }] },
      select: { unitId: true, dueOn: true },
    }),
    db.milestone.findFirst({
      where: { unitId, setId, targetMet: { not: null }, duePeriod: { gte: period } },
      orderBy: { dueOn: "asc" },
      select: { targetMet: true, dueText: true },
    }),
  ]);
  const [shown, before] = sheets;
  const isBegun = shown?.period === period;
  const due = deadlines.find((row) => row.unitId !== null) ?? deadlines[0];
  const verdictOf = new Map(shown?.criterionVerdicts.map((row) => [row.criterionId, row]));
  const previousOf = new Map(before?.criterionVerdicts.map((row) => [row.criterionId, row.verdict]));
  const counted = criteria.filter((criterion) => criterion.isCounted);
  return {
    period,
    status: isBegun && shown ? shown.status : "absent",
    shownPeriod: shown?.period ?? null,
    basis: shown?.basis ?? null,
    provenance: shown?.provenance ?? null,
    metCount: shown?.metCount ?? 0,
    totalCount: shown?.totalCount ?? counted.length,
    enteredCount: isBegun && shown ? shown.enteredCount : 0,
    indicatorCount:
      shown?.indicatorCount ?? criteria.reduce((sum, criterion) => sum + criterion._count.indicators, 0),
    dueOn: due ? due.dueOn.toISOString().slice(0, 10) : null,
    submittedOn: isBegun && shown?.submittedAt ? dayInVietnam(shown.submittedAt) : null,
    goal: goal?.targetMet == null ? null : { targetMet: goal.targetMet, dueText: goal.dueText },
    cells: counted.map((criterion) => {
      const row = verdictOf.get(criterion.id);
      const previous = previousOf.get(criterion.id);
      return {
        number: criterion.number,
        title: criterion.title,
        state: showsNoName(shown?.basis, row?.verdict)
          ? "unnamed"
          : row
            ? displayState(
                { verdict: toVerdict(row.verdict), isNear: row.isNear },
                previous ? toVerdict(previous) : null,
              )
            : "missing",
      };
    }),
    isIllustrative: shown?.isIllustrative ?? false,
  };
}

/** A document that prints only a count says nothing of most criteria; that is not a figure still to be entered. */
function showsNoName(basis: "scored" | "recorded" | undefined, verdict: string | undefined): boolean {
  return basis === "recorded" && (verdict === undefined || verdict === "missing");
}

/** The database enum cannot carry a hyphen in its generated name. */
function toVerdict(verdict: "met" | "unmet" | "missing" | "exempt" | "undefined_threshold"): Verdict {
  return verdict === "undefined_threshold" ? "undefined-threshold" : verdict;
}
