import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import type { LayoutProfile } from "../layout/schema";

/** Style ids; Word shows the Vietnamese names, so that a clerk can restyle the whole paper at once. */
export const STYLE = {
  body: "NtmBody",
  numbered: "NtmNumbered",
  heading: "Heading1",
  subheading: "Heading2",
  letterhead: "NtmLetterhead",
  typeName: "Title",
  subject: "Subtitle",
  cell: "NtmCell",
  recipients: "NtmRecipients",
} as const;

/** Times New Roman for all four scripts, or Word falls back to a theme font for accented letters. */
export function nameFont(profile: LayoutProfile) {
  const { font } = profile;
  return { ascii: font, hAnsi: font, cs: font, eastAsia: font };
}

/** Named styles with the profile's measures; nothing is formatted paragraph by paragraph. */
export function defineStyles(profile: LayoutProfile): IStylesOptions {
  const font = nameFont(profile);
  const { body } = profile;
  const line = {
    line: body.line,
    lineRule: body.lineRule === "exact" ? LineRuleType.EXACT : LineRuleType.AUTO,
  };
  const single = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
  const textBody = {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: body.firstLine },
    spacing: { ...line, before: 0, after: body.after },
  };
  const heading = {
    basedOn: "Normal",
    next: STYLE.body,
    quickFormat: true,
    run: { font, size: profile.heading.size, bold: profile.heading.bold, color: "000000" },
    paragraph: { ...textBody, keepNext: true },
  };
  return {
    default: {
      document: {
        run: {
          font,
          size: body.size,
          language: { value: profile.language, eastAsia: profile.language, bidirectional: "ar-SA" },
        },
        paragraph: { spacing: single },
      },
      heading1: heading,
      heading2: { ...heading, run: { ...heading.run, italics: true } },
      title: {
        run: { font, size: profile.typeName.size, bold: profile.typeName.bold, color: "000000" },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...single, before: 360, after: 0 },
          keepNext: true,
        },
      },
    },
    paragraphStyles: [
      { id: STYLE.body, name: "Nội dung văn bản", basedOn: "Normal", quickFormat: true, paragraph: textBody },
      {
        id: STYLE.numbered,
        name: "Khoản (1), (2)",
        basedOn: STYLE.body,
        quickFormat: true,
      },
      {
        id: STYLE.letterhead,
        name: "Phần đầu văn bản",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { alignment: AlignmentType.CENTER, spacing: single },
      },
      {
        id: STYLE.subject,
        name: "Trích yếu",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: profile.subject.size, bold: profile.subject.bold },
        paragraph: {
          alignment: AlignmentType.CENTER,
          indent: { left: 680, right: 680 },
          spacing: single,
          keepNext: true,
        },
      },
      {
        id: STYLE.recipients,
        name: "Danh sách nơi nhận",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: profile.recipients.size },
        paragraph: { spacing: single, keepNext: true, keepLines: true },
      },
      {
        id: STYLE.cell,
        name: "Ô bảng",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: profile.annex.tableSize },
        paragraph: { spacing: single },
      },
    ],
  };
}
