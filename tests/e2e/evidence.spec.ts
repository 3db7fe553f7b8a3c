import { expect, type Page, test } from "@playwright/test";
import { makeOffice, makePdf, makePng } from "../fixtures/files";
import { expectNoViolations } from "./support/axe";
import { expectNoSidewaysScroll } from "./support/layout";
import { keepScreenshot } from "./support/screenshot";
import { signIn } from "./support/sign-in";

/** Evidence behind a figure, the page that explains it, who answers for it, deadlines and notices. */

const SET = "NTMNC_XA_2021_2025";
const FIGURE = `/figures/mau-02/${SET}/2024-Q4/14.1`;

async function chooseFile(page: Page, name: string, buffer: Uint8Array): Promise<void> {
  // The browser's own word for the type is wrong on purpose: the server reads the content.
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  await page.getByRole("button", { name: "Lưu minh chứng" }).click();
}

test("a file stands behind a figure, is replaced and taken away, and the history tells", async ({
  page,
}, info) => {
  test.slow();
  const own = `/figures/mau-01/${SET}/2024-Q4/${info.project.name === "phone" ? "14.2" : "14.1"}`;
  await signIn(page, "canbo.mau01", own);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("14.");
  const panel = page.locator("#minh-chung");
  await panel.getByRole("button", { name: "Thêm minh chứng" }).click();

  await chooseFile(page, "danh sach.pdf", Buffer.from("MZ khong phai pdf"));
  await expect(panel.getByRole("alert")).toContainText("Chỉ nhận tệp PDF");
  await chooseFile(page, "macro.docx", makeOffice("docm"));
  await expect(panel.getByRole("alert")).toContainText("macro");
  await chooseFile(page, "to.pdf", Buffer.concat([makePdf(), Buffer.alloc(11 * 1024 * 1024)]));
  await expect(panel.getByRole("alert")).toContainText("10 MB");
  await chooseFile(page, "Danh sách BHYT.pdf", makePdf(info.project.name));
  const file = panel.getByRole("link", { name: "Danh sách BHYT.pdf", exact: true });
  await expect(file).toBeVisible();
  await expectNoViolations(page);
  await keepScreenshot(page, info, "figure-evidence", true);

  const href = await file.getAttribute("href");
  const saved = await page.request.get(href ?? "");
  expect(saved.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
  });
  expect(saved.headers()["content-disposition"]).toContain("attachment");
  expect(saved.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect((await saved.body()).equals(Buffer.from(makePdf(info.project.name)))).toBe(true);

  await panel.getByRole("button", { name: /^Thay/ }).click();
  await chooseFile(page, "anh.png", makePng());
  await expect(panel.getByRole("link", { name: "anh.png", exact: true })).toBeVisible();
  await expect(panel.getByText("Thay cho 1 bản trước")).toBeVisible();
  const image = await panel.getByRole("link", { name: /^Xem/ }).getAttribute("href");
  const shown = await page.request.get(image ?? "");
  expect(shown.headers()["content-disposition"]).toContain("inline");
  expect(shown.headers()["content-security-policy"]).toContain("sandbox");

  await panel.getByRole("button", { name: /^Bỏ/ }).click();
  await panel.getByRole("button", { name: "Bỏ minh chứng" }).click();
  await expect(panel.getByText("Đã bỏ (1)")).toBeVisible();
  const history = page.locator("section", { has: page.getByRole("heading", { name: "Lịch sử số liệu" }) });
  await expect(history).toContainText("Bỏ “anh.png”");
  await expect(history).toContainText("Thay bằng “anh.png”");
  await expect(history).toContainText("Thêm “Danh sách BHYT.pdf”");

  // A neighbour's official learns nothing of it.
  await page.context().clearCookies();
  expect((await page.request.get(href ?? "")).status()).toBe(401);
  await signIn(page, "canbo.duongduc");
  expect((await page.request.get(href ?? "")).status()).toBe(404);
  expect((await page.request.get(own)).status()).toBe(404);
});

test("a figure explains itself to the committee, which cannot add to it", async ({ page }, info) => {
  await signIn(page, "btv.mau", FIGURE);
  await expect(page.getByText(/^Vì sao mức là/)).toBeVisible();
  await expect(page.getByText("Ai ghi, ai kiểm")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thêm minh chứng" })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  await keepScreenshot(page, info, "figure", true);
});

test("a leader names who answers for a criterion", async ({ page }, info) => {
  await signIn(page, "lanhdao.mau01", `/assignments?unit=mau-01&set=${SET}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phân công phụ trách");
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  await page.getByRole("button", { name: /tiêu chí 7$/ }).click();
  await page.getByLabel("Người phụ trách", { exact: true }).fill("Ngô Thị Thử");
  await page.getByLabel("Từ ngày").fill("32/12/2024");
  await page.getByRole("button", { name: "Lưu phân công" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Ngày chưa đúng");
  await expectNoViolations(page);
  await page.getByLabel("Từ ngày").fill("30/12/2024");
  await page.getByRole("button", { name: "Lưu phân công" }).click();
  await expect(page.getByText("Ngô Thị Thử").first()).toBeVisible();
  await keepScreenshot(page, info, "assignments", true);
});

test("the programme office extends a deadline and the commune is told", async ({ page }, info) => {
  await signIn(page, "quantri", `/deadlines?unit=huyen-mau&set=${SET}`);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Gia hạn" }) });
  await form.getByLabel("Đơn vị").selectOption("mau-01");
  await form.getByLabel("Kỳ").selectOption("2024-Q4");
  await form.getByLabel("Hạn mới").fill("20/12/2024");
  await form.getByLabel("Lý do").fill("Mưa lũ, mất điện ba ngày");
  await form.getByRole("button", { name: "Gia hạn" }).click();
  await expect(form.getByRole("alert")).toContainText("sau hạn chung");
  await form.getByLabel("Hạn mới").fill("03/01/2025");
  await form.getByRole("button", { name: "Gia hạn" }).click();
  await expect(form.getByRole("status")).toContainText("Đã gia hạn");
  await keepScreenshot(page, info, "deadlines", true);

  await page.context().clearCookies();
  await signIn(page, "canbo.mau01", "/notices");
  await expect(page.getByRole("link", { name: /Mưa lũ, mất điện ba ngày/ })).toBeVisible();
  await expectNoViolations(page);
  await keepScreenshot(page, info, "notices", true);
  await page.getByRole("button", { name: "Đánh dấu đã đọc tất cả" }).click();
  await expect(page.getByRole("button", { name: /Đã đọc/ })).toHaveCount(0);
});
