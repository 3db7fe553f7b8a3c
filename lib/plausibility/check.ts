import { formatDecimal, formatGap, formatMeasure } from "@/lib/numbers/format";
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  divideDecimals,
  maxDecimal,
  multiplyDecimals,
  signOfDecimal,
  subtractDecimals,
} from "@/lib/scoring/decimal";
import type {
  DecimalText,
  ExemptionMap,
  FigureInput,
  ResolvedIndicator,
  ResolvedSet,
} from "@/lib/scoring/types";
import type {
  Finding,
  Operand,
  PlausibilityGround,
  PlausibilityRule,
  Selection,
  SheetFigures,
} from "./types";

interface Place {
  indicator: ResolvedIndicator;
}

interface Scene extends SheetFigures {
  ground: PlausibilityGround;
  byCode: ReadonlyMap<string, Place>;
  fields: readonly ResolvedIndicator[];
}

/** Fields with a figure to check; those that do not apply are left out, with their limbs. */
function listFields(set: ResolvedSet, exemptions: ExemptionMap): ResolvedIndicator[] {
  const visit = (indicators: readonly ResolvedIndicator[]): ResolvedIndicator[] =>
    indicators.flatMap((indicator) => {
      if (exemptions[indicator.id] !== undefined) return [];
      return indicator.limbs.length > 0 ? visit(indicator.limbs) : [indicator];
    });
  return set.criteria.flatMap((criterion) => visit(criterion.indicators));
}

const partOf = (figure: FigureInput | undefined, operand: Operand): DecimalText | null =>
  figure?.[operand.part] ?? null;

function readOperand(
  scene: Scene,
  operand: Operand,
): { indicator: ResolvedIndicator; value: DecimalText } | null {
  const place = scene.byCode.get(operand.indicator);
  if (!place) return null;
  const value = partOf(scene.figures[place.indicator.id], operand);
  return value === null ? null : { indicator: place.indicator, value };
}

function isChosen(select: Selection, indicator: ResolvedIndicator): boolean {
  return (
    select.indicators?.includes(indicator.code) === true || select.kinds?.includes(indicator.kind) === true
  );
}

/** A quotient can have any number of digits; two tell enough. */
const digitsOf = (value: DecimalText) => Math.min(value.split(".")[1]?.length ?? 0, 2);
const show = (value: DecimalText) => formatDecimal(value, digitsOf(value));
const measure = (value: DecimalText, unit: string) =>
  unit.trim() === "%" ? formatMeasure(value, "%", digitsOf(value)) : show(value);

/** Puts texts into the slots of a rule's sentence: "{left} lớn hơn {right}". */
export function fillMessage(message: string, slots: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

type Hit = { indicator: ResolvedIndicator; slots: Record<string, string> };

function holds(op: "lte" | "lt" | "eq", left: DecimalText, right: DecimalText): boolean {
  const order = compareDecimals(left, right);
  return op === "eq" ? order === 0 : op === "lt" ? order < 0 : order <= 0;
}

function checkCompare(rule: PlausibilityRule & { kind: "compare" }, scene: Scene): Hit[] {
  const left = readOperand(scene, rule.left);
  const right = readOperand(scene, rule.right);
  if (!left || !right || holds(rule.op, left.value, right.value)) return [];
  const unit = (operand: Operand, one: ResolvedIndicator) => (operand.part === "value" ? one.unit : "");
  const slots = {
    left: measure(left.value, unit(rule.left, left.indicator)),
    right: measure(right.value, unit(rule.right, right.indicator)),
    leftCode: left.indicator.code,
    rightCode: right.indicator.code,
  };
  return [{ indicator: left.indicator, slots }];
}

function checkSum(rule: PlausibilityRule & { kind: "sum" }, scene: Scene): Hit[] {
  const whole = readOperand(scene, rule.whole);
  const parts = rule.parts.map((part) => readOperand(scene, part));
  if (!whole) return [];
  let sum = "0";
  for (const part of parts) {
    if (!part) return [];
    sum = addDecimals(sum, part.value);
  }
  const over = subtractDecimals(sum, whole.value);
  const off = rule.op === "eq" ? absDecimal(over) : over;
  if (compareDecimals(off, rule.tolerance) <= 0) return [];
  const slots = { sum: show(sum), whole: show(whole.value), wholeCode: whole.indicator.code };
  return [{ indicator: whole.indicator, slots }];
}

function checkJump(rule: PlausibilityRule & { kind: "jump" }, scene: Scene): Hit[] {
  return scene.fields.flatMap((indicator) => {
    if (!isChosen(rule.select, indicator)) return [];
    const value = scene.figures[indicator.id]?.value ?? null;
    const previous = scene.previous[indicator.id]?.value ?? null;
    if (value === null || previous === null) return [];
    const change = subtractDecimals(value, previous);
    const size = absDecimal(change);
    const limit =
      rule.mode === "points"
        ? rule.limit
        : divideDecimals(multiplyDecimals(absDecimal(previous), rule.limit), "100", 6);
    // From nothing to something is no jump in percent: there is nothing to measure it by.
    if (rule.mode === "relative" && signOfDecimal(previous) === 0) return [];
    if (compareDecimals(size, limit) <= 0) return [];
    const slots = {
      change: `${signOfDecimal(change) > 0 ? "Tăng" : "Giảm"} ${formatGap(size, indicator.unit, digitsOf(size))}`,
      value: measure(value, indicator.unit),
      previous: measure(previous, indicator.unit),
      previousLabel: scene.ground.previousLabel,
    };
    return [{ indicator, slots }];
  });
}

function checkOutlier(rule: PlausibilityRule & { kind: "outlier" }, scene: Scene): Hit[] {
  return scene.fields.flatMap((indicator) => {
    if (!isChosen(rule.select, indicator)) return [];
    const value = scene.figures[indicator.id]?.value ?? null;
    const peers = scene.ground.peers[indicator.id];
    if (value === null || !peers || peers.count < rule.minPeers) return [];
    const distance = absDecimal(subtractDecimals(value, peers.median));
    const spread = maxDecimal(peers.spread, rule.minSpread);
    if (compareDecimals(distance, multiplyDecimals(spread, rule.k)) <= 0) return [];
    const slots = {
      value: measure(value, indicator.unit),
      median: measure(peers.median, indicator.unit),
      count: formatDecimal(String(peers.count)),
      previousLabel: scene.ground.previousLabel,
    };
    return [{ indicator, slots }];
  });
}

function hasDropped(indicator: ResolvedIndicator, now?: FigureInput, before?: FigureInput): boolean {
  if (before?.booleanValue === true) return now?.booleanValue === false;
  const { gradeScale } = indicator;
  if (!before?.gradeValue || !now?.gradeValue) return false;
  return gradeScale.indexOf(now.gradeValue) < gradeScale.indexOf(before.gradeValue);
}

function sayWord(figure: FigureInput | undefined): string {
  if (typeof figure?.booleanValue === "boolean") return figure.booleanValue ? "Đạt" : "Chưa đạt";
  return figure?.gradeValue ?? "";
}

function checkNote(rule: PlausibilityRule & { kind: "note" }, scene: Scene): Hit[] {
  return scene.fields.flatMap((indicator) => {
    const now = scene.figures[indicator.id];
    const before = scene.previous[indicator.id];
    if (!isChosen(rule.select, indicator) || !hasDropped(indicator, now, before)) return [];
    const slots = {
      value: sayWord(now),
      previous: sayWord(before),
      previousLabel: scene.ground.previousLabel,
    };
    return [{ indicator, slots }];
  });
}

function checkRule(rule: PlausibilityRule, scene: Scene): Hit[] {
  switch (rule.kind) {
    case "compare":
      return checkCompare(rule, scene);
    case "sum":
      return checkSum(rule, scene);
    case "jump":
      return checkJump(rule, scene);
    case "outlier":
      return checkOutlier(rule, scene);
    case "note":
      return checkNote(rule, scene);
  }
}

/**
 * Everything that looks wrong in a sheet, in its order, errors before warnings within a field. The same function
 * runs under the cell while typing, in the importer and before sending. Figures that are not there are not judged;
 * a warning whose figure has a note is explained. One field has at most one warning of a kind of doubt about its
 * size: who explains the jump has explained the outlier.
 */
export function checkSheet(
  set: ResolvedSet,
  exemptions: ExemptionMap,
  sheet: SheetFigures,
  ground: PlausibilityGround,
): Finding[] {
  if (ground.rules.length === 0) return [];
  const fields = listFields(set, exemptions);
  const scene: Scene = {
    ...sheet,
    ground,
    fields,
    byCode: new Map(fields.map((indicator) => [indicator.code, { indicator }])),
  };
  const byField = new Map<number, Finding[]>();
  for (const rule of ground.rules) {
    for (const { indicator, slots } of checkRule(rule, scene)) {
      const note = sheet.notes[indicator.id]?.trim() ?? "";
      const found = byField.get(indicator.id) ?? [];
      found.push({
        rule: rule.code,
        severity: rule.severity,
        indicatorId: indicator.id,
        code: indicator.code,
        message: fillMessage(rule.message, slots),
        isExplained: rule.severity === "warning" && note !== "",
      });
      byField.set(indicator.id, found);
    }
  }
  return fields.flatMap((indicator) => {
    const found = byField.get(indicator.id) ?? [];
    const errors = found.filter(({ severity }) => severity === "error");
    return [...errors, ...found.filter(({ severity }) => severity === "warning").slice(0, 1)];
  });
}

/** What still keeps a sheet from being sent: errors, and warnings without a note. */
export function listBlocking(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, isExplained }) => severity === "error" || !isExplained);
}
