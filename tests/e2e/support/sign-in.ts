import { expect, type Page } from "@playwright/test";

/** Password of every demonstration account. */
export const DEMO_PASSWORD = "Demo-NTM-2026";

/** The page answers to clicks: the sign-out button opens with everything else. */
export async function waitUntilReady(page: Page): Promise<void> {
  await expect(page.locator("button:visible", { hasText: "Đăng xuất" }).first()).toBeEnabled({
    timeout: 30_000,
  });
}

/** Signs in through the form and waits until the application has opened `next`. */
export async function signIn(page: Page, username: string, next = "/"): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.locator("#username").fill(username);
  await page.locator("#password").fill(DEMO_PASSWORD);
  await page.locator("#password").press("Enter");
  await expect(page).not.toHaveURL(/\/login/, { timeout: 20_000 });
  await waitUntilReady(page);
}

/** Ends the session from wherever the sign-out button shows (rail, or foot of the page on a phone). */
export async function signOut(page: Page): Promise<void> {
  await page.locator("button:visible", { hasText: "Đăng xuất" }).click();
  await expect(page).toHaveURL(/\/login/);
}
