export const DOCUMENT_TYPE_WORDS = {
  resolution: "Nghị quyết",
  conclusion_notice: "Thông báo kết luận",
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  report: "Báo cáo",
} as const;

export type DocumentTypeCode = keyof typeof DOCUMENT_TYPE_WORDS;

export function isDocumentType(text: string | null): text is DocumentTypeCode {
  return text !== null && Object.hasOwn(DOCUMENT_TYPE_WORDS, text);
}

export const FACT_KIND_WORDS = {
  assessment: "Đánh giá trong văn bản",
  actual: "Kết quả đã in",
  target: "Chỉ tiêu, mục tiêu đã in",
  project: "Dự án, công trình",
} as const;

export type FactKindCode = keyof typeof FACT_KIND_WORDS;
