import type { FileTypeName } from "./constants";

/** Plain JSON: crosses from server to browser. Instants are ISO texts. */
export interface EvidenceItem {
  id: number;
  kind: "file" | "link" | "document";
  title: string;
  /** Only of a link. */
  url: string | null;
  /** Only of a document reference: number, day, issuer. */
  documentText: string | null;
  fileType: FileTypeName | null;
  /** "1,2 MB". */
  sizeText: string | null;
  /** "Trần Văn Mẫu, 09:14 ngày 23/12/2024". */
  addedText: string;
  /** What it took the place of, newest first. */
  earlier: EarlierEvidence[];
}

export interface EarlierEvidence {
  id: number;
  kind: EvidenceItem["kind"];
  title: string;
  addedText: string;
}

export interface EvidenceList {
  items: EvidenceItem[];
  /** Taken away without anything in their place. */
  removed: EarlierEvidence[];
  /** The indicator demands evidence. */
  isRequired: boolean;
}

export interface EvidenceCompleteness {
  /** Indicators with a figure that demand evidence, and how many of them have some. */
  required: number;
  provided: number;
  /** Codes of those without, in the order of the set. */
  missing: string[];
}
