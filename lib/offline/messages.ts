/** What an entry page tells the worker: keep me, for this user, with these files. */
export interface KeepMessage {
  kind: "keep";
  userId: number;
  /** Path of the page, without query. */
  page: string;
  /** Addresses of the scripts, styles and fonts it has loaded. */
  files: string[];
}

/** Pages that are kept: entry sheets, nothing else. */
export const SHEET_PATH = /^\/entry\/[^/]+\/[^/]+\/[^/]+$/;

/** Files whose names change with their content. */
export const STATIC_PATH = /^\/_next\/static\//;
