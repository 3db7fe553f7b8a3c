import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe";
import { expectNoSidewaysScroll } from "./support/layout";
import { keepScreenshot } from "./support/screenshot";
import { signIn } from "./support/sign-in";

// Each width has its own database; within one the tests follow one another like the days after a quarter.
test.describe.configure({ mode: "serial" });

const CONTEXT = "unit=huyen-mau&set=NTMNC_XA_2021_2025&period=2024-Q4";
const place = (sheet: string, criterion: number) =>
  `/review?${CONTEXT}&sheet=${sheet}&criterion=${criterion}`;

const queue = (page: Page) => page.getByRole("region", { name: /^Tiêu chí|^Danh sách phiếu/ });
const decision = (page: Page) => page.getByRole("form", { name: "Ý kiến thẩm định" });
const whole = (page: Page) => page.getByRole("region", { name: "Cả phiếu" });

test.describe("desktop", () => {
  test.skip(({ isMobile }) => isMobile === true, "three panes side by side");

  test("a department sees what changed and decides without scrolling", async ({ page }, info) => {
    await signIn(page, "phong.mau", "/");
    await page
      .getByRole("navigation", { name: "Điều hướng chính" })
      .getByRole("link", { name: "Thẩm định" })
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Thẩm định tiêu chí 17" })).toBeVisible();
    await expect(queue(page).first()).toContainText("Xã Mẫu 21");

    await page.goto(place("mau-07", 17));
    const row = page.locator("tr", { hasText: "17.3" }).first();
    await expect(row.locator("td[data-changed]")).toContainText(/lần 1: [\d,]+ %/);
    await expect(page.getByText("Đề nghị rà lại.")).toBeVisible();
    const button = decision(page).getByRole("button", { name: /^Đồng ý và sang/ });
    await expect(button).toBeInViewport({ ratio: 1 });
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, info, "review-department");

    // The keys go on and back, and the address keeps the place.
    await page.keyboard.press("j");
    await expect(page).toHaveURL(/sheet=mau-15/);
    await page.keyboard.press("k");
    await expect(page).toHaveURL(/sheet=mau-07/);
  });

  test("it returns with a reason, agrees, and may not touch what is another's", async ({ page }, info) => {
    await signIn(page, "phong.mau", place("mau-07", 17));
    await decision(page).getByLabel("Trả lại").check();
    await decision(page)
      .getByRole("button", { name: /^Trả lại tiêu chí 17/ })
      .click();
    await expect(decision(page).getByRole("alert")).toContainText("Ghi lý do trả lại");
    await decision(page).getByLabel("Về").selectOption({ label: "chỉ tiêu 17.3" });
    await decision(page).getByLabel("Lý do trả lại").fill("Biên bản bàn giao thiếu tháng 11");
    await expectNoViolations(page);
    await keepScreenshot(page, info, "review-return");
    await decision(page).getByLabel("Lý do trả lại").press("Control+Enter");
    await expect(page).toHaveURL(/sheet=mau-15/);
    await expect(page.getByText("Đã trả lại chỉ tiêu 17.3, Xã Mẫu 07.")).toBeVisible();

    await page.goto(place("mau-21", 17));
    await decision(page)
      .getByRole("button", { name: /^Đồng ý/ })
      .click();
    await expect(page.getByText("Đã đồng ý tiêu chí 17, Xã Mẫu 21.")).toBeVisible();
    await page.goto(`/review?${CONTEXT}&view=returned`);
    await expect(queue(page).first()).toContainText("Xã Mẫu 07");

    await page.goto(place("mau-21", 5));
    await expect(page.getByText("Tiêu chí 5 do bộ phận khác thẩm định, anh/chị chỉ xem.")).toBeVisible();
    await expect(decision(page)).toHaveCount(0);
  });

  test("the committee gives the sheet back with the reasons of its criteria", async ({ page }, info) => {
    await signIn(page, "btv.mau", place("mau-07", 17));
    await expect(page.getByText("Biên bản bàn giao thiếu tháng 11")).toBeVisible();
    await whole(page).getByRole("button", { name: "Thẩm định xong…" }).click();
    await expect(whole(page).getByText("Chưa thẩm định xong được: tiêu chí 17")).toBeVisible();
    await whole(page).getByRole("button", { name: "Thôi" }).click();
    await whole(page).getByRole("button", { name: "Trả lại phiếu…" }).click();
    await expect(whole(page).getByText("Tiêu chí trả lại: 17, kèm lý do từng tiêu chí.")).toBeVisible();
    await expectNoViolations(page);
    await keepScreenshot(page, info, "review-committee");
    await whole(page).getByRole("button", { name: "Trả lại phiếu" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Xã Mẫu 07/ })).toContainText("đã trả lại");
    await page.goto("/communes/mau-07?set=NTMNC_XA_2021_2025&period=2024-Q4");
    await expect(page.locator("main")).toContainText("Chỉ tiêu 17.3: Biên bản bàn giao thiếu tháng 11.");
  });

  test("it verifies and approves beside the result; a page left open is told who did what", async ({
    page,
    context,
  }) => {
    await signIn(page, "btv.mau", place("mau-21", 1));
    const stale = await context.newPage();
    await stale.goto(place("mau-21", 2));
    await expect(decision(stale)).toBeVisible();

    await whole(page).getByRole("button", { name: "Thẩm định xong…" }).click();
    const verify = whole(page).getByRole("button", { name: "Thẩm định xong" });
    await expect(verify).toBeDisabled();
    await whole(page)
      .getByLabel(/^Đồng ý cả 18 tiêu chí chưa có ý kiến/)
      .check();
    await verify.dblclick();
    await expect(page.getByRole("heading", { level: 2, name: /Xã Mẫu 21/ })).toContainText("đã thẩm định");

    await decision(stale)
      .getByRole("button", { name: /^Đồng ý/ })
      .click();
    await expect(decision(stale).getByRole("alert")).toContainText(/đã thẩm định xong phiếu lúc \d\d:\d\d/);
    await stale.close();

    await whole(page).getByRole("button", { name: "Duyệt phiếu…" }).click();
    await expect(whole(page).getByText(/Duyệt Xã Mẫu 21 đạt \d+\/19/)).toBeVisible();
    await whole(page).getByRole("button", { name: "Duyệt phiếu" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Xã Mẫu 21/ })).toContainText("đã duyệt");
    await expect(whole(page)).toContainText(/Tự đánh giá\s*\d+\/19\s*Thẩm định\s*\d+\/19\s*Duyệt/);

    await whole(page).getByRole("button", { name: "Mở lại phiếu…" }).click();
    await whole(page).getByRole("button", { name: "Mở lại phiếu" }).click();
    await expect(whole(page).getByRole("alert")).toContainText("Ghi lý do mở lại");
    await whole(page).getByLabel("Lý do").fill("Thiếu chữ ký");
    await whole(page).getByRole("button", { name: "Mở lại phiếu" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Xã Mẫu 21/ })).toContainText("đã trả lại");
  });

  test("is not found for those who have no part in it", async ({ page }) => {
    await signIn(page, "btv.tamduong");
    for (const address of [place("mau-15", 17), `/review?sheet=mau-15&criterion=17`]) {
      await page.goto(address);
      await expect(page.getByText(/Không tìm thấy trang/).first(), address).toBeVisible();
    }
    await page.context().clearCookies();
    await signIn(page, "canbo.mau01");
    await page.goto(place("mau-15", 17));
    await expect(page.getByText(/Không tìm thấy trang/).first()).toBeVisible();
    // A quarter that no other test sends.
    await page.goto("/review?unit=mau-01&set=NTMNC_XA_2021_2025&period=2021-Q2");
    await expect(page.getByRole("heading", { name: /Xã chưa gửi phiếu quý II\/2021/ })).toBeVisible();
    await expectNoViolations(page);
  });
});

test.describe("phone", () => {
  test.skip(({ isMobile }) => isMobile !== true, "one pane after another");

  test("goes from the list to the sheet, decides and comes back", async ({ page }, info) => {
    await signIn(page, "phong.mau", "/review");
    await expect(decision(page)).toBeHidden();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, info, "review-queue");
    await queue(page)
      .first()
      .getByRole("link", { name: /Xã Mẫu 15/ })
      .click();
    await expect(page.getByRole("heading", { level: 2, name: /Xã Mẫu 15/ })).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, info, "review-sheet", true);
    await decision(page).getByLabel("Hỏi xã").check();
    await decision(page).getByLabel("Câu hỏi").fill("Đơn vị thu gom nào?");
    await decision(page)
      .getByRole("button", { name: /^Gửi câu hỏi/ })
      .click();
    await expect(page.getByText("Đã gửi câu hỏi về tiêu chí 17, Xã Mẫu 15.")).toBeVisible();
    await page.getByRole("link", { name: "Về danh sách" }).click();
    await expect(queue(page).first()).toContainText("đang hỏi xã");
  });
});
