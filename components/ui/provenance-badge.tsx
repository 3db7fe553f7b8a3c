export type ProvenanceKind =
  | "sourced"
  | "recalled"
  | "unknown"
  | "illustrative"
  | "province"
  | "recorded"
  | "derived"
  | "self_assessed"
  | "verified"
  | "recognised"
  | "inferred";

const WORDS: Record<ProvenanceKind, string> = {
  sourced: "đã đối chiếu",
  recalled: "chưa đối chiếu văn bản",
  unknown: "chưa có mức",
  illustrative: "mức minh họa",
  province: "chờ tỉnh quy định",
  recorded: "ghi từ văn bản",
  derived: "suy ra",
  self_assessed: "tự đánh giá",
  verified: "đã thẩm định",
  recognised: "đã công nhận",
  inferred: "suy ra",
};

const TAG_LOOK: Record<ProvenanceKind, string> = {
  sourced: "border-line-2 text-ink-2 bg-surface",
  recalled: "border-line-strong border-dashed text-ink-2 bg-surface",
  unknown: "border-transparent px-0 text-undef",
  illustrative: "border-near border-dotted text-near bg-surface",
  province: "border-transparent px-0 text-undef",
  recorded: "border-line-2 text-ink-2 bg-surface",
  derived: "border-line-strong border-dashed text-ink-2 bg-surface",
  self_assessed: "border-line-2 text-ink-2 bg-surface",
  verified: "border-met text-met bg-surface",
  recognised: "border-ink bg-ink text-white",
  inferred: "border-line-strong border-dashed text-ink-2 bg-surface",
};

const UNDER_LOOK: Record<ProvenanceKind, string> = {
  sourced: "text-ink-2",
  recalled: "border-b-[1.5px] border-dashed border-line-strong text-ink-2",
  unknown: "text-undef",
  illustrative: "border-b-[1.5px] border-dotted border-near text-near",
  province: "text-undef",
  recorded: "text-ink-2",
  derived: "border-b-[1.5px] border-dashed border-line-strong text-ink-2",
  self_assessed: "text-ink-2",
  verified: "text-met",
  recognised: "text-ink font-semibold",
  inferred: "border-b-[1.5px] border-dashed border-line-strong text-ink-2",
};

interface ProvenanceBadgeProps {
  kind: ProvenanceKind;
  /** Replaces the standard words, e.g. "QĐ 318 · đã đối chiếu". */
  text?: string;
  /** "under" stands below a threshold in a row, "tag" stands in running text. */
  form?: "tag" | "under";
  title?: string;
}

/** Where a number or a verdict comes from, beside it. */
export function ProvenanceBadge({ kind, text, form = "tag", title }: ProvenanceBadgeProps) {
  const look =
    form === "tag" ? `rounded-control border px-1.5 py-px print-exact ${TAG_LOOK[kind]}` : UNDER_LOOK[kind];
  return (
    <span
      title={title}
      className={`inline-block text-13 leading-[1.35] ${form === "tag" ? "whitespace-nowrap" : ""} ${look}`}
    >
      {text ?? WORDS[kind]}
    </span>
  );
}
