const TYPE_WORDS = {
  resolution: "Nghị quyết",
  conclusion_notice: "Thông báo kết luận",
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  report: "Báo cáo",
} as const;

/** "Thông báo kết luận 153-TB/HU, năm 2023": enough to tell a document in one line of meta text. */
export function labelDocument(document: {
  type: keyof typeof TYPE_WORDS;
  numberText: string | null;
  issuedOn: string | null;
}): string {
  const head = [TYPE_WORDS[document.type], document.numberText].filter(Boolean).join(" ");
  if (!document.issuedOn) return head;
  return `${head}${document.numberText ? "," : ""} năm ${document.issuedOn.slice(0, 4)}`;
}
