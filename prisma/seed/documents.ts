import { loadCriteriaSets } from "@/lib/criteria/load-set";
import { type DocumentFile, documentFile } from "@/lib/documents/facts-schema";
import { foldText } from "@/lib/numbers/fold";
import type { Transaction } from "@/lib/server/db";
import type { PrismaClient } from "@/lib/server/generated/client";
import { parseOwnFile, readDataFolder, unwrap } from "./files";
import { type Lookups, loadLookups } from "./lookups";

export interface LoadedDocument {
  code: string;
  outcome: "created" | "unchanged";
}

/**
 * Loads the source documents with their units, facts, tasks, targets, milestones, villages and recorded results,
 * and the criteria sets that belong to single units. A document that is there already is left alone: officials
 * may have worked on its tasks since. Needs `loadReferenceData` first.
 * @throws Error with a Vietnamese sentence when a file is broken; then no document is written
 */
export async function loadSourceDocuments(db: PrismaClient): Promise<LoadedDocument[]> {
  const files = readDataFolder("documents").map((file) => parseOwnFile(documentFile, file));
  await db.$transaction(
    async (tx) => {
      for (const file of files) await placeUnits(tx, file.units);
    },
    { timeout: 60_000 },
  );
  unwrap(await loadCriteriaSets(db, readDataFolder("unit-criteria")));
  return db.$transaction(
    async (tx) => {
      const known = new Set(
        (await tx.directiveDocument.findMany({ select: { code: true } })).map((row) => row.code),
      );
      const missing = files.filter((file) => !known.has(file.code));
      if (missing.length > 0) {
        const find = await loadLookups(tx);
        for (const file of missing) await placeDocument(tx, find, file);
      }
      return files.map(({ code }) => ({
        code,
        outcome: known.has(code) ? ("unchanged" as const) : ("created" as const),
      }));
    },
    { timeout: 60_000 },
  );
}

async function placeUnits(tx: Transaction, units: DocumentFile["units"]): Promise<void> {
  const rows = await tx.administrativeUnit.findMany({ select: { id: true, code: true } });
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  for (const { parent, ...unit } of units) {
    if (ids.has(unit.code)) continue;
    const parentId = parent === null ? null : ids.get(parent);
    if (parentId === undefined)
      throw new Error(`Unit ${unit.code} stands below "${parent}", which is not loaded`);
    const searchName = foldText(`${unit.kind} ${unit.name}`);
    const created = await tx.administrativeUnit.create({ data: { ...unit, parentId, searchName } });
    ids.set(unit.code, created.id);
  }
}

const toDay = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));

async function placeDocument(tx: Transaction, find: Lookups, file: DocumentFile): Promise<void> {
  const { units: _u, enrolments: _e, facts, targets, tasks, milestones, results, villages, ...rest } = file;
  const { formatVersion: _f, issuerUnit, subjects, issuedOn, meeting, ...plain } = rest;
  const { id: documentId } = await tx.directiveDocument.create({
    data: {
      ...plain,
      ...(meeting === null ? {} : { meeting }),
      issuerUnitId: issuerUnit === null ? null : find.unit(issuerUnit),
      issuedOn: toDay(issuedOn),
      searchText: foldText(
        [plain.subject, plain.issuerName, plain.numberText ?? "", ...facts.map((fact) => fact.label)].join(
          " ",
        ),
      ),
      subjects: { create: subjects.map((code) => ({ unitId: find.unit(code) })) },
      facts: { create: facts.map((fact, index) => ({ ...fact, sortOrder: index + 1 })) },
    },
  });
  await placeEnrolments(tx, find, file);
  await placeResults(tx, find, results, documentId);
  await tx.target.createMany({
    data: targets.map(({ unit, scopeUnit, set, criterion, indicator, dueOn, ...target }) => ({
      ...target,
      unitId: find.unit(unit),
      scopeUnitId: scopeUnit === null ? null : find.unit(scopeUnit),
      setId: set === null ? null : find.set(set),
      criterionId: set === null || criterion === null ? null : find.criterion(set, criterion),
      indicatorId: set === null || indicator === null ? null : find.indicator(set, indicator),
      documentId,
      dueOn: toDay(dueOn),
    })),
  });
  await tx.milestone.createMany({
    data: milestones.map(({ unit, set, criterion, dueOn, ...milestone }) => ({
      ...milestone,
      unitId: find.unit(unit),
      setId: find.set(set),
      criterionId: criterion === null ? null : find.criterion(set, criterion),
      documentId,
      dueOn: new Date(`${dueOn}T00:00:00Z`),
    })),
  });
  await tx.villageProgress.createMany({
    data: villages.map(({ commune, village, set, dueOn, ...progress }) => ({
      ...progress,
      communeId: find.unit(commune),
      villageId: village === null ? null : find.unit(village),
      setId: set === null ? null : find.set(set),
      documentId,
      dueOn: toDay(dueOn),
    })),
  });
  for (const { unit, key, criterion, deadline, bodies, ...task } of tasks) {
    await tx.task.create({
      data: {
        ...task,
        factKey: key,
        unitId: find.unit(unit),
        documentId,
        criterionId: criterion === null ? null : find.criterion(criterion.set, criterion.number),
        deadline: toDay(deadline),
        bodies: { create: bodies.map((body, index) => ({ ...body, sortOrder: index + 1 })) },
      },
    });
  }
}

async function placeEnrolments(tx: Transaction, find: Lookups, file: DocumentFile): Promise<void> {
  for (const { unit, set, stratum, communeType, ...enrolment } of file.enrolments) {
    const key = { unitId: find.unit(unit), setId: find.set(set) };
    const data = {
      ...enrolment,
      ...key,
      stratumId: stratum === null ? null : find.stratum(set, stratum),
      communeTypeId: communeType === null ? null : find.stratum(set, communeType),
    };
    await tx.enrolment.upsert({ where: { unitId_setId: key }, create: data, update: {} });
  }
}

/**
 * A recorded result is a sheet without figures. Criteria that the document names get a verdict; those it only
 * counts get none, so that nobody reads a name into a number.
 */
async function placeResults(
  tx: Transaction,
  find: Lookups,
  results: DocumentFile["results"],
  documentId: number,
): Promise<void> {
  for (const result of results) {
    const setId = find.set(result.set);
    const indicatorCount = await tx.indicator.count({ where: { parentId: null, criterion: { setId } } });
    await tx.submission.create({
      data: {
        unitId: find.unit(result.unit),
        setId,
        period: result.period,
        status: "approved",
        basis: "recorded",
        documentId,
        asOf: toDay(result.asOf),
        metPhrase: result.metPhrase,
        derivedNote: result.derivedNote,
        metCount: result.met,
        unmetCount: result.unmet,
        totalCount: result.total,
        indicatorCount,
        criterionVerdicts: {
          create: [
            ...result.unmetCriteria.map((number) => ({
              number,
              verdict: "unmet" as const,
              isDerived: false,
            })),
            ...result.metCriteriaDerived.map((number) => ({
              number,
              verdict: "met" as const,
              isDerived: true,
            })),
          ].map(({ number, ...verdict }) => ({
            ...verdict,
            criterionId: find.criterion(result.set, number),
            basis: "recorded" as const,
          })),
        },
      },
    });
  }
}
