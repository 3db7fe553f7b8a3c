import { formatOfficialDate } from "@/lib/numbers/dates";
import { lack, leaveBlank, say, tell, tellOr } from "../document/runs";
import type { DocumentTree, HeaderBlock, Run } from "../document/types";
import type { LayoutProfile, PartyBodies } from "../layout/schema";
import { capitalise, fillTemplate, trimSentence } from "../narrative/words";
import { buildAnnex } from "./build-annex";
import type { ConclusionNoticeFacts } from "./facts";
import { narrateDuties } from "./narrate-duties";
import { narrateOpening, narrateResults } from "./narrate-results";

type Wording = PartyBodies["conclusionNotice"];

function buildNumber(facts: ConclusionNoticeFacts, profile: LayoutProfile, wording: Wording): Run[] {
  const [before = "", after = ""] = fillTemplate(profile.number.template, {
    number: "\u0001",
    type: wording.typeAbbreviation,
    abbreviation: facts.issuer.abbreviation,
  }).split("\u0001");
  const number = facts.number === null || facts.number.trim() === "" ? null : facts.number.trim();
  return [
    say(before),
    number === null
      ? leaveBlank("number", "số văn bản", profile.number.blank)
      : tell(/^\d$/.test(number) ? `0${number}` : number, "document"),
    say(after),
  ];
}

function buildDate(facts: ConclusionNoticeFacts, profile: LayoutProfile): Run[] {
  if (facts.issuedOn !== null) return [tell(formatOfficialDate(facts.issuedOn), "document")];
  const room = profile.placeDate.blank;
  // No-break spaces: a blank date moves to the next line whole or not at all.
  const year = facts.issueYear === null ? room : `\u00A0${facts.issueYear}`;
  return [
    say("ngày"),
    leaveBlank("date", "ngày ban hành", room),
    say("tháng"),
    leaveBlank("date", "ngày ban hành", room),
    say(`năm${year}`),
  ];
}

/** A named body on one line; a nameless one leaves its slot a line of its own. */
function buildBodyLines(words: string, name: string | null, slot: string, label: string): Run[][] {
  if (name === null) return [[say(words)], [lack(slot, label)]];
  return [[say(`${words} `), tell(capitalise(name), "units")]];
}

function buildIssuer(facts: ConclusionNoticeFacts): Pick<HeaderBlock, "parent" | "issuer"> {
  const { committee, name, levelWord, parent } = facts.issuer;
  return {
    parent:
      parent === null
        ? null
        : buildBodyLines(capitalise(parent.organisation), parent.name, "parent", `tên ${parent.levelWord}`),
    issuer: buildBodyLines(capitalise(committee), name, "issuer", `tên ${levelWord}`),
  };
}

/** "(Kèm theo Thông báo số      -TB/HU ngày … của …)". */
function buildAnnexReference(facts: ConclusionNoticeFacts, number: Run[], date: Run[]): Run[] {
  const [first, ...rest] = number;
  const lowered = first?.kind === "text" ? say(first.text.toLocaleLowerCase("vi")) : first;
  return [
    say("(Kèm theo Thông báo "),
    ...(lowered === undefined ? [] : [lowered]),
    ...rest,
    say(" "),
    ...date,
    say(` của Ban Thường vụ ${facts.issuer.committee})`),
  ];
}

export interface NoticeOptions {
  /** Adds the assignment table in a landscape section. */
  withAnnex: boolean;
}

/**
 * The notice as a document tree. Pure; contradictions are the business of checkNoticeFacts, which the
 * exporter asks first.
 */
export function buildConclusionNotice(
  facts: ConclusionNoticeFacts,
  profile: LayoutProfile,
  wording: Wording,
  options: NoticeOptions,
): DocumentTree {
  const number = buildNumber(facts, profile, wording);
  const date = buildDate(facts, profile);
  const isDraft = facts.number === null || facts.issuedOn === null;
  const committee = capitalise(facts.issuer.committee);
  return {
    profile: profile.id,
    title: `Thông báo kết luận đối với ${facts.unit.label}`,
    header: {
      ...buildIssuer(facts),
      number,
      placeDate: [tellOr(facts.place, "units", "place", "nơi ban hành"), say(", "), ...date],
      marks: [
        ...(isDraft ? [profile.draftMark.text] : []),
        ...(facts.isIllustrative ? ["SỐ LIỆU MINH HỌA"] : []),
      ],
    },
    titleBlock: {
      typeName: wording.typeName,
      headline: [say(fillTemplate(wording.headline, { COMMITTEE: committee }))],
      subject: [
        say(
          facts.subject ??
            fillTemplate(wording.subject, { standard: facts.standard, unit: facts.unit.label }),
        ),
      ],
    },
    body: [narrateOpening(facts), ...narrateResults(facts), ...narrateDuties(facts)],
    recipients: facts.recipients.map((recipient) => [say(trimSentence(recipient))]),
    signature: {
      authorityLines: facts.signature.authorityLines,
      position: facts.signature.position,
      name: [
        facts.signature.name === null
          ? lack("signer", "họ và tên người ký")
          : tell(facts.signature.name, "document"),
      ],
    },
    annex:
      options.withAnnex && facts.assessment.unmetCriteria.length > 0
        ? buildAnnex(facts, profile.annex.word, buildAnnexReference(facts, number, date))
        : null,
  };
}
