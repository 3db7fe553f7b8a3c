import { describe, expect, it } from "vitest";
import { dayInVietnam } from "@/lib/server/clock";
import { newErrorId } from "@/lib/server/errors";

describe("dayInVietnam", () => {
  it.each([
    ["2024-12-31T16:59:59Z", "2024-12-31"],
    ["2024-12-31T17:00:00Z", "2025-01-01"],
    ["2024-02-28T20:00:00Z", "2024-02-29"],
  ])("at %s it is %s in Vietnam, whatever the machine's zone", (moment, day) => {
    expect(dayInVietnam(new Date(moment))).toBe(day);
  });
});

describe("newErrorId", () => {
  it("is short, readable over the telephone and not repeated", () => {
    const made = Array.from({ length: 500 }, () => newErrorId());
    expect(made.every((id) => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(id))).toBe(true);
    expect(new Set(made).size).toBe(500);
  });
});
