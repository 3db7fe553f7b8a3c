import type { DisplayState } from "@/lib/scoring/types";

/** How each state is said to the user. */
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
