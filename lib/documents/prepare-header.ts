import { formatDate } from "@/lib/numbers/dates";
import type { HeaderLine } from "./types";

export interface StoredHeader {
  numberText: string | null;
  /** ISO date. */
  issuedOn: string | null;
  dateText: string | null;
  place: string | null;
  issuerName: string;
  issuerParent: string | null;
  issuingBody: string | null;
  signerName: string | null;
  signerPosition: string | null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Number as printed; "Số: /KH-UBND" holds no number. */
export function describeNumber(numberText: string | null): string {
  const bare = squeeze(numberText ?? "").replace(/^Số\s*:?\s*/iu, "");
  return /^\d/.test(bare) ? bare : "không có số";
}

/** Full date, or the printed words when the copy leaves the day open, or that there is none. */
export function describeDate(header: Pick<StoredHeader, "issuedOn" | "dateText">): string {
  if (header.issuedOn !== null) return formatDate(header.issuedOn);
  const printed = squeeze(header.dateText ?? "");
  return printed === "" ? "không in ngày" : `${printed} (không in ngày)`;
}

/** Year of a document: of its date, of the printed words, or of the session it concludes. */
export function findYear(
  header: Pick<StoredHeader, "issuedOn" | "dateText">,
  meetingDate: string | null,
): number | null {
  const text = header.issuedOn ?? header.dateText ?? meetingDate ?? "";
  const found = /(?:19|20)\d{2}/.exec(text);
  return found ? Number(found[0]) : null;
}

/** What the head of the copy prints, line by line; null where it prints nothing. */
export function listHeaderLines(header: StoredHeader): HeaderLine[] {
  const number = describeNumber(header.numberText);
  const signer = [header.signerPosition, header.signerName].filter((part) => part !== null).join(" ");
  return [
    { label: "Số, ký hiệu", value: number === "không có số" ? null : number },
    {
      label: "Ngày ban hành",
      value: header.issuedOn === null && squeeze(header.dateText ?? "") === "" ? null : describeDate(header),
    },
    { label: "Nơi ban hành", value: header.place },
    { label: "Cơ quan cấp trên", value: header.issuerParent },
    { label: "Cơ quan ban hành", value: header.issuerName },
    ...(header.issuingBody === null ? [] : [{ label: "Thẩm quyền", value: header.issuingBody }]),
    { label: "Người ký", value: signer === "" ? null : signer },
  ];
}
