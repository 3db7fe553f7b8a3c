import type { AuthorizedUnit } from "@/lib/auth/types";

/** One choice of a context bar menu; `href` carries the whole context, so a choice is a plain link. */
export interface ContextOption {
  value: string;
  label: string;
  href: string;
  current: boolean;
  /** Second line of a choice: the parent of a unit, "không đủ" of a set, state of a period. */
  hint?: string;
}

export interface ContextMenu {
  /** "Đơn vị", "Bộ tiêu chí", "Kỳ". */
  title: string;
  /** What is chosen now, in words. */
  label: string;
  options: ContextOption[];
  /** True when the list was cut because the scope is large. */
  isCut: boolean;
}

/** All that components/shell/context-bar.tsx needs. */
export interface ContextBarModel {
  unit: ContextMenu;
  set: ContextMenu;
  period: ContextMenu;
  /** Query string of the current context, without "?": "unit=ban-bo&set=…&period=2024-Q4". */
  query: string;
  isIllustrative: boolean;
}

export interface ContextSet {
  id: number;
  code: string;
  title: string;
  shortTitle: string;
  citation: string;
  /** Level of the units this set is about. */
  level: "province" | "district" | "commune" | "village";
  isComplete: boolean;
  incompleteNote: string | null;
  isIllustrative: boolean;
}

/** What every page with a context bar starts from. */
export interface PageContext {
  unit: AuthorizedUnit;
  /** Null when the unit (with its subtree) follows no set at all. */
  set: ContextSet | null;
  period: string;
  contextBar: ContextBarModel;
}

/** The address' query as Next hands it over. */
export type SearchParams = Record<string, string | string[] | undefined>;
