import { formatPeriod } from "@/lib/numbers/periods";
import { formatUnitLabel } from "@/lib/units/names";
import { prepareOverdue, prepareRegressions } from "./prepare-alerts";
import { prepareSending } from "./prepare-sending";
import { averageTenths, prepareTrend } from "./prepare-trend";
import { countMetPerCriterion, isCountable, prepareUnit, sortUnits } from "./prepare-units";
import type { Overview, OverviewRows, OverviewUnit, UnitSheetRow } from "./types";

const UNIT_NOUNS = { province: "tỉnh", district: "huyện", commune: "xã", village: "thôn" } as const;

export interface OverviewFrame {
  level: keyof typeof UNIT_NOUNS;
  period: string;
  today: string;
}

function prepareAverage(rows: UnitSheetRow[]): Overview["average"] {
  const counted = rows.filter((row) => isCountable(row.status, row.sheetBasis) && row.met !== null);
  const compared = counted.filter(
    (row) => isCountable(row.previousStatus, row.previousBasis) && row.previousMet !== null,
  );
  const sum = (list: UnitSheetRow[], pick: (row: UnitSheetRow) => number | null) =>
    list.reduce((total, row) => total + (pick(row) ?? 0), 0);
  return {
    value:
      counted.length > 0
        ? averageTenths(
            sum(counted, (row) => row.met),
            counted.length,
          )
        : null,
    change:
      compared.length > 0
        ? averageTenths(
            sum(compared, (row) => (row.met ?? 0) - (row.previousMet ?? 0)),
            compared.length,
          )
        : null,
    comparedUnits: compared.length,
    countedUnits: counted.length,
  };
}

function prepareComplete(rows: UnitSheetRow[]): Overview["complete"] {
  const isComplete = (met: number | null, total: number | null) =>
    met !== null && total !== null && total > 0 && met >= total;
  const before = rows.filter((row) => isCountable(row.previousStatus, row.previousBasis));
  return {
    count: rows.filter((row) => isCountable(row.status, row.sheetBasis) && isComplete(row.met, row.total))
      .length,
    previous:
      before.length > 0 ? before.filter((row) => isComplete(row.previousMet, row.total)).length : null,
    recognised: rows.filter((row) => row.recognition === "recognised").length,
  };
}

function prepareRanking(units: OverviewUnit[]): Overview["ranking"] {
  return units
    .flatMap((unit) =>
      unit.change === null || unit.met === null || unit.previousMet === null
        ? []
        : [
            {
              code: unit.code,
              label: unit.label,
              previous: unit.previousMet,
              current: unit.met,
              change: unit.change,
            },
          ],
    )
    .sort((a, b) => b.change - a.change);
}

/**
 * The overview of one scope, set and period from rows. Units that neither follow the set nor have a sheet
 * are named outside the grid. Averages, complete units and changes count only sheets that were sent or
 * recorded; drafts show in the grid, flagged.
 */
export function prepareOverview(rows: OverviewRows, frame: OverviewFrame): Overview {
  const inside = rows.units.filter((row) => row.enrolled || row.status !== null);
  const outside = rows.units.filter((row) => !row.enrolled && row.status === null);
  // A list of which only the size is known has no criteria of its own.
  const countedTotal =
    rows.criteria.filter((head) => head.isCounted).length ||
    Math.max(0, ...inside.map((row) => row.total ?? 0));
  const units = sortUnits(inside.map((row) => prepareUnit(row, rows.criteria, countedTotal)));
  const sending = prepareSending(inside);
  const ranking = prepareRanking(units);
  const unitNoun = UNIT_NOUNS[frame.level];
  const regressedUnits = units.filter((unit) => unit.regressedNumbers.length > 0);
  const hasFigures = units.some((unit) => unit.met !== null);
  const lastTouched = inside.reduce<Date | null>(
    (latest, row) =>
      row.sheetBasis === "scored" && row.updatedAt && (!latest || row.updatedAt > latest)
        ? row.updatedAt
        : latest,
    null,
  );
  return {
    unitNoun,
    criteria: rows.criteria,
    countedTotal,
    units,
    outside: outside.map((row) => ({ code: row.code, label: formatUnitLabel(row) })),
    metPerCriterion: countMetPerCriterion(units, rows.criteria),
    hasFigures,
    isIllustrative: inside.some((row) => row.isIllustrative || row.basis === "illustrative"),
    complete: prepareComplete(inside),
    average: prepareAverage(inside),
    regressed: {
      criteria: regressedUnits.reduce((total, unit) => total + unit.regressedNumbers.length, 0),
      units: regressedUnits.length,
    },
    sending,
    regressions: prepareRegressions(rows.regressions),
    overdue: prepareOverdue(rows.overdueTasks, sending, formatPeriod(frame.period), unitNoun, frame.today),
    overdueTotal: rows.overdueTasks[0]?.total ?? 0,
    trend: prepareTrend(rows.trend, frame.period),
    latestPeriod: hasFigures
      ? null
      : (rows.trend
          .map((row) => row.period)
          .sort()
          .at(-1) ?? null),
    ranking,
    changeCounts: {
      up: ranking.filter((row) => row.change > 0).length,
      same: ranking.filter((row) => row.change === 0).length,
      down: ranking.filter((row) => row.change < 0).length,
    },
    updatedAt: lastTouched?.toISOString() ?? null,
  };
}
