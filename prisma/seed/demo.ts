import { hash } from "@node-rs/argon2";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { listPeriods, periodEnd } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import type { PrismaClient } from "@/lib/server/generated/client";
import { insertSheets } from "./bulk";
import { placeAssignments } from "./demo-assignments";
import { placeReviews } from "./demo-reviews";
import { type DemoFile, demoFile, overlayFile } from "./demo-schema";
import { drawSheets } from "./demo-sheets";
import { placeDemoUnits, placeVillageProgress } from "./demo-units";
import { placeTargets, placeTasks } from "./demo-work";
import { parseOwnFile, readDataFile } from "./files";
import { type Lookups, loadLookups } from "./lookups";

export interface SeededDemo {
  outcome: "created" | "unchanged";
  communes: number;
  submissions: number;
  figures: number;
  users: number;
}

/** Known to everybody: the reason why demo accounts exist only where NTM_DEMO=1. */
const DEMO_PASSWORD = "Demo-NTM-2026";

const NOTHING: SeededDemo = { outcome: "unchanged", communes: 0, submissions: 0, figures: 0, users: 0 };

/**
 * Adds the fictional district with its illustrative figures, and the demo accounts. All or nothing, once.
 * Needs `loadReferenceData` and `loadSourceDocuments` first.
 * @param options.passwordHash argon2id hash for every account; for tests, which need no slow hashing
 * @throws Error unless NTM_DEMO=1: accounts with a published password must never reach a real office
 */
export async function seedDemo(
  db: PrismaClient,
  options: { passwordHash?: string } = {},
): Promise<SeededDemo> {
  if (process.env.NTM_DEMO !== "1") {
    throw new Error(
      "The demonstration data is refused: NTM_DEMO is not 1. Its accounts share a published password, so they are made only for a demonstration.",
    );
  }
  const file = parseOwnFile(demoFile, readDataFile("demo/huyen-mau.json"));
  const isThere = await db.administrativeUnit.count({ where: { code: file.district.code } });
  if (isThere > 0) return NOTHING;
  const passwordHash = options.passwordHash ?? (await hash(DEMO_PASSWORD));
  return db.$transaction((tx) => placeDemo(tx, file, passwordHash), { timeout: 120_000 });
}

async function placeDemo(tx: Transaction, file: DemoFile, passwordHash: string): Promise<SeededDemo> {
  await placeDemoUnits(tx, file);
  let find = await loadLookups(tx);
  await placeOverlay(tx, find);
  await placeEnrolments(tx, find, file);
  await placeUsers(tx, find, file, passwordHash);
  const set = await loadSetDefinition(tx, file.set);
  if (!set)
    throw new Error(`The demonstration needs the criteria set ${file.set}: load reference data first`);
  const sheets = drawSheets(file, set);
  const users = new Map(
    (await tx.user.findMany({ select: { id: true, username: true } })).map((row) => [row.username, row.id]),
  );
  const person = (username: string) => {
    const id = users.get(username);
    if (id === undefined)
      throw new Error(`The demonstration names an account "${username}" that is not in it`);
    return id;
  };
  const figures = await insertSheets(tx, sheets, {
    setId: set.id,
    unitId: find.unit,
    returnReason: file.returnReason,
    people: (commune) => ({
      editorId: commune === file.accountsUnit ? person(file.editor) : null,
      submitterId: commune === file.accountsUnit ? person(file.submitter) : null,
      deciderId: person(file.decider),
    }),
  });
  await placeReviews(tx, find, file, person);
  find = await loadLookups(tx);
  await placeVillageProgress(tx, find, file);
  await placeTargets(tx, find, file, set, sheets);
  await placeTasks(tx, find, file, sheets);
  await placeAssignments(tx, find, file);
  return {
    outcome: "created",
    communes: file.communes.length,
    submissions: sheets.length,
    figures,
    users: file.users.length,
  };
}

/** Fills thresholds that nobody has sourced, or that are a province's to set, so that a full run can be shown. */
async function placeOverlay(tx: Transaction, find: Lookups): Promise<void> {
  const overlay = parseOwnFile(overlayFile, readDataFile("reference/OVERLAY_TINH_MAU.json"));
  await tx.threshold.createMany({
    data: overlay.thresholds.map(({ indicator, year, value, gradeValue }) => ({
      indicatorId: find.indicator(overlay.set, indicator),
      provinceId: find.unit(overlay.province),
      year,
      value,
      gradeValue,
      provenance: "illustrative" as const,
      source: overlay.source,
      note: overlay.note,
    })),
  });
}

async function placeEnrolments(tx: Transaction, find: Lookups, file: DemoFile): Promise<void> {
  const setId = find.set(file.set);
  const shared = {
    setId,
    registeredYear: Number(file.firstPeriod.slice(0, 4)),
    stratumId: find.stratum(file.set, file.stratum),
    communeTypeId: find.stratum(file.set, file.communeType),
    stratumNote: file.stratumNote,
    isIllustrative: true,
  };
  await tx.enrolment.createMany({
    data: file.communes.map(({ code, recognisedOn }) => ({
      ...shared,
      unitId: find.unit(code),
      ...(recognisedOn
        ? {
            recognition: "recognised" as const,
            recognisedOn: new Date(`${recognisedOn}T00:00:00Z`),
            recognitionText: "Quyết định công nhận minh họa, không phải văn bản thật",
          }
        : { recognition: "registered" as const }),
    })),
  });
  await tx.exemption.createMany({
    data: file.communes.flatMap((commune) =>
      commune.exemptIndicators.map((indicator) => ({
        unitId: find.unit(commune.code),
        indicatorId: find.indicator(file.set, indicator),
        fromPeriod: file.firstPeriod,
        ...file.exemption,
      })),
    ),
  });
  await tx.periodDeadline.createMany({
    data: listPeriods(file.firstPeriod, file.lastPeriod).map((period) => ({
      setId,
      period,
      dueOn: new Date(
        `${periodEnd(period).slice(0, 8)}${String(file.deadlineDay).padStart(2, "0")}T00:00:00Z`,
      ),
    })),
  });
}

async function placeUsers(
  tx: Transaction,
  find: Lookups,
  file: DemoFile,
  passwordHash: string,
): Promise<void> {
  for (const { unit, criteria, ...user } of file.users) {
    await tx.user.create({
      data: {
        ...user,
        passwordHash,
        isDemo: true,
        unitId: find.unit(unit),
        criteria: { create: criteria.map((number) => ({ criterionId: find.criterion(file.set, number) })) },
      },
    });
  }
}
