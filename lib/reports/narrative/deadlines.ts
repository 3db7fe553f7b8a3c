import { formatDate, formatMonth, monthEnd, parseIsoDate } from "@/lib/numbers/dates";
import { lowerFirst, trimSentence, upperFirst } from "./words";

export interface DeadlineFacts {
  deadlineText: string | null;
  deadline: string | null;
}

/**
 * Words of a deadline inside the bold brackets that close a paragraph:
 * "Hoàn thành trong tháng 5/2023". A printed text keeps its own wording; null without a deadline.
 */
export function describeDeadline({ deadlineText, deadline }: DeadlineFacts): string | null {
  const printed = deadlineText === null ? "" : trimSentence(deadlineText);
  if (printed !== "") {
    const [firstClause = ""] = printed.split(";");
    if (/hoàn thành/iu.test(firstClause)) return upperFirst(printed);
    // "đến hết năm 2024" says how long, not by when.
    if (/^đến(?=\s)/iu.test(printed)) return `Thực hiện ${lowerFirst(printed)}`;
    const needsPreposition = /^(tháng|quý|năm|tuần)(?=\s)/iu.test(printed);
    return `Hoàn thành ${needsPreposition ? "trong " : ""}${lowerFirst(printed)}`;
  }
  const date = deadline === null ? null : parseIsoDate(deadline);
  if (date === null || deadline === null) return null;
  // A deadline given as a month is kept as its last day.
  if (deadline === monthEnd(date.year, date.month)) return `Hoàn thành trong ${formatMonth(deadline)}`;
  return `Hoàn thành chậm nhất ngày ${formatDate(deadline)}`;
}
