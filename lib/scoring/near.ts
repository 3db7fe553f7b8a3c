import { compareDecimals, multiplyDecimals, signOfDecimal, subtractDecimals } from "./decimal";
import type { DecimalText, ResolvedIndicator } from "./types";

/**
 * A met value is "near" its threshold when its margin is at most this share of the threshold: 2 %.
 * For 95 % that is 1.9 points, for 5 % 0.1 point. A choice of this product, not of any law: it only
 * raises attention and never changes a verdict.
 */
export const NEAR_SHARE: DecimalText = "0.02";

/**
 * Where the best attainable value lies close behind the threshold (98 of at most 100), the margin may take at most
 * this share of the room that is left; otherwise every met value would stand "near".
 */
export const NEAR_ROOM_SHARE: DecimalText = "0.2";

function isWithin(margin: DecimalText, whole: DecimalText, share: DecimalText): boolean {
  return compareDecimals(margin, multiplyDecimals(whole, share)) <= 0;
}

/**
 * Whether a met value stands near the bound it was measured against.
 * Only percentages and amounts can: counts, grades and levels move in whole steps. A bound that is itself
 * the best attainable value (100 of at most 100) leaves no room to stand further off, hence is never near.
 * @param margin distance to the bound, not negative, in the indicator's unit
 */
export function isNearBound(
  indicator: Pick<ResolvedIndicator, "kind" | "direction" | "minValue" | "maxValue">,
  bound: DecimalText,
  margin: DecimalText,
): boolean {
  if (indicator.kind !== "percent" && indicator.kind !== "number") return false;
  let room: DecimalText | null = null;
  switch (indicator.direction) {
    case "gte":
    case "gt":
      if (indicator.maxValue !== null) room = subtractDecimals(indicator.maxValue, bound);
      break;
    case "lte":
    case "lt":
      if (indicator.minValue !== null) room = subtractDecimals(bound, indicator.minValue);
      break;
    case "range":
      break;
    default:
      return false;
  }
  if (room !== null && (signOfDecimal(room) <= 0 || !isWithin(margin, room, NEAR_ROOM_SHARE))) return false;
  return signOfDecimal(bound) > 0 && isWithin(margin, bound, NEAR_SHARE);
}
