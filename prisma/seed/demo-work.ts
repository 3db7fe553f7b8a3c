import { formatDate } from "@/lib/numbers/dates";
import { formatMeasure } from "@/lib/numbers/format";
import { formatPeriod, nextPeriod, periodEnd, periodYear } from "@/lib/numbers/periods";
import { resolveSet } from "@/lib/scoring/thresholds";
import type { SetDefinition } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { DemoFile } from "./demo-schema";
import type { DemoSheet } from "./demo-sheets";
import type { Lookups } from "./lookups";

/** The newest sheet of each commune, in the order of the communes. */
function listNewest(sheets: readonly DemoSheet[]): DemoSheet[] {
  const newest = new Map<string, DemoSheet>();
  for (const sheet of sheets) newest.set(sheet.commune, sheet);
  return [...newest.values()];
}

function listUnmet(sheet: DemoSheet): number[] {
  return sheet.score.criteria
    .filter((criterion) => criterion.verdict === "unmet" || criterion.verdict === "missing")
    .map((criterion) => criterion.number);
}

/** What each commune has promised for the last year: some indicators, a count of criteria, single criteria. */
export async function placeTargets(
  tx: Transaction,
  find: Lookups,
  file: DemoFile,
  set: SetDefinition,
  sheets: readonly DemoSheet[],
): Promise<void> {
  const year = periodYear(file.lastPeriod);
  const { stratum, communeType } = file;
  const resolved = resolveSet(set, { province: file.province.code, stratum, communeType, year });
  const wanted = resolved.criteria.flatMap((criterion) =>
    criterion.indicators
      .filter((part) => file.targetIndicators.includes(part.code))
      .map((part) => ({ criterion, part })),
  );
  await tx.target.createMany({
    data: file.communes.flatMap((commune) =>
      wanted.flatMap(({ criterion, part }) => {
        const value = part.threshold.row?.value ?? null;
        if (value === null) return [];
        const measure = formatMeasure(value, part.unit);
        return [
          {
            unitId: find.unit(commune.code),
            setId: set.id,
            criterionId: criterion.id,
            indicatorId: part.id,
            label: part.title,
            year,
            direction: part.direction,
            value,
            unitOfMeasure: part.unit,
            printed: part.direction === "lte" ? `không quá ${measure}` : `từ ${measure}`,
            dueOn: day(periodEnd(file.lastPeriod)),
            isIllustrative: true,
          },
        ];
      }),
    ),
  });
  await tx.milestone.createMany({ data: listMilestones(find, file, set, sheets) });
}

function listMilestones(find: Lookups, file: DemoFile, set: SetDefinition, sheets: readonly DemoSheet[]) {
  const { lastPeriod } = file;
  return listNewest(sheets).flatMap((sheet) => {
    const unmet = listUnmet(sheet);
    const { met, total } = sheet.score.totals;
    const shared = { unitId: find.unit(sheet.commune), setId: set.id, isIllustrative: true };
    const goal = Math.min(total, met + 1);
    const counted = {
      ...shared,
      title: `Đạt ${goal}/${total} tiêu chí`,
      targetMet: goal,
      duePeriod: lastPeriod,
      dueOn: day(periodEnd(lastPeriod)),
      dueText: formatPeriod(lastPeriod),
    };
    const single = unmet.slice(0, 2).map((number, index) => {
      const due = index === 0 ? lastPeriod : nextPeriod(lastPeriod);
      const title = set.criteria.find((criterion) => criterion.number === number)?.title ?? "";
      return {
        ...shared,
        criterionId: find.criterion(file.set, number),
        title: `Hoàn thành tiêu chí ${number} (${title})`,
        duePeriod: due,
        dueOn: day(periodEnd(due)),
        dueText: formatPeriod(due),
      };
    });
    return [counted, ...single];
  });
}

/** Tasks for what is unmet, spread over communes and deadlines; some are overdue on the demonstration's day. */
export async function placeTasks(
  tx: Transaction,
  find: Lookups,
  file: DemoFile,
  sheets: readonly DemoSheet[],
): Promise<void> {
  const queues = listNewest(sheets).map((sheet) => ({
    commune: sheet.commune,
    tasks: file.tasks.filter((task) => listUnmet(sheet).includes(task.criterion)),
  }));
  const chosen: { commune: string; task: DemoFile["tasks"][number] }[] = [];
  for (let round = 0; round < file.tasks.length; round += 1) {
    for (const [index, { commune, tasks }] of queues.entries()) {
      if (round >= tasks.length || chosen.length >= file.taskCount) continue;
      // Each commune starts its list elsewhere, so that the work falls to many departments.
      const task = tasks[(round + index) % tasks.length];
      if (task) chosen.push({ commune, task });
    }
  }
  for (const [index, { commune, task }] of chosen.entries()) {
    const deadline = file.taskDeadlines[index % file.taskDeadlines.length];
    if (deadline === undefined) continue;
    const commonBody = "UBND xã";
    await tx.task.create({
      data: {
        unitId: find.unit(commune),
        criterionId: find.criterion(file.set, task.criterion),
        title: task.title,
        deadline: day(deadline),
        deadlineText: `trước ngày ${formatDate(deadline)}`,
        status: index % 7 === 6 ? "done" : index % 2 === 0 ? "in_progress" : "open",
        isIllustrative: true,
        bodies: {
          create: [
            { role: "responsible", name: task.body, sortOrder: 1 },
            ...(task.body === commonBody
              ? []
              : [{ role: "coordinating" as const, name: commonBody, sortOrder: 2 }]),
          ],
        },
      },
    });
  }
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
