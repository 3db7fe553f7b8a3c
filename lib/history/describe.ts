import { z } from "zod";
import { formatDecimal } from "@/lib/numbers/format";

/** What an audit row holds of a figure, as far as a sentence needs it. */
const figureState = z.object({
  value: z.string().nullish(),
  numerator: z.string().nullish(),
  denominator: z.string().nullish(),
  booleanValue: z.boolean().nullish(),
  gradeValue: z.string().nullish(),
  note: z.string().nullish(),
});
type FigureState = z.infer<typeof figureState>;

const namedThing = z.object({ title: z.string() });
const reasoned = z.object({ reason: z.string().nullish() });

/** How a value of the indicator is written: digits and the sign after it. */
export interface FigureStyle {
  decimals: number;
  /** "%" or "". */
  suffix: string;
}

interface AuditFacts {
  act: string;
  before: unknown;
  after: unknown;
}

export interface Description {
  act: string;
  sentence: string;
  reason: string | null;
}

function sayNumber(value: string, decimals: number): string {
  const digits = Math.max(decimals, Math.min(value.split(".")[1]?.length ?? 0, 2));
  return formatDecimal(value, digits);
}

function sayState(state: FigureState | null, { decimals, suffix }: FigureStyle): string | null {
  if (state === null) return null;
  if (state.booleanValue != null) return state.booleanValue ? "Đạt" : "Chưa đạt";
  if (state.gradeValue != null) return state.gradeValue;
  if (state.value == null) return null;
  const shown = `${sayNumber(state.value, decimals)}${suffix === "" ? "" : ` ${suffix}`}`;
  if (state.numerator == null || state.denominator == null) return shown;
  return `${shown} (${formatDecimal(state.numerator)}/${formatDecimal(state.denominator)})`;
}

function describeFigureChange({ act, before, after }: AuditFacts, style: FigureStyle): Description {
  const old = figureState.safeParse(before).data ?? null;
  const next = figureState.safeParse(after).data ?? null;
  const [was, is] = [sayState(old, style), sayState(next, style)];
  const isNoteChanged = (old?.note ?? null) !== (next?.note ?? null);
  const sentence =
    was !== is
      ? was === null
        ? `Ghi ${is}`
        : is === null
          ? `Xóa số liệu ${was}`
          : `${was} → ${is}`
      : isNoteChanged
        ? next?.note
          ? "Sửa ghi chú"
          : "Xóa ghi chú"
        : "Ghi lại, không đổi";
  return {
    act: act.includes("import")
      ? "Nhập từ Excel"
      : act.includes("carry")
        ? "Giữ nguyên kỳ trước"
        : "Nhập liệu",
    sentence,
    reason: isNoteChanged && next?.note ? next.note : null,
  };
}

const SHEET_ACTS: Readonly<Record<string, [act: string, sentence: string]>> = {
  "submission.send": ["Gửi phiếu", "Gửi phiếu lên cấp trên"],
  "submission.return": ["Thẩm định", "Trả lại phiếu"],
  "submission.verify": ["Thẩm định", "Thẩm định xong cả phiếu"],
  "submission.approve": ["Duyệt", "Duyệt phiếu"],
  "submission.reopen": ["Duyệt", "Mở lại phiếu"],
};

const EVIDENCE_VERBS: Readonly<Record<string, string>> = {
  "evidence.add": "Thêm",
  "evidence.replace": "Thay bằng",
  "evidence.remove": "Bỏ",
};

/** Acts on whole sheets that belong into a figure's history. */
export const SHEET_ACT_NAMES = Object.keys(SHEET_ACTS);

/** What one audit row says in words; null for one that does not concern a figure. */
export function describeAudit(row: AuditFacts, style: FigureStyle): Description | null {
  if (row.act.startsWith("figure.")) return describeFigureChange(row, style);
  const verb = EVIDENCE_VERBS[row.act];
  if (verb !== undefined) {
    const thing = namedThing.safeParse(row.act === "evidence.remove" ? row.before : row.after).data;
    return { act: "Minh chứng", sentence: `${verb} “${thing?.title ?? "minh chứng"}”`, reason: null };
  }
  const sheet = SHEET_ACTS[row.act];
  if (sheet === undefined) return null;
  const [act, sentence] = sheet;
  return { act, sentence, reason: reasoned.safeParse(row.after).data?.reason ?? null };
}

const REVIEW_SENTENCES = {
  agreed: "Đồng ý với tiêu chí",
  returned: "Trả lại tiêu chí",
  question: "Hỏi xã",
  answer: "Xã trả lời",
} as const;

/** What a reviewer's act on the figure's criterion says. */
export function describeReview(kind: keyof typeof REVIEW_SENTENCES, text: string | null): Description {
  return { act: "Thẩm định", sentence: REVIEW_SENTENCES[kind], reason: text };
}
