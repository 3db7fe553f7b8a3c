import { expect, test } from "@playwright/test";
import { DEMO_PASSWORD, signIn } from "./support/sign-in";

/** Who may come in, who may not, and what a stranger is told: nothing. */

const SET = "NTMNC_XA_2021_2025";

test("a visitor without a session is led to sign-in and back", async ({ page }) => {
  await page.goto("/overview?unit=huyen-mau");
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("Tên đăng nhập").fill("btv.mau");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/overview\?unit=huyen-mau/);
});

test("a wrong password keeps the name and says what to do", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Tên đăng nhập").fill("khong-co-nguoi-nay");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("sai-mat-khau-1");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.locator("main").getByText(/chưa đúng/)).toBeVisible();
  await expect(page.getByLabel("Tên đăng nhập")).toHaveValue("khong-co-nguoi-nay");
});

test("another commune's pages are not found", async ({ page }) => {
  await signIn(page, "canbo.duongduc");
  for (const address of [
    `/entry/mau-01/${SET}/2024-Q4`,
    `/entry/ban-bo/${SET}/2023-Q1`,
    "/communes/mau-02",
    "/overview?unit=huyen-mau",
    "/gaps?unit=huyen-mau",
    "/documents/ban-bo-thong-bao-ket-luan-2023",
    "/documents/khong-co",
    `/entry/duong-duc/KHONG_CO/2024-Q4`,
    `/entry/duong-duc/${SET}/2024-Q9`,
    "/khong-co-trang-nay",
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByText(/Không tìm thấy (trang|phiếu)/).first(), address).toBeVisible();
    await expect(page.locator("body"), address).not.toContainText(/Mẫu 02|Bản Bo/);
  }
});

test("exports refuse strangers", async ({ page }) => {
  await signIn(page, "canbo.duongduc");
  const foreign = await page.request.get(
    `/api/reports/conclusion-notice?unit=ban-bo&set=${SET}&period=2023-Q1`,
  );
  expect(foreign.status()).toBe(404);
  expect(await foreign.text()).not.toContain("Bản Bo");
});

test("signing out ends the session on the server", async ({ page, context }) => {
  await signIn(page, "btv.tamduong");
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Đăng xuất" }).first().click();
  await expect(page).toHaveURL(/\/login/);
  // A stolen copy of the old cookie opens nothing.
  await context.clearCookies();
  await context.addCookies(cookies);
  await page.goto("/overview?unit=tam-duong");
  await expect(page).toHaveURL(/\/login/);
});
