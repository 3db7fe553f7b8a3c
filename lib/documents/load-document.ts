import "server-only";
import type { AuthorizedDocumentId } from "@/lib/auth/authorize";
import { formatPeriod } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import { formatUnitLabel } from "@/lib/units/names";
import { DOCUMENT_TYPE_WORDS } from "./constants";
import { loadDocumentTasks } from "./load-document-tasks";
import { groupFacts } from "./prepare-facts";
import { listHeaderLines } from "./prepare-header";
import { prepareMilestones, prepareTargets, prepareVillages } from "./prepare-promises";
import { readMeeting, readReferences, readSignature } from "./stored-json";
import type { DocumentView } from "./types";

/**
 * One archived document with everything taken from it.
 * @param day ISO date from which deadlines are seen
 */
export async function loadDocument(
  tx: Transaction,
  documentId: AuthorizedDocumentId,
  day: string,
): Promise<DocumentView> {
  const [row, tasks] = await Promise.all([
    tx.directiveDocument.findUniqueOrThrow({
      where: { id: documentId },
      include: {
        subjects: { include: { unit: true } },
        facts: { orderBy: [{ sortOrder: "asc" }, { id: "asc" }] },
        targets: { orderBy: { id: "asc" }, include: { indicator: true, criterion: true, scopeUnit: true } },
        milestones: { orderBy: [{ dueOn: "asc" }, { id: "asc" }] },
        villageProgress: { orderBy: { id: "asc" }, include: { village: true } },
        submissions: { orderBy: { id: "asc" }, include: { unit: true, set: true } },
      },
    }),
    loadDocumentTasks(tx, documentId, day),
  ]);
  const signature = readSignature(row.signature);
  const facts = row.facts.map((fact) => ({
    ...fact,
    value: fact.value?.toFixed() ?? null,
    printedPercent: fact.printedPercent?.toFixed() ?? null,
    computedPercent: fact.computedPercent?.toFixed() ?? null,
  }));
  return {
    code: row.code,
    typeText: DOCUMENT_TYPE_WORDS[row.type],
    subject: row.subject,
    headerLines: listHeaderLines({
      ...row,
      issuedOn: row.issuedOn?.toISOString().slice(0, 10) ?? null,
      signerName: signature.name,
      signerPosition: signature.position,
    }),
    signature,
    meeting: readMeeting(row.meeting),
    recipients: row.recipients,
    references: readReferences(row.references),
    limitations: row.limitations,
    causes: row.causes,
    anomalies: row.anomalies,
    sourceFile: row.sourceFile,
    units: row.subjects.map(({ unit }) => ({
      code: unit.code,
      label: formatUnitLabel(unit),
      isCommune: unit.level === "commune",
    })),
    results: row.submissions.map((submission) => ({
      unitCode: submission.unit.code,
      unitLabel: formatUnitLabel(submission.unit),
      setCode: submission.set.code,
      setTitle: submission.set.shortTitle,
      period: submission.period,
      periodText: formatPeriod(submission.period),
      met: submission.metCount,
      total: submission.totalCount,
      phrase: submission.metPhrase,
      derivedNote: submission.derivedNote,
      hasNotice: submission.unit.level === "commune" && submission.set.ownerUnitId === null,
    })),
    factGroups: groupFacts(facts),
    factCount: facts.length,
    inconsistencyCount: facts.filter((fact) => fact.isInconsistent).length,
    tasks,
    targets: prepareTargets(row.targets),
    milestones: prepareMilestones(row.milestones),
    villages: prepareVillages(row.villageProgress),
  };
}
