import { describe, expect, it } from "vitest";
import { isNearBound } from "@/lib/scoring/near";

const share = { kind: "percent", direction: "gte", minValue: "0", maxValue: "100" } as const;

describe("isNearBound", () => {
  it.each([
    // bound, margin, near: the smaller of 2 % of the bound and a fifth of the room above it decides
    ["50", "1", true],
    ["50", "1.01", false],
    ["95", "1", true],
    ["95", "1.01", false],
    ["98", "0.4", true],
    ["98", "0.41", false],
    ["100", "0", false],
  ])("a share of at least %s with %s to spare: %s", (bound, margin, near) => {
    expect(isNearBound(share, bound, margin)).toBe(near);
  });

  it("leaves an amount without a best value to the share of the threshold alone", () => {
    const amount = { kind: "number", direction: "gte", minValue: "0", maxValue: null } as const;
    expect(isNearBound(amount, "54", "1.08")).toBe(true);
    expect(isNearBound(amount, "54", "1.09")).toBe(false);
  });

  it("measures an at-most share by the room below it", () => {
    const atMost = { ...share, direction: "lte" } as const;
    expect(isNearBound(atMost, "5", "0.1")).toBe(true);
    expect(isNearBound(atMost, "5", "0.11")).toBe(false);
    expect(isNearBound(atMost, "0", "0")).toBe(false);
  });
});
