import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/server/generated/client";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let db: PrismaClient;
/** Ids of one row of each kind, the ground every test stands on. */
const ids = { province: 0, commune: 0, set: 0, criterion: 0, indicator: 0, submission: 0, document: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  const province = await db.administrativeUnit.create({
    data: { code: "tinh-a", level: "province", kind: "Tỉnh", name: "A", searchName: "tinh a" },
  });
  const commune = await db.administrativeUnit.create({
    data: {
      code: "xa-a",
      level: "commune",
      kind: "Xã",
      name: "A",
      searchName: "xa a",
      parentId: province.id,
    },
  });
  const set = await db.criteriaSet.create({
    data: {
      code: "A",
      title: "A",
      shortTitle: "A",
      level: "commune",
      periodFrom: 2021,
      citation: "A",
      checksum: "a",
    },
  });
  const criterion = await db.criterion.create({
    data: { setId: set.id, number: 1, title: "A", shortTitle: "A" },
  });
  const indicator = await db.indicator.create({
    data: {
      criterionId: criterion.id,
      code: "1.1",
      sortOrder: 1,
      title: "A",
      unit: "%",
      kind: "percent",
      direction: "gte",
      wordingProvenance: "sourced",
    },
  });
  const document = await db.directiveDocument.create({
    data: {
      code: "a",
      type: "plan",
      regime: "state",
      issuerName: "A",
      subject: "A",
      signature: {},
      sourceFile: "a",
      searchText: "a",
    },
  });
  const submission = await db.submission.create({
    data: {
      unitId: commune.id,
      setId: set.id,
      period: "2024-Q3",
      missingCount: 1,
      totalCount: 1,
      indicatorCount: 1,
    },
  });
  Object.assign(ids, {
    province: province.id,
    commune: commune.id,
    set: set.id,
    criterion: criterion.id,
    indicator: indicator.id,
    document: document.id,
    submission: submission.id,
  });
});

afterAll(async () => database.drop());

type Row = Record<string, string | number | boolean | null>;

/** A valid row of each table; every refused row below differs from it in one respect. */
const VALID: Record<string, () => Row> = {
  AdministrativeUnit: () => ({
    code: `xa-${Math.random().toString(36).slice(2)}`,
    level: "commune",
    kind: "Xã",
    name: "B",
    searchName: "xa b",
    parentId: ids.province,
  }),
  UnitSuccession: () => ({
    predecessorId: ids.province,
    successorId: ids.commune,
    effectiveOn: "2025-07-01",
  }),
  CriteriaSet: () => ({
    code: Math.random().toString(36),
    title: "B",
    shortTitle: "B",
    level: "commune",
    periodFrom: 2021,
    citation: "B",
    checksum: "b",
  }),
  Criterion: () => ({
    setId: ids.set,
    number: 50 + Math.floor(Math.random() * 1e6),
    title: "B",
    shortTitle: "B",
  }),
  Indicator: () => ({
    criterionId: ids.criterion,
    code: Math.random().toString(36),
    sortOrder: 2,
    title: "B",
    unit: "%",
    kind: "percent",
    direction: "gte",
    wordingProvenance: "sourced",
  }),
  Threshold: () => ({
    indicatorId: ids.indicator,
    year: 2000 + Math.floor(Math.random() * 90),
    value: "95",
    provenance: "sourced",
    source: "B",
  }),
  Enrolment: () => ({ unitId: ids.commune, setId: ids.set, registeredYear: 2024 }),
  Target: () => ({
    unitId: ids.commune,
    label: "B",
    year: 2024,
    quarter: 4,
    direction: "gte",
    value: "1",
    unitOfMeasure: "%",
    printed: "1 %",
  }),
  Milestone: () => ({
    unitId: ids.commune,
    setId: ids.set,
    title: "B",
    duePeriod: "2024-Q4",
    dueOn: "2024-12-31",
    dueText: "B",
  }),
  VillageProgress: () => ({
    communeId: ids.commune,
    standard: "B",
    status: "met",
    countMet: 5,
    countTotal: 7,
    asOfText: "2023",
  }),
  PeriodDeadline: () => ({
    setId: ids.set,
    period: `${2000 + Math.floor(Math.random() * 999)}-Q1`,
    dueOn: "2024-12-25",
  }),
  Submission: () => ({
    unitId: ids.commune,
    setId: ids.set,
    period: `${2000 + Math.floor(Math.random() * 7999)}-Q1`,
    missingCount: 1,
    totalCount: 1,
    indicatorCount: 1,
    updatedAt: "2024-01-01",
  }),
  Figure: () => ({ submissionId: ids.submission, indicatorId: ids.indicator, value: "94.5" }),
  IndicatorVerdict: () => ({
    submissionId: ids.submission,
    indicatorId: ids.indicator,
    verdict: "unmet",
    gap: "0.5",
  }),
  CriterionVerdict: () => ({
    submissionId: ids.submission,
    criterionId: ids.criterion,
    verdict: "unmet",
    metIndicators: 0,
    totalIndicators: 1,
  }),
  Exemption: () => ({
    unitId: ids.commune,
    indicatorId: ids.indicator,
    fromPeriod: "2024-Q1",
    reason: "B",
    documentText: "B",
  }),
  DocumentFact: () => ({
    documentId: ids.document,
    key: Math.random().toString(36),
    kind: "actual",
    label: "B",
    printed: "B",
  }),
  Task: () => ({ unitId: ids.commune, title: "B", updatedAt: "2024-01-01" }),
  User: () => ({
    username: `b${Math.random().toString(36).slice(2)}`,
    displayName: "B",
    position: "B",
    passwordHash: "$argon2id$v=19$x",
    role: "viewer",
    unitId: ids.commune,
  }),
};

class Undo extends Error {}

/** Inserts by plain SQL, past every check of the program, and undoes it. Returns the name of the rule that refused. */
async function tryInsert(table: string, change: Row): Promise<string> {
  const row: Row = { ...VALID[table]?.(), ...change };
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const values = Object.values(row).map((value) =>
    value === null ? "null" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value),
  );
  const sql = `insert into "${table}" (${columns.join(", ")}) values (${values.join(", ")})`;
  try {
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(sql);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return "accepted";
    return JSON.stringify(error, Object.getOwnPropertyNames(error));
  }
  return "accepted";
}

describe("the database itself", () => {
  it.each(Object.keys(VALID))("accepts a sound row of %s", async (table) => {
    expect(await tryInsert(table, {})).toBe("accepted");
  });

  it.each<[table: string, change: Row, rule: string]>([
    ["AdministrativeUnit", { code: "Xã A" }, "AdministrativeUnit_code_form"],
    [
      "AdministrativeUnit",
      { validFrom: "2025-07-01", validTo: "2025-07-01" },
      "AdministrativeUnit_validity_order",
    ],
    ["AdministrativeUnit", { basis: "inferred" }, "AdministrativeUnit_basis_explained"],
    ["CriteriaSet", { periodFrom: 19 }, "CriteriaSet_period_from_range"],
    ["CriteriaSet", { periodTo: 2020 }, "CriteriaSet_period_order"],
    ["CriteriaSet", { isComplete: false }, "CriteriaSet_incomplete_explained"],
    ["Criterion", { rule: "k_of_n" }, "Criterion_rule_parameter"],
    ["Criterion", { number: -1 }, "Criterion_number_range"],
    ["Indicator", { decimals: 7 }, "Indicator_decimals_range"],
    ["Indicator", { minValue: "100", maxValue: "0" }, "Indicator_value_range"],
    ["Indicator", { confidence: "1.5" }, "Indicator_confidence_range"],
    ["Threshold", { year: 20240 }, "Threshold_year_range"],
    ["Threshold", { valueMax: "94" }, "Threshold_range_order"],
    ["Threshold", { value: "3", outOf: 2 }, "Threshold_out_of"],
    ["Threshold", { value: null }, "Threshold_empty_is_unknown"],
    ["Enrolment", { registeredYear: 24 }, "Enrolment_year_range"],
    ["Enrolment", { recognisedOn: "2024-01-01" }, "Enrolment_recognised_status"],
    ["Target", { quarter: 5 }, "Target_quarter_range"],
    ["Target", { year: null }, "Target_quarter_of_year"],
    ["Target", { valueMax: "0.5" }, "Target_range_order"],
    ["Milestone", { duePeriod: "2024-Q5" }, "Milestone_period_form"],
    ["Milestone", { targetMet: 0 }, "Milestone_target_positive"],
    ["VillageProgress", { countMet: 8 }, "VillageProgress_counts"],
    ["VillageProgress", { countTotal: null }, "VillageProgress_counts"],
    ["PeriodDeadline", { period: "Q4/2024" }, "PeriodDeadline_period_form"],
    ["Submission", { period: "2024-10" }, "Submission_period_form"],
    ["Submission", { metCount: 1 }, "Submission_counts_add_up"],
    ["Submission", { metCount: -1, unmetCount: 1 }, "Submission_counts_not_negative"],
    ["Submission", { enteredCount: 2 }, "Submission_entered_range"],
    ["Submission", { basis: "recorded" }, "Submission_recorded_document"],
    ["Submission", { status: "submitted" }, "Submission_sent_at"],
    [
      "Submission",
      { status: "returned", submittedAt: "2024-01-01", returnReason: " " },
      "Submission_return_reason",
    ],
    ["Figure", { booleanValue: true }, "Figure_one_kind_of_value"],
    ["Figure", { numerator: "5" }, "Figure_ratio_pair"],
    ["Figure", { numerator: "0", denominator: "0", value: "0" }, "Figure_denominator_positive"],
    ["Figure", { numerator: "-1", denominator: "2", value: "-50" }, "Figure_numerator_not_negative"],
    ["Figure", { numerator: "1", denominator: "3", value: "34" }, "Figure_ratio_value"],
    ["Figure", { numerator: "1", denominator: "3", value: null }, "Figure_ratio_value"],
    ["IndicatorVerdict", { gap: "-0.1" }, "IndicatorVerdict_gap_not_negative"],
    ["IndicatorVerdict", { verdict: "met" }, "IndicatorVerdict_gap_when_unmet"],
    ["IndicatorVerdict", { progress: "1.1" }, "IndicatorVerdict_progress_range"],
    ["IndicatorVerdict", { isNear: true }, "IndicatorVerdict_near_is_met"],
    ["CriterionVerdict", { metIndicators: 2 }, "CriterionVerdict_counts"],
    ["Exemption", { fromPeriod: "2024" }, "Exemption_from_form"],
    ["Exemption", { toPeriod: "2023-Q4" }, "Exemption_to_form"],
    ["Exemption", { reason: "  " }, "Exemption_explained"],
    ["DocumentFact", { sourceLine: 0 }, "DocumentFact_source_line_positive"],
    ["Task", { title: " " }, "Task_titled"],
    ["User", { username: "Có Dấu" }, "User_username_form"],
    ["User", { passwordHash: "Demo-NTM-2026" }, "User_password_hashed"],
  ])("refuses %s %o by %s", async (table, change, rule) => {
    expect(await tryInsert(table, change)).toContain(rule);
  });

  it("accepts a quotient rounded to six decimals, as a share or in percent", async () => {
    expect(await tryInsert("Figure", { numerator: "1", denominator: "3", value: "33.333333" })).toBe(
      "accepted",
    );
    expect(await tryInsert("Figure", { numerator: "2", denominator: "3", value: "0.666667" })).toBe(
      "accepted",
    );
  });

  it("accepts a threshold without a number when nobody has sourced it, or when it is a word", async () => {
    expect(await tryInsert("Threshold", { value: null, provenance: "unknown" })).toBe("accepted");
    expect(await tryInsert("Threshold", { value: null, gradeValue: "Đạt" })).toBe("accepted");
  });

  it("refuses a second threshold with the same selectors, empty ones included", async () => {
    const data = { indicatorId: ids.indicator, value: "90", provenance: "sourced", source: "B" } as const;
    await db.threshold.create({ data });
    await expect(db.threshold.create({ data })).rejects.toMatchObject({ code: "P2002" });
    await expect(db.threshold.create({ data: { ...data, provinceId: ids.province } })).resolves.toBeTruthy();
  });

  it("refuses a second common deadline of one period", async () => {
    const data = { setId: ids.set, period: "2024-Q4", dueOn: new Date("2024-12-25") };
    await db.periodDeadline.create({ data });
    await expect(db.periodDeadline.create({ data })).rejects.toMatchObject({ code: "P2002" });
    await expect(
      db.periodDeadline.create({ data: { ...data, unitId: ids.commune, reason: "Bão số 3" } }),
    ).resolves.toBeTruthy();
  });

  it("refuses a unit below itself, below its own level, or in a circle", async () => {
    const name = /AdministrativeUnit_(not_own_parent|parent_level)|higher level|children of its new level/;
    const move = (id: number, data: { parentId?: number; level?: "province" | "village" }) =>
      db.administrativeUnit.update({ where: { id }, data });
    await expect(move(ids.commune, { parentId: ids.commune })).rejects.toThrow(name);
    await expect(move(ids.province, { parentId: ids.commune })).rejects.toThrow(name);
    await expect(move(ids.province, { level: "village" })).rejects.toThrow(name);
  });

  it("keeps the audit trail as it was written", async () => {
    await db.auditEvent.create({ data: { actorName: "A", act: "a", entity: "A", entityId: "1" } });
    await expect(db.auditEvent.updateMany({ data: { act: "b" } })).rejects.toThrow(/append-only/);
    await expect(db.auditEvent.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.$executeRawUnsafe('truncate "AuditEvent"')).rejects.toThrow(/append-only/);
    expect(await db.auditEvent.findMany({ select: { act: true } })).toEqual([{ act: "a" }]);
  });
});
