import { compareDecimalText } from "@/lib/numbers/decimal-text";
import { foldText } from "@/lib/numbers/fold";
import { formatDecimal, formatDecimalInput, printUnit } from "@/lib/numbers/format";
import { multiplyDecimals } from "@/lib/scoring/decimal";
import type { DecimalText, ResolvedIndicator } from "@/lib/scoring/types";
import type { RawCell } from "./types";

/** A cell as the words a user would have typed on screen, or the sentence that says why it cannot be one. */
export type CellText =
  | { ok: true; text: string; doubt?: { message: string; candidates: DecimalText[] } }
  | { ok: false; message: string };

const YES = new Set(["dat", "d", "co", "dung", "true", "x", "v"]);
const NO = new Set(["chua dat", "khong dat", "c", "chua", "khong", "false"]);

/** "Đạt" or "Chưa đạt" however it is put; null when it is neither. */
export function readChoice(text: string): boolean | null {
  const folded = foldText(text);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : null;
}

/** The word of the scale that is meant, accents and case aside; null when there is none. */
export function readGrade(text: string, scale: readonly string[]): string | null {
  const folded = foldText(text);
  return scale.find((word) => foldText(word) === folded) ?? null;
}

/**
 * A number that is known exactly, in the words of the parser. Three digits after the comma would be a question
 * ("1,234"); a fourth says that they are decimals.
 */
export function sayExactly(value: DecimalText): string {
  const digits = value.split(".")[1]?.length ?? 0;
  const text = formatDecimalInput(value);
  return digits === 3 ? `${text}0` : text;
}

/** Whether a share of 0.715 stands where the requirement is in the tens: then "71,5%" was probably typed. */
function isSmallShare(indicator: ResolvedIndicator, value: DecimalText): boolean {
  const required = indicator.threshold.row?.value ?? null;
  const isHigh = indicator.direction === "gte" || indicator.direction === "gt";
  return (
    indicator.unit.trim() === "%" &&
    isHigh &&
    required !== null &&
    compareDecimalText(required, "10") >= 0 &&
    compareDecimalText(value, "0") > 0 &&
    compareDecimalText(value, "1") <= 0 &&
    value !== "1"
  );
}

function readNumber(
  indicator: ResolvedIndicator,
  cell: RawCell & { kind: "number" },
  isPart: boolean,
): CellText {
  const isShare = indicator.unit.trim() === "%" && !isPart;
  if (cell.percent && !isShare) {
    const unit = isPart ? "số đếm được" : printUnit(indicator.unit) || "số thường";
    return {
      ok: false,
      message: `đang định dạng phần trăm, còn ô này tính bằng ${unit}. Bỏ dấu % rồi ghi lại.`,
    };
  }
  if (!cell.percent && isShare && isSmallShare(indicator, cell.value)) {
    const whole = multiplyDecimals(cell.value, "100");
    return {
      ok: true,
      text: sayExactly(cell.value),
      doubt: {
        message: `“${formatDecimal(cell.value)}” có thể là ${formatDecimal(whole)} % do gõ kèm dấu %. Chọn một số.`,
        candidates: [whole, cell.value],
      },
    };
  }
  return { ok: true, text: sayExactly(cell.value) };
}

/** @param isPart whether the cell is a numerator or denominator: a count, never a percentage */
export function readCellText(indicator: ResolvedIndicator, cell: RawCell, isPart: boolean): CellText {
  switch (cell.kind) {
    case "number":
      return readNumber(indicator, cell, isPart);
    case "text":
      return { ok: true, text: cell.text.trim() };
    case "yes-no":
      return { ok: true, text: cell.value ? "Đạt" : "Chưa đạt" };
    case "formula":
      return {
        ok: false,
        message: "là công thức; dán giá trị (Dán đặc biệt, chọn Giá trị) rồi chọn lại tệp.",
      };
    case "date":
      return {
        ok: false,
        message: `đang là ngày tháng (${cell.text}) vì Excel đã đổi số thành ngày. Đổi định dạng ô thành Số rồi ghi lại.`,
      };
    case "error":
      return { ok: false, message: `đang báo lỗi ${cell.text}. Ghi lại bằng số.` };
  }
}
