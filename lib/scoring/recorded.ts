import { countVerdicts } from "./score";
import type { Totals, Verdict } from "./types";

/** What a document prints of a result: counts, and some criteria by number. */
export interface RecordedResult {
  /** Counted criteria of the set. */
  total: number;
  /** As printed ("9/19" → 9); null when the document gives no count. */
  met: number | null;
  /** As printed, where the document counts the unmet as well. */
  unmet?: number | null;
  /** Verdicts of the criteria the document names. */
  named: readonly { number: number; verdict: Verdict }[];
}

export type RecordedSummary =
  | {
      ok: true;
      /** The same identity as scored totals: the parts sum to `total`. */
      totals: Totals;
      /** Criteria that are counted but not named: to be told only as counts. */
      unnamed: { met: number; unmet: number; missing: number; total: number };
    }
  | {
      ok: false;
      reason: "not-a-count" | "met-above-total" | "sum-differs" | "named-twice" | "too-many-named";
      /** Vietnamese sentence for the person who enters the document. */
      message: string;
    };

/**
 * Totals of a result that a document records instead of figures.
 *
 * The printed count of met criteria stands, and what it leaves over is not met: named with a verdict of
 * its own, or unnamed and unmet. Where the document prints no count, unnamed criteria are missing.
 * A document that contradicts itself is refused, never mended.
 */
export function summarizeRecorded({ total, met, unmet = null, named }: RecordedResult): RecordedSummary {
  const counts = [total, met ?? 0, unmet ?? 0];
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return refuse("not-a-count", "Số tiêu chí phải là số nguyên từ 0 trở lên.");
  }
  if (met !== null && met > total) {
    return refuse("met-above-total", `Số tiêu chí đạt (${met}) lớn hơn tổng số tiêu chí (${total}).`);
  }
  if (unmet !== null && (met === null ? unmet > total : met + unmet > total)) {
    return refuse(
      "sum-differs",
      `Số đạt (${met ?? 0}) cộng số chưa đạt (${unmet}) vượt tổng số tiêu chí (${total}).`,
    );
  }
  if (new Set(named.map(({ number }) => number)).size !== named.length) {
    return refuse("named-twice", "Có tiêu chí được kể tên hai lần. Kiểm tra lại danh sách.");
  }
  if (named.length > total) {
    return refuse("too-many-named", `Kể tên ${named.length} tiêu chí trong khi bộ chỉ có ${total}.`);
  }
  const namedTotals = countVerdicts(named.map(({ verdict }) => verdict));
  const leftMet = met === null ? 0 : met - namedTotals.met;
  const open = total - named.length - leftMet;
  if (leftMet < 0) {
    return refuse("too-many-named", `Kể tên ${namedTotals.met} tiêu chí đạt trong khi văn bản ghi ${met}.`);
  }
  if (open < 0) {
    return refuse(
      "too-many-named",
      `Văn bản ghi đạt ${met}/${total} nhưng kể tên ${named.length - namedTotals.met} tiêu chí không đạt.`,
    );
  }
  const leftUnmet = unmet === null ? (met === null ? 0 : open) : unmet - namedTotals.unmet;
  if (leftUnmet < 0 || leftUnmet > open) {
    return refuse(
      "sum-differs",
      `Văn bản ghi ${unmet} tiêu chí chưa đạt, không khớp với các tiêu chí được kể tên.`,
    );
  }
  const leftMissing = open - leftUnmet;
  return {
    ok: true,
    totals: {
      ...namedTotals,
      met: namedTotals.met + leftMet,
      unmet: namedTotals.unmet + leftUnmet,
      missing: namedTotals.missing + leftMissing,
      total,
    },
    unnamed: { met: leftMet, unmet: leftUnmet, missing: leftMissing, total: leftMet + open },
  };
}

function refuse(reason: (RecordedSummary & { ok: false })["reason"], message: string): RecordedSummary {
  return { ok: false, reason, message };
}
