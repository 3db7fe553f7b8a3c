/**
 * The project's own format of a source document (prisma/data/documents): its hard facts exactly as printed, its
 * tasks and shortcomings in our own short words, and what follows from it for units, targets and results.
 * A number or day that the copy does not print is null here and stays unknown everywhere.
 */
import { z } from "zod";
import { decimalText, directionName, shortText } from "@/lib/criteria/schema";

const isoDay = z.iso.date({ error: "cần một ngày dạng 2024-12-31" });
const period = z.string().regex(/^\d{4}-Q[1-4]$/, { error: "cần một kỳ dạng 2024-Q4" });
const unitCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "mã đơn vị chỉ gồm chữ thường và số" });
const text = shortText.nullable();
const count = z.int().min(0);

const unit = z
  .strictObject({
    code: unitCode,
    level: z.enum(["province", "district", "commune", "village"]),
    kind: shortText,
    name: shortText,
    parent: unitCode.nullable(),
    basis: z.enum(["stated", "implied", "inferred", "illustrative"]),
    basisNote: text,
    sortOrder: count,
  })
  .refine((value) => value.basis !== "inferred" || value.basisNote !== null, {
    path: ["basisNote"],
    error: "đơn vị suy luận phải ghi rõ dựa vào đâu",
  });

const fact = z
  .strictObject({
    key: shortText,
    kind: z.enum(["actual", "target", "assessment", "project"]),
    groupTitle: text,
    itemNumber: count.nullable(),
    label: shortText,
    printed: shortText,
    value: decimalText.nullable(),
    unitOfMeasure: text,
    periodText: text,
    sourceLine: z.int().positive(),
    note: text,
    printedPercent: decimalText.nullable(),
    computedPercent: decimalText.nullable(),
    isInconsistent: z.boolean(),
  })
  .refine((value) => !value.isInconsistent || value.note !== null, {
    path: ["note"],
    error: "số liệu mâu thuẫn phải có ghi chú",
  });

const target = z.strictObject({
  unit: unitCode,
  scopeUnit: unitCode.nullable(),
  set: text,
  criterion: count.nullable(),
  indicator: text,
  factKey: shortText,
  label: shortText,
  year: z.int().nullable(),
  quarter: z.int().min(1).max(4).nullable(),
  periodText: text,
  direction: directionName,
  value: decimalText.nullable(),
  valueMax: decimalText.nullable(),
  outOf: z.int().positive().nullable(),
  gradeValue: text,
  unitOfMeasure: shortText,
  printed: shortText,
  dueOn: isoDay.nullable(),
  note: text,
});

const task = z.strictObject({
  unit: unitCode,
  key: shortText,
  reference: text,
  criterion: z.strictObject({ set: shortText, number: count }).nullable(),
  title: shortText,
  bodies: z.array(
    z.strictObject({ role: z.enum(["responsible", "coordinating", "accountable"]), name: shortText }),
  ),
  deadline: isoDay.nullable(),
  deadlineText: text,
  recurrence: text,
  reportTo: text,
  note: text,
});

const milestone = z.strictObject({
  unit: unitCode,
  set: shortText,
  criterion: count.nullable(),
  title: shortText,
  targetMet: z.int().positive().nullable(),
  duePeriod: period,
  dueOn: isoDay,
  dueText: shortText,
});

/** A result that a document gives without the figures behind it. */
const recordedResult = z
  .strictObject({
    unit: unitCode,
    set: shortText,
    period,
    asOf: isoDay.nullable(),
    metPhrase: text,
    /** What of it is derived rather than printed. */
    derivedNote: text,
    met: count,
    unmet: count,
    total: count,
    unmetCriteria: z.array(count),
    metCriteriaDerived: z.array(count),
  })
  .superRefine((value, context) => {
    const fail = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (value.met + value.unmet !== value.total) fail("total", "số đạt cộng số chưa đạt khác tổng số");
    if (value.unmetCriteria.length > value.unmet) fail("unmetCriteria", "kể tên nhiều hơn số chưa đạt");
    if (value.metCriteriaDerived.length > value.met) fail("metCriteriaDerived", "nhiều hơn số đạt");
    if (value.metCriteriaDerived.some((number) => value.unmetCriteria.includes(number))) {
      fail("metCriteriaDerived", "một tiêu chí vừa đạt vừa chưa đạt");
    }
    if (value.metCriteriaDerived.length > 0 && value.derivedNote === null) {
      fail("derivedNote", "kết quả suy ra phải ghi rõ suy từ đâu");
    }
  });

const village = z
  .strictObject({
    commune: unitCode,
    village: unitCode.nullable(),
    set: text,
    standard: shortText,
    status: z.enum(["met", "maintained", "target"]),
    countMet: count.nullable(),
    countTotal: z.int().positive().nullable(),
    asOfText: shortText,
    dueOn: isoDay.nullable(),
    note: text,
  })
  .refine((value) => (value.village === null) !== (value.countTotal === null), {
    path: ["village"],
    error: "mỗi dòng là một thôn có tên, hoặc một số đếm",
  });

export const documentFile = z
  .strictObject({
    formatVersion: z.literal(1),
    code: unitCode,
    type: z.enum(["resolution", "conclusion_notice", "directive", "plan", "report"]),
    regime: z.enum(["party", "state"]),
    numberText: text,
    issuerName: shortText,
    issuerParent: text,
    issuingBody: text,
    issuerUnit: unitCode.nullable(),
    place: text,
    issuedOn: isoDay.nullable(),
    dateText: text,
    subject: shortText,
    signature: z.strictObject({
      authorityLines: z.array(shortText),
      position: shortText,
      name: shortText,
      note: text,
    }),
    recipients: z.array(shortText),
    meeting: z
      .strictObject({
        date: isoDay,
        dateText: shortText,
        programme: text,
        counterparts: z.array(shortText),
        attendingBodies: z.array(shortText),
      })
      .nullable(),
    limitations: z.array(shortText),
    causes: z.array(shortText),
    closing: text,
    anomalies: z.array(shortText),
    references: z.array(
      z.strictObject({ type: shortText, number: text, date: isoDay.nullable(), issuer: text, subject: text }),
    ),
    sourceFile: shortText,
    subjects: z.array(unitCode).min(1),
    units: z.array(unit),
    enrolments: z.array(
      z.strictObject({
        unit: unitCode,
        set: shortText,
        registeredYear: z.int().nullable(),
        stratum: text,
        communeType: text,
        recognition: z.enum(["none", "registered", "recognised", "revoked"]),
        stratumNote: text,
      }),
    ),
    facts: z.array(fact),
    targets: z.array(target),
    tasks: z.array(task),
    milestones: z.array(milestone),
    results: z.array(recordedResult),
    villages: z.array(village),
  })
  .superRefine((file, context) => {
    const keys = new Set<string>();
    file.facts.forEach((entry, index) => {
      if (keys.has(entry.key)) {
        context.addIssue({
          code: "custom",
          path: ["facts", index, "key"],
          message: `trùng khóa ${entry.key}`,
        });
      }
      keys.add(entry.key);
    });
    file.targets.forEach((entry, index) => {
      if (!keys.has(entry.factKey)) {
        const message = `không có số liệu nào mang khóa ${entry.factKey}`;
        context.addIssue({ code: "custom", path: ["targets", index, "factKey"], message });
      }
    });
  });

export type DocumentFile = z.infer<typeof documentFile>;
