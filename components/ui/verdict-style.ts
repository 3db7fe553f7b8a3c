import type { DisplayState } from "@/lib/scoring/types";

/** Ink of a sign or word on a plain ground. */
export const VERDICT_INK: Record<DisplayState, string> = {
  met: "text-met",
  unmet: "text-unmet",
  missing: "text-missing",
  near: "text-near",
  regressed: "text-regress",
  exempt: "text-exempt",
  "undefined-threshold": "text-undef",
  unnamed: "text-missing",
};

/** Ground and ink of a box. */
export const VERDICT_BOX: Record<DisplayState, string> = {
  met: "bg-met-bg text-met",
  unmet: "bg-unmet-bg text-unmet",
  missing: "border border-dashed border-line-strong bg-surface text-missing",
  near: "bg-near-bg text-near",
  regressed: "bg-regress text-white",
  exempt: "bg-exempt-bg text-exempt",
  "undefined-threshold": "bg-undef-bg text-undef",
  unnamed: "border border-dotted border-line-strong bg-sunken text-missing",
};

/** Ground and ink of a strip or heat-grid cell. */
export const VERDICT_CELL: Record<DisplayState, string> = {
  met: "bg-met-bg text-met",
  unmet: "bg-unmet-bg text-unmet",
  missing: "bg-surface text-missing inset-ring inset-ring-line-2",
  near: "bg-near-bg text-near",
  regressed: "bg-regress text-white",
  exempt: "bg-exempt-bg text-exempt",
  "undefined-threshold": "bg-undef-bg text-undef",
  unnamed: "bg-sunken text-missing inset-ring inset-ring-line-2",
};
