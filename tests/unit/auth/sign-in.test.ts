import { describe, expect, it } from "vitest";
import { describeSignInError, toThrottledCode } from "@/lib/auth/messages";
import { safeNextPath } from "@/lib/auth/next-path";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords";
import { ACCOUNT_RULE, decideAttempt, delayAfter, type ThrottleState } from "@/lib/auth/throttle";

describe("where to go after signing in", () => {
  it.each([
    ["/overview?unit=huyen-mau&period=2024-Q4#x", "/overview?unit=huyen-mau&period=2024-Q4#x"],
    ["/entry/mau-01/BO/2024-Q4", "/entry/mau-01/BO/2024-Q4"],
    [["/gaps", "/x"], "/gaps"],
    ["https://xau.vn/", "/"],
    ["//xau.vn", "/"],
    ["/\\xau.vn", "/"],
    ["/\t/xau.vn", "/"],
    ["/a/..//xau.vn", "/"],
    ["javascript:alert(1)", "/"],
    ["/login?next=/login", "/"],
    ["/api/auth/signout", "/"],
    ["", "/"],
    [undefined, "/"],
    [`/${"a".repeat(3000)}`, "/"],
  ])("%s → %s", (next, expected) => {
    expect(safeNextPath(next as string | string[] | undefined)).toBe(expected);
  });
});

describe("words of a refusal", () => {
  it("are one sentence for every wrong sign-in, and say how long to wait", () => {
    expect(describeSignInError("CredentialsSignin")).toBe(
      "Tên đăng nhập hoặc mật khẩu chưa đúng. Thử lại, hoặc nhờ Văn phòng điều phối đặt lại mật khẩu.",
    );
    expect(describeSignInError(toThrottledCode(8))).toContain("Chờ 8 giây");
    expect(describeSignInError(toThrottledCode(125))).toContain("Chờ 3 phút");
    expect(describeSignInError("<script>")).not.toContain("script");
    expect(describeSignInError(null)).toBeNull();
  });
});

describe("slowing down", () => {
  const start = new Date("2026-01-05T00:00:00Z");

  it("doubles up to the cap and never shuts for good", () => {
    const delays = Array.from({ length: 40 }, (_, failures) => delayAfter(failures, ACCOUNT_RULE));
    expect(delays.slice(0, ACCOUNT_RULE.free + 1)).toEqual(Array(ACCOUNT_RULE.free + 1).fill(0));
    expect(delays.slice(ACCOUNT_RULE.free + 1, ACCOUNT_RULE.free + 4)).toEqual([2, 4, 8]);
    expect(Math.max(...delays)).toBe(ACCOUNT_RULE.capSeconds);
  });

  it("forgets old failures", () => {
    const state: ThrottleState = { failures: 20, blockedUntil: start, updatedAt: start };
    const soon = decideAttempt(state, ACCOUNT_RULE, new Date(start.getTime() + 1000));
    expect(soon).toMatchObject({ allowed: true, next: { failures: 21 } });
    const late = decideAttempt(state, ACCOUNT_RULE, new Date(start.getTime() + 3_600_000));
    expect(late).toMatchObject({ allowed: true, next: { failures: 1, blockedUntil: null } });
  });

  it("does not lengthen the wait of somebody who tries while waiting", () => {
    const until = new Date(start.getTime() + 5000);
    const state: ThrottleState = { failures: 9, blockedUntil: until, updatedAt: start };
    expect(decideAttempt(state, ACCOUNT_RULE, start)).toEqual({ allowed: false, waitSeconds: 5 });
  });
});

describe("passwords", () => {
  it("are kept as argon2id with a salt of their own, however the keyboard composes the letters", async () => {
    const hashed = await hashPassword("mật khẩu dài".normalize("NFC"));
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword("mật khẩu dài")).not.toBe(hashed);
    expect(await verifyPassword(hashed, "mật khẩu dài".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(hashed, "mật khẩu dà")).toBe(false);
    expect(await verifyPassword(null, "nobody's password")).toBe(false);
    expect(await verifyPassword("rubbish", "x")).toBe(false);
  });
});
