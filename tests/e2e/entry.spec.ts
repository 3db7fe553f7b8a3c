import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe";
import { expectNoSidewaysScroll } from "./support/layout";
import { keepScreenshot } from "./support/screenshot";
import { signIn } from "./support/sign-in";

// Each width has its own database; within one the tests follow one another like the days of a quarter.
test.describe.configure({ mode: "serial" });

const SHEET = "/entry/mau-01/NTMNC_XA_2021_2025/2024-Q4";

/** The row of an indicator by its printed code. */
function rowOf(page: Page, code: string): Locator {
  return page
    .locator("tr[data-status]")
    .filter({ has: page.locator("td:first-child", { hasText: new RegExp(`^${code}$`) }) });
}

async function openSheet(page: Page, username = "canbo.mau01"): Promise<void> {
  await signIn(page, username, SHEET);
  await expect(page.getByRole("heading", { level: 1, name: "Nhập liệu" })).toBeVisible();
}

async function readCount(page: Page, testId: "met" | "entered"): Promise<number> {
  return Number.parseInt((await page.getByTestId(testId).textContent()) ?? "", 10);
}

const isSaved = (page: Page) => expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible();
const hasNothingUnsaved = (page: Page) =>
  expect(
    page.locator('tr[data-status="saving"], tr[data-status="editing"], tr[data-status="waiting"]'),
  ).toHaveCount(0);

test.describe("desktop", () => {
  test.skip(({ isMobile }) => isMobile === true, "the whole table is on the desktop only");

  test("shows verdict, gap and x/y while typing, before anything is saved", async ({ page }, info) => {
    await openSheet(page);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const row = rowOf(page, "8.2");
    const input = row.locator("input[type=text]").first();
    await input.fill("12,5");
    await expect(row).toContainText("chưa đạt");
    await expect(row).toContainText(/còn thiếu [\d,]+ điểm %/);
    await input.fill("100");
    await expect(row).toContainText(/vượt [\d,]+ điểm %/);
    await expect(row).toContainText("Đang sửa");
    await expect(page.getByTestId("entered")).toHaveText(/^1\/\d+ chỉ tiêu$/);
    await input.press("Escape");
    await expect(input).toHaveValue("");
    await expect(page.getByTestId("entered")).toHaveText(/^0\/\d+ chỉ tiêu$/);
    await keepScreenshot(page, info, "entry-empty");
  });

  test("says what is wrong with bad input, keeps it, and saves nothing of it", async ({ page }, info) => {
    await openSheet(page);
    const share = rowOf(page, "17.3");
    const input = share.locator("input[type=text]").first();
    for (const [typed, said] of [
      ["abc", "không phải là số"],
      ["140 %", "Tỷ lệ phải từ 0 đến 100. Anh/chị ghi 140."],
      ["-3", "Tỷ lệ phải từ 0 đến 100. Anh/chị ghi −3."],
    ] as const) {
      await input.fill(typed);
      await input.blur();
      await expect(share).toContainText(said);
      await expect(share).toContainText("không nhận");
      await expect(input).toHaveValue(typed);
    }
    await expect(page.getByRole("button", { name: "1 ô bị từ chối" })).toBeVisible();

    const income = rowOf(page, "10");
    const money = income.locator("input[type=text]").first();
    await money.fill("1.200");
    await money.press("Enter");
    await expect(income).toContainText("“1.200” là số nào?");
    await keepScreenshot(page, info, "entry-refused");
    await expectNoViolations(page);
    await income.getByRole("button", { name: "1,2", exact: true }).click();
    await expect(money).toHaveValue("1,2");
    await isSaved(page);

    // What is refused goes along to the check page and back, and is never sent.
    await page.getByRole("link", { name: "Kiểm tra trước khi gửi" }).click();
    await expect(page.getByRole("heading", { name: "Có 1 chỗ phải sửa trước khi gửi" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Gửi phiếu" })).toBeDisabled();
    await page.getByRole("link", { name: /^17\.3: / }).click();
    await expect(rowOf(page, "17.3").locator("input[type=text]").first()).toHaveValue("-3");
    await rowOf(page, "17.3").locator("input[type=text]").first().focus();
    await page.keyboard.press("Escape");

    await page.reload();
    await expect(rowOf(page, "17.3").locator("input[type=text]").first()).toHaveValue("");
    await expect(rowOf(page, "10").locator("input[type=text]").first()).toHaveValue("1,2");
  });

  test("lets the value follow from numerator and denominator, and refuses a numerator above", async ({
    page,
  }) => {
    await openSheet(page);
    const row = rowOf(page, "2.1");
    await row.getByRole("button", { name: "tử số / mẫu số" }).click();
    const line = row.locator("xpath=following-sibling::tr[1]");
    const [numerator, denominator] = [line.locator("input").nth(0), line.locator("input").nth(1)];
    await numerator.fill("120");
    await numerator.press("Enter");
    await expect(denominator).toBeFocused();
    await denominator.fill("100");
    await denominator.press("Enter");
    await expect(row).toContainText("Tử số 120 lớn hơn mẫu số 100");
    await numerator.fill("95");
    await numerator.blur();
    await expect(line).toContainText("Hệ thống tính ra 95");
    await expect(row).toContainText("đạt");
    await isSaved(page);
    await page.reload();
    await expect(rowOf(page, "2.1").locator("input[type=text]").first()).toHaveValue(/^95/);
  });

  test("keeps what is typed while the line is down and sends it when it is back", async ({
    page,
    context,
  }) => {
    await openSheet(page);
    const row = rowOf(page, "9");
    await context.setOffline(true);
    await row.locator("input[type=text]").first().fill("98,4");
    await row.locator("input[type=text]").first().press("Enter");
    await expect(row).toContainText("Chờ mạng");
    await context.setOffline(false);
    await expect(row).not.toContainText("Chờ mạng", { timeout: 20_000 });
    await isSaved(page);
    await page.reload();
    await expect(rowOf(page, "9").locator("input[type=text]").first()).toHaveValue("98,4");
  });

  test("shows both values when two people write the same figure", async ({ page, browser }, info) => {
    await openSheet(page);
    const other = await browser.newContext();
    const second = await other.newPage();
    await openSheet(second, "lanhdao.mau01");
    const theirs = rowOf(second, "17.7").locator("input[type=text]").first();
    await theirs.fill("71");
    await theirs.press("Enter");
    await isSaved(second);
    await other.close();

    const row = rowOf(page, "17.7");
    const mine = row.locator("input[type=text]").first();
    await mine.fill("68,5");
    await mine.press("Enter");
    await expect(row).toContainText(/Xung đột: .+ vừa ghi 71,0 lúc \d\d:\d\d/);
    await expect(page.getByRole("button", { name: "1 xung đột" })).toBeVisible();
    await row.scrollIntoViewIfNeeded();
    await keepScreenshot(page, info, "entry-conflict");
    await row.getByRole("button", { name: /^Giữ 68,5/ }).click();
    await expect(row).not.toContainText("Xung đột");
    await hasNothingUnsaved(page);
    await page.reload();
    await expect(rowOf(page, "17.7").locator("input[type=text]").first()).toHaveValue("68,5");
  });

  test("takes a whole quarter by keyboard, checks it, sends it once and locks it", async ({ page }, info) => {
    test.setTimeout(180_000);
    await openSheet(page);
    await fillByKeyboard(page);
    await hasNothingUnsaved(page);
    const met = await readCount(page, "met");
    expect(met).toBeGreaterThan(0);
    const entered = (await page.getByTestId("entered").textContent()) ?? "";
    expect(entered).toMatch(/^(\d+)\/\1 chỉ tiêu$/);
    await page.reload();
    await expect(page.getByTestId("met")).toHaveText(String(met));
    await expect(page.getByTestId("entered")).toHaveText(entered);
    await keepScreenshot(page, info, "entry-full", true);

    await page.getByRole("link", { name: "Kiểm tra trước khi gửi" }).click();
    await expect(page.getByRole("heading", { name: "Tóm tắt phiếu" })).toBeVisible();
    const send = page.getByRole("button", { name: "Gửi phiếu" });
    await expect(send).toBeDisabled();
    await expectNoViolations(page);
    await keepScreenshot(page, info, "check", true);

    // "Back" shows the sheet with everything that has been saved, not as it was first loaded.
    await page.goBack();
    await expect(page.getByTestId("met")).toHaveText(String(met));
    await page.goForward();

    // Values at their levels are far from last quarter's: each such figure asks for its reason, here in one list.
    const reasons = page.getByRole("textbox", { name: /^Lý do của/ });
    for (let left = await reasons.count(); left > 0; left -= 1) {
      await reasons.first().fill("Đã đối chiếu với sổ theo dõi");
      await reasons.first().press("Enter");
      await expect(reasons).toHaveCount(left - 1);
    }
    await page.getByRole("checkbox", { name: /Tôi đã kiểm tra số liệu/ }).check();
    await expect(send).toBeEnabled();
    await send.dblclick();
    await expect(
      page.getByText(/Đã gửi phiếu quý IV\/2024 lúc \d\d:\d\d, đang chờ thẩm định\./),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Gửi phiếu" })).toHaveCount(0);
    await keepScreenshot(page, info, "check-sent");

    await page.goto(SHEET);
    await expect(page.getByText(/Phiếu đã gửi lúc .* đang chờ thẩm định/)).toBeVisible();
    await expect(page.locator("[data-sheet] input, [data-sheet] select")).toHaveCount(0);
    await expect(page.getByTestId("met")).toHaveText(String(met));
    await expectNoViolations(page);
    await keepScreenshot(page, info, "entry-locked");

    await page.context().clearCookies();
    await signIn(page, "btv.mau", "/overview?unit=huyen-mau&set=NTMNC_XA_2021_2025&period=2024-Q4");
    const line = page
      .getByRole("row")
      .filter({ hasText: /Mẫu 01/ })
      .first();
    await expect(line).toContainText(String(met));
  });
});

test.describe("phone", () => {
  test.skip(({ isMobile }) => isMobile !== true, "one criterion at a time is on the phone only");

  test("shows one criterion at a time and saves a tap", async ({ page }, info) => {
    await openSheet(page);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await expect(page.locator("[data-sheet] tbody:visible")).toHaveCount(1);
    const row = rowOf(page, "1.1");
    await row.getByText("Đạt", { exact: true }).first().scrollIntoViewIfNeeded();
    await row.locator("label", { hasText: /^Đạt$/ }).click();
    await expect(row).toContainText("đạt");
    await isSaved(page);
    await keepScreenshot(page, info, "entry");

    await page.getByRole("button", { name: "Tiêu chí 2 ›" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /^2\. / })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: /^1\. / })).toBeHidden();
    await expectNoSidewaysScroll(page);

    await page.getByRole("link", { name: /^Tiêu chí 8 / }).click();
    await expect(page.getByRole("heading", { level: 2, name: /^8\. / })).toBeVisible();
    await expectNoSidewaysScroll(page);

    await page.reload();
    await page.goto(`${SHEET}#tc-1`);
    await expect(rowOf(page, "1.1").getByRole("radio", { name: "Đạt", exact: true })).toBeChecked();

    await page.getByRole("link", { name: "Kiểm tra trước khi gửi" }).click();
    await expect(page.getByRole("heading", { name: "Tóm tắt phiếu" })).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, info, "check", true);
  });
});

test("a wrong address and another commune's sheet are not found; an incomplete set says so", async ({
  page,
}) => {
  await openSheet(page);
  for (const address of [
    "/entry/khong-co/NTMNC_XA_2021_2025/2024-Q4",
    "/entry/mau-01/KHONG_CO/2024-Q4",
    "/entry/mau-01/NTMNC_XA_2021_2025/2024-Q9",
    "/entry/mau-02/NTMNC_XA_2021_2025/2024-Q4",
    "/entry/mau-02/NTMNC_XA_2021_2025/2024-Q4/check",
  ]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Không tìm thấy phiếu này" }), address).toBeVisible();
    await expect(page.locator("[data-sheet]"), address).toHaveCount(0);
  }
  await page.goto("/entry/mau-01/NTM_XA_2016_2020/2024-Q4");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Chưa mở được phiếu|Chưa đăng ký/);
  await expect(page.locator("main")).toContainText("chưa đăng ký");
});

/** Goes through every field with the keyboard alone: Đ for a switch, the best grade, a number that meets the level. */
async function fillByKeyboard(page: Page): Promise<void> {
  await page.locator("[data-field]").first().locator("input, select").first().focus();
  const fields = await page.locator("[data-field]").count();
  for (let step = 0; step < fields; step += 1) {
    const what = await page.evaluate(() => {
      const control = document.activeElement;
      const threshold = control?.closest("tr")?.querySelector("td:nth-child(4)")?.textContent ?? "";
      const kind =
        control instanceof HTMLSelectElement
          ? "select"
          : control instanceof HTMLInputElement && control.type === "radio"
            ? "switch"
            : control instanceof HTMLInputElement && control.readOnly
              ? "derived"
              : "number";
      return {
        kind,
        level: /[\d.]*\d(?:,\d+)?/.exec(threshold)?.[0]?.replaceAll(".", "") ?? "1",
        isRatioPart: control?.closest("tr")?.hasAttribute("data-status") === false,
      };
    });
    if (what.kind === "switch") await page.keyboard.press("d");
    else if (what.kind === "select") await page.keyboard.press("End");
    else if (what.kind === "number" && !what.isRatioPart) await page.keyboard.type(what.level);
    await page.keyboard.press("Enter");
  }
}
