import type { DataProvenance, DisplayState } from "@/lib/scoring/types";

/** One word for one state, the same on screen, in a document and in a spreadsheet. */
export const VERDICT_WORDS: Record<DisplayState, string> = {
  met: "đạt",
  unmet: "chưa đạt",
  missing: "chưa có số liệu",
  near: "sát ngưỡng",
  regressed: "suy giảm",
  exempt: "không áp dụng",
  "undefined-threshold": "chưa có mức",
  unnamed: "văn bản không kể tên",
};

/** How sure a threshold or a wording is. Whatever is not `sourced` says so wherever the number shows. */
export const PROVENANCE_WORDS: Record<DataProvenance, string> = {
  sourced: "đã đối chiếu",
  recalled: "chưa đối chiếu văn bản",
  unknown: "chưa có mức",
  illustrative: "mức minh họa",
};

/** Stands beside every figure of the fictional district. */
export const ILLUSTRATIVE_DATA_WORDS = "Số liệu minh họa";
