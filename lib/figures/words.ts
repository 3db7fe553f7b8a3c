import { formatDecimal } from "@/lib/numbers/format";
import type { FigureInput } from "@/lib/scoring/types";

/** A figure inside a sentence: "71,0", "Đạt", "Khá"; null when there is none. */
export function describeFigure(figure: FigureInput, decimals?: number): string | null {
  if (figure.value !== null) {
    const digits = figure.value.split(".")[1]?.length ?? 0;
    return formatDecimal(
      figure.value,
      decimals === undefined ? undefined : Math.max(decimals, Math.min(digits, 2)),
    );
  }
  if (figure.booleanValue !== null) return figure.booleanValue ? "Đạt" : "Chưa đạt";
  return figure.gradeValue;
}
