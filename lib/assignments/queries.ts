import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { db, type Transaction } from "@/lib/server/db";
import type { AssignmentView, CriterionAssignments } from "./types";

interface AssignmentRow {
  id: number;
  criterionId: number;
  officialName: string;
  position: string | null;
  sponsorName: string | null;
  fromDate: Date;
  toDate: Date | null;
  isIllustrative: boolean;
}

/** A `date` column arrives as midnight UTC. */
const toIso = (day: Date): string => day.toISOString().slice(0, 10);

function toView(row: AssignmentRow): AssignmentView {
  const { id, criterionId, officialName, position, sponsorName, isIllustrative } = row;
  return {
    id,
    criterionId,
    officialName,
    position,
    sponsorName,
    isIllustrative,
    fromDate: toIso(row.fromDate),
    toDate: row.toDate && toIso(row.toDate),
  };
}

const holdsOn = (view: AssignmentView, day: string): boolean =>
  view.fromDate <= day && (view.toDate === null || view.toDate >= day);

/** Every criterion of a set with who answers for it in a unit on a day, who did and who will. */
export async function loadAssignments(
  unitId: AuthorizedUnitId,
  setId: number,
  day: string,
  client: Transaction = db,
): Promise<CriterionAssignments[]> {
  const [criteria, rows] = await Promise.all([
    client.criterion.findMany({
      where: { setId },
      orderBy: { number: "asc" },
      select: { id: true, number: true, title: true },
    }),
    client.criterionAssignment.findMany({
      where: { unitId, criterion: { setId } },
      orderBy: [{ fromDate: "desc" }, { id: "desc" }],
    }),
  ]);
  const views = rows.map(toView);
  return criteria.map(({ id, number, title }) => {
    const own = views.filter((view) => view.criterionId === id);
    return {
      criterionId: id,
      number,
      title,
      current: own.find((view) => holdsOn(view, day)) ?? null,
      next: own.filter((view) => view.fromDate > day).at(-1) ?? null,
      past: own.filter((view) => view.toDate !== null && view.toDate < day),
    };
  });
}

/** Who answers for one criterion of a unit on a day; null when nobody is named. */
export async function loadAssignment(
  unitId: AuthorizedUnitId,
  criterionId: number,
  day: string,
  client: Transaction = db,
): Promise<AssignmentView | null> {
  const at = new Date(`${day}T00:00:00Z`);
  const row = await client.criterionAssignment.findFirst({
    where: { unitId, criterionId, fromDate: { lte: at }, OR: [{ toDate: null }, { toDate: { gte: at } }] },
    orderBy: [{ fromDate: "desc" }, { id: "desc" }],
  });
  return row && toView(row);
}

/** Names of a unit's own users, to choose from when somebody is put in charge. */
export async function listOfficials(
  unitId: AuthorizedUnitId,
  client: Transaction = db,
): Promise<{ name: string; position: string }[]> {
  const rows = await client.user.findMany({
    where: { unitId, disabledAt: null },
    orderBy: { displayName: "asc" },
    select: { displayName: true, position: true },
  });
  return rows.map((row) => ({ name: row.displayName, position: row.position }));
}
