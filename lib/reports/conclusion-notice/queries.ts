import "server-only";
import { readMeeting, readSignature } from "@/lib/documents/stored-json";
import { formatPeriod, periodEnd } from "@/lib/numbers/periods";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { formatUnitInSentence } from "@/lib/units/names";
import { PARTY_BODIES } from "../layout/profiles";
import { fillTemplate, nameStandard } from "../narrative/words";
import { deriveIssuer } from "./derive-issuer";
import type { ConclusionNoticeFacts, MeetingFacts, SignatureFacts } from "./facts";
import { findNoticeSubmission, type NoticeRequest, type NoticeSubmission } from "./find-submission";
import { gatherAssessment } from "./gather-assessment";
import { loadAncestors } from "./load-ancestors";
import { loadGoal, loadNoticeTasks } from "./load-tasks";

export interface LoadedNotice {
  facts: ConclusionNoticeFacts;
  /** Period of the submission the facts rest on; it may lie before the one asked for. */
  period: string;
  setCode: string;
}

const { conclusionNotice: WORDING } = PARTY_BODIES;

/** The notice in the archive the result was recorded from: only then are its session and signer known. */
function pickSourceNotice(submission: NoticeSubmission) {
  return submission.document?.type === "conclusion_notice" ? submission.document : null;
}

function isoDay(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

function gatherMeeting(submission: NoticeSubmission, unitLabel: string): MeetingFacts {
  const stored = readMeeting(pickSourceNotice(submission)?.meeting);
  return {
    programme: stored?.programme ?? null,
    date: stored?.date ?? null,
    counterparts:
      stored && stored.counterparts.length > 0
        ? stored.counterparts
        : WORDING.counterparts.map((template) => fillTemplate(template, { unit: unitLabel })),
    attendingBodies: stored?.attendingBodies ?? [],
  };
}

function gatherSignature(submission: NoticeSubmission): SignatureFacts {
  const source = pickSourceNotice(submission);
  const stored = source === null ? null : readSignature(source.signature);
  return {
    authorityLines:
      stored && stored.authorityLines.length > 0 ? stored.authorityLines : [WORDING.authorityLine],
    position: stored?.position ?? WORDING.position,
    name: stored?.name ?? null,
  };
}

/** "KẾT LUẬN CỦA … về tình hình …" → "về tình hình …"; null when there is no such part. */
function cutSubject(subject: string | undefined): string | null {
  const found = subject === undefined ? null : /(?:^|\s)(về\s.+)$/su.exec(subject);
  return found?.[1] ?? null;
}

/**
 * Facts for the conclusion notice of one commune: the submission of the period asked for or the latest
 * before it, recorded or scored; its unmet criteria with tasks; session, signer and recipients when the
 * result was recorded from a notice.
 */
export async function loadConclusionNotice(
  tx: Transaction,
  request: NoticeRequest,
): Promise<Result<LoadedNotice, "not-a-commune" | "no-submission">> {
  const unit = await tx.administrativeUnit.findUniqueOrThrow({ where: { id: request.unitId } });
  if (unit.level !== "commune") {
    return refuse("not-a-commune", "Thông báo kết luận lập cho từng xã. Chọn một xã rồi thử lại.");
  }
  const submission = await findNoticeSubmission(tx, request);
  if (submission === null) {
    return refuse(
      "no-submission",
      "Xã chưa có số liệu của bộ tiêu chí này. Chọn bộ tiêu chí hoặc kỳ khác, hoặc nhập số liệu trước.",
    );
  }
  const source = pickSourceNotice(submission);
  const unitLabel = formatUnitInSentence(unit);
  const meeting = gatherMeeting(submission, unitLabel);
  const issuedOn = isoDay(source?.issuedOn ?? null);
  const [ancestors, tasks, goal] = await Promise.all([
    loadAncestors(tx, unit.parentId),
    loadNoticeTasks(tx, { unitId: unit.id, setId: submission.setId, documentId: source?.id ?? null }),
    loadGoal(tx, { unitId: unit.id, setId: submission.setId, documentId: source?.id ?? null }),
  ]);
  const concludedOn = issuedOn ?? meeting.date ?? isoDay(submission.asOf) ?? periodEnd(submission.period);
  const issuer = deriveIssuer(ancestors, concludedOn, PARTY_BODIES);
  const facts: ConclusionNoticeFacts = {
    unit: { code: unit.code, label: unitLabel, name: unit.name },
    standard: nameStandard(submission.set.shortTitle),
    setTitle: submission.set.shortTitle,
    isIllustrative: submission.isIllustrative,
    subject: cutSubject(source?.subject),
    assessment: gatherAssessment(submission, tasks.byCriterion, formatPeriod(submission.period)),
    issuer,
    number: source?.numberText ?? null,
    // A committee's place of issue is the place it is named after.
    place: source === null ? issuer.name : source.place,
    issuedOn,
    issueYear: meeting.date === null ? null : Number(meeting.date.slice(0, 4)),
    meeting,
    limitations: source?.limitations ?? [],
    causes: source?.causes ?? [],
    goal,
    generalTasks: tasks.general,
    closing: source?.closing ?? WORDING.closing,
    signature: gatherSignature(submission),
    recipients:
      source && source.recipients.length > 0
        ? source.recipients
        : WORDING.recipients.map((template) =>
            fillTemplate(template, {
              committee: issuer.committee,
              unit: unitLabel,
              parentKind: issuer.levelWord,
            }),
          ),
    sourceDocumentCode: source?.code ?? null,
  };
  return succeed({ facts, period: submission.period, setCode: submission.set.code });
}
