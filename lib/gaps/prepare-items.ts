import { countDaysBetween } from "@/lib/numbers/dates";
import { isOverdue, SOON_DAYS } from "@/lib/numbers/deadlines";
import { formatChange, formatGap, formatShortfall } from "@/lib/numbers/format";
import { formatPeriod, periodYear } from "@/lib/numbers/periods";
import { compareDecimals, subtractDecimals } from "@/lib/scoring/decimal";
import { displayState } from "@/lib/scoring/display";
import type { DecimalText, Direction } from "@/lib/scoring/types";
import { formatUnitLabel } from "@/lib/units/names";
import { describeThreshold, describeUnit, describeValue, nameThresholdSource } from "./threshold-text";
import type {
  CriterionGapRow,
  GapGroup,
  GapItem,
  GapRows,
  GapTaskRow,
  GapUnitRow,
  IndicatorGapRow,
  ThresholdLookup,
} from "./types";

/** From this share of the way on, a gap counts as little work. A choice of this product, not of any rule. */
const EASY_PROGRESS: DecimalText = "0.9";

const COMMUNE_COMMITTEE = "UBND";

interface Duties {
  taskTitle: string | null;
  taskDocument: string | null;
  otherTasks: number;
  owner: string;
  official: string | null;
  deadline: string | null;
  deadlineText: string | null;
}

function compareTasks(a: GapTaskRow, b: GapTaskRow): number {
  if (a.deadline === b.deadline) return a.id - b.id;
  if (a.deadline === null) return 1;
  if (b.deadline === null) return -1;
  return a.deadline < b.deadline ? -1 : 1;
}

/** Which way is better; null where a change has no better side. */
function isUpBetter(direction: Direction): boolean | null {
  if (direction === "lte" || direction === "lt") return false;
  return direction === "gte" || direction === "gt" || direction === "n_of_m" || direction === "level"
    ? true
    : null;
}

function describeChange(row: IndicatorGapRow): { change: string | null; isWorse: boolean } {
  if (row.value === null || row.previousValue === null) return { change: null, isWorse: false };
  const difference = subtractDecimals(row.value, row.previousValue);
  const sign = compareDecimals(difference, "0");
  const upBetter = isUpBetter(row.direction);
  return {
    change: formatChange(difference, row.decimals),
    isWorse: upBetter !== null && sign !== 0 && upBetter === sign < 0,
  };
}

function groupOf(
  verdict: GapItem["verdict"],
  progress: DecimalText | null,
  duties: Duties,
  today: string,
): GapGroup {
  // What nobody measured yet has no task to be late with, only a sheet to send.
  if (verdict !== "unmet") return "unmeasured";
  if (duties.deadline !== null) {
    if (isOverdue(duties.deadline, today)) return "overdue";
    if (countDaysBetween(today, duties.deadline) <= SOON_DAYS) return "soon";
  }
  return progress !== null && compareDecimals(progress, EASY_PROGRESS) >= 0 ? "easy" : "rest";
}

/** Who acts, with what, until when: the task's responsible body, else the department in charge, else the commune. */
class DutyBook {
  private readonly tasks = new Map<string, GapTaskRow[]>();
  private readonly verifiers = new Map<string, string>();
  private readonly officials = new Map<string, string>();

  constructor(
    rows: Pick<GapRows, "tasks" | "verifiers" | "officials">,
    private readonly period: string,
    /** The scope's own unit and those above it, nearest first: where departments sit. */
    private readonly line: number[],
  ) {
    for (const task of [...rows.tasks].sort(compareTasks)) {
      const key = `${task.unitId}:${task.criterionId}`;
      this.tasks.set(key, [...(this.tasks.get(key) ?? []), task]);
    }
    for (const row of rows.officials) this.officials.set(`${row.unitId}:${row.criterionId}`, row.official);
    for (const row of rows.verifiers) {
      const key = `${row.unitId}:${row.criterionId}`;
      if (!this.verifiers.has(key)) this.verifiers.set(key, row.position);
    }
  }

  find(unit: GapUnitRow, criterionId: number | null, verdict: GapItem["verdict"]): Duties {
    const committee = `${COMMUNE_COMMITTEE} ${unit.kind.toLocaleLowerCase("vi")}`;
    const tasks = this.tasks.get(`${unit.id}:${criterionId}`) ?? [];
    const task = tasks[0];
    const department = this.findVerifier(unit, criterionId);
    const official = this.officials.get(`${unit.id}:${criterionId}`) ?? null;
    if (task) {
      return {
        taskTitle: task.title,
        taskDocument: task.documentCode,
        otherTasks: tasks.length - 1,
        owner: task.bodies ?? department ?? committee,
        official,
        deadline: task.deadline,
        deadlineText: task.deadlineText,
      };
    }
    const isMissing = verdict === "missing" && unit.basis !== "recorded";
    return {
      taskTitle: isMissing ? `Nhập số liệu ${formatPeriod(this.period)}` : null,
      taskDocument: null,
      otherTasks: 0,
      owner: isMissing ? committee : (department ?? committee),
      official,
      deadline: isMissing ? unit.dueOn : null,
      deadlineText: null,
    };
  }

  private findVerifier(unit: GapUnitRow, criterionId: number | null): string | null {
    for (const id of [unit.parentId, ...this.line]) {
      const position = this.verifiers.get(`${id}:${criterionId}`);
      if (position) return position;
    }
    return null;
  }
}

function senseOf(direction: Direction): "at-least" | "at-most" | "other" {
  const isUp = isUpBetter(direction);
  return isUp === null ? "other" : isUp ? "at-least" : "at-most";
}

function prepareIndicator(
  row: IndicatorGapRow,
  unit: GapUnitRow,
  duties: Duties,
  lookup: ThresholdLookup,
  frame: GapFrame,
): GapItem {
  const stored =
    row.thresholdProvenance === null
      ? lookup(row.indicatorId, {
          province: unit.province,
          stratum: unit.stratum,
          communeType: unit.communeType,
          year: periodYear(frame.period),
        })
      : {
          value: row.threshold,
          valueMax: row.thresholdMax,
          outOf: row.thresholdOutOf,
          gradeValue: row.thresholdGrade,
          provenance: row.thresholdProvenance,
          source: row.thresholdSource ?? "",
        };
  const threshold = stored ? describeThreshold({ direction: row.direction, ...stored }, row.decimals) : null;
  // An at-least gap needs no unit beside it; the unit has its own column.
  const bareGap = row.gap === null ? null : formatGap(row.gap, "", row.decimals);
  return {
    key: `${unit.code}-${row.code}`,
    kind: "indicator",
    weight: 1,
    unitCode: unit.code,
    unitLabel: formatUnitLabel(unit),
    number: row.number,
    criterionTitle: row.criterionTitle,
    code: row.code,
    title: row.title,
    verdict: row.verdict,
    state: displayState({ verdict: row.verdict, isNear: false }, row.previousVerdict),
    measureUnit: describeUnit(row.direction, row.unit),
    value: describeValue(row, row.decimals, stored?.value ?? null),
    threshold,
    thresholdSource: nameThresholdSource(
      threshold === null ? null : (stored?.provenance ?? null),
      row.delegated,
    ),
    thresholdText: threshold === null ? null : (stored?.source ?? null),
    gap: bareGap,
    gapWords:
      row.gap === null ? null : formatShortfall(row.gap, row.unit, row.decimals, senseOf(row.direction)),
    progress: row.progress,
    ...describeChange(row),
    ...duties,
    group: groupOf(row.verdict, row.progress, duties, frame.today),
  };
}

const NO_MEASURE = {
  measureUnit: "",
  value: null,
  threshold: null,
  thresholdSource: null,
  thresholdText: null,
  gap: null,
  gapWords: null,
  progress: null,
  change: null,
  isWorse: false,
} as const;

function prepareCriterion(row: CriterionGapRow, unit: GapUnitRow, duties: Duties, today: string): GapItem {
  return {
    ...NO_MEASURE,
    key: `${unit.code}-c${row.number}`,
    kind: "criterion",
    weight: 1,
    unitCode: unit.code,
    unitLabel: formatUnitLabel(unit),
    number: row.number,
    criterionTitle: row.criterionTitle,
    code: null,
    title: row.criterionTitle,
    verdict: row.verdict,
    state: displayState({ verdict: row.verdict, isNear: false }, row.previousVerdict),
    ...duties,
    group: groupOf(row.verdict, null, duties, today),
  };
}

function prepareSheet(unit: GapUnitRow, indicatorCount: number, duties: Duties): GapItem {
  return {
    ...NO_MEASURE,
    key: `${unit.code}-sheet`,
    kind: "sheet",
    weight: indicatorCount,
    unitCode: unit.code,
    unitLabel: formatUnitLabel(unit),
    number: null,
    criterionTitle: null,
    code: null,
    title: `Cả phiếu, ${indicatorCount} chỉ tiêu`,
    verdict: "missing",
    state: "missing",
    ...duties,
    group: "unmeasured",
  };
}

export interface GapFrame {
  period: string;
  today: string;
  /** Ids of the scope's unit and those above it, nearest first. */
  line: number[];
}

/** A unit that should have a sheet and has not begun it. */
export function isUnbegun(unit: GapUnitRow): boolean {
  return unit.basis === null ? unit.enrolled : unit.basis === "scored" && unit.entered === 0;
}

/** Every gap of the scope as one row each, in the order of units and set. */
export function prepareGapItems(rows: GapRows, lookup: ThresholdLookup, frame: GapFrame): GapItem[] {
  const book = new DutyBook(rows, frame.period, frame.line);
  const byUnit = <T extends { unitId: number }>(list: T[]) => {
    const map = new Map<number, T[]>();
    for (const row of list) {
      const own = map.get(row.unitId);
      if (own) own.push(row);
      else map.set(row.unitId, [row]);
    }
    return map;
  };
  const indicators = byUnit(rows.indicators);
  const criteria = byUnit(rows.criteria);
  return rows.units.flatMap((unit) => {
    if (isUnbegun(unit)) return [prepareSheet(unit, rows.indicatorCount, book.find(unit, null, "missing"))];
    return [
      ...(criteria.get(unit.id) ?? []).map((row) =>
        prepareCriterion(row, unit, book.find(unit, row.criterionId, row.verdict), frame.today),
      ),
      ...(indicators.get(unit.id) ?? []).map((row) =>
        prepareIndicator(row, unit, book.find(unit, row.criterionId, row.verdict), lookup, frame),
      ),
    ];
  });
}
