import type { ExemptionMap, FigureInput, ResolvedSet } from "@/lib/scoring/types";
import type { BaseFigure } from "./types";

/** One unit's sheet of a template. */
export interface TemplateSheet {
  unitCode: string;
  unitLabel: string;
  isIllustrative: boolean;
  parentLabel: string | null;
  setCode: string;
  period: string;
  previousPeriod: string;
  /** See VERSION_LENGTH. */
  version: string;
  resolved: ResolvedSet;
  exemptions: ExemptionMap;
  figures: Record<number, BaseFigure | undefined>;
  previous: Record<number, FigureInput | undefined>;
  /** Why nothing can be filled in; null when it can. */
  lock: string | null;
}

export interface TemplateModel {
  setTitle: string;
  sheets: TemplateSheet[];
}
