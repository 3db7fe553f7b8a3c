import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe";
import { expectNoSidewaysScroll } from "./support/layout";
import { keepScreenshot } from "./support/screenshot";
import { signIn } from "./support/sign-in";

test.describe.configure({ mode: "serial", timeout: 120_000 });

// A quarter that the demonstration leaves empty, so that the other entry tests are not disturbed.
const SHEET = "/entry/mau-01/NTMNC_XA_2021_2025/2021-Q4";

function rowOf(page: Page, code: string): Locator {
  return page
    .locator("tr[data-status]")
    .filter({ has: page.locator("td:first-child", { hasText: new RegExp(`^${code}$`) }) });
}
const inputOf = (page: Page, code: string) => rowOf(page, code).locator("input[type=text]").first();

async function openSheet(page: Page, username = "canbo.mau01"): Promise<void> {
  await signIn(page, username, SHEET);
  await expect(page.getByRole("heading", { level: 1, name: "Nhập liệu" })).toBeVisible();
}

/** Waits until the worker has kept the page that is open. */
async function waitUntilKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const pages = await caches.open("ntm-entry-pages");
          const files = await caches.open("ntm-entry-files");
          return (await pages.match(location.pathname)) !== undefined && (await files.keys()).length > 3;
        }),
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function show(page: Page, code: string): Promise<void> {
  // On a phone one criterion shows at a time. An address changed before the page has woken up goes unheard.
  await expect(async () => {
    await page.evaluate(
      (anchor) => {
        location.hash = "";
        location.hash = anchor;
      },
      `tc-${code.split(".")[0]}`,
    );
    await expect(rowOf(page, code)).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test("opens without a line, takes figures, and sends them when the line is back", async ({
  page,
  context,
}, info) => {
  await openSheet(page);
  await waitUntilKept(page);
  await show(page, "17.4");
  await inputOf(page, "17.4").fill("91,5");
  await inputOf(page, "17.4").press("Enter");
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible();

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Nhập liệu" })).toBeVisible();
  // Saved after the page was kept: the machine knows it all the same.
  await show(page, "17.4");
  await expect(inputOf(page, "17.4")).toHaveValue("91,5");
  const entered = Number.parseInt((await page.getByTestId("entered").textContent()) ?? "", 10);
  await inputOf(page, "17.5").fill("62,4");
  await inputOf(page, "17.5").press("Enter");
  await expect(rowOf(page, "17.5")).toContainText("Chờ mạng, đã giữ trên máy");
  await expect(
    page.getByText(/Đang mất mạng\..*1 ô đã giữ trên máy này và sẽ tự gửi khi có mạng/),
  ).toBeVisible();
  await expect(page.getByTestId("entered")).toContainText(String(entered + 1));
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await keepScreenshot(page, info, "entry-offline");

  // The tab is closed and opened again, still without a line.
  await page.close();
  const again = await context.newPage();
  await again.goto(SHEET);
  await show(again, "17.5");
  await expect(inputOf(again, "17.5")).toHaveValue("62,4");
  await context.setOffline(false);
  await expect(again.getByText(/Đã có mạng\. 1 ô vừa gửi xong lúc \d\d:\d\d/)).toBeVisible({
    timeout: 30_000,
  });
  await keepScreenshot(again, info, "entry-online-again");
  await again.reload();
  await show(again, "17.5");
  await expect(inputOf(again, "17.5")).toHaveValue("62,4");
});

test("a crash in the middle of a number loses nothing", async ({ page, context }) => {
  await openSheet(page);
  await show(page, "17.8");
  await inputOf(page, "17.8").pressSequentially("77,3");
  await page.waitForTimeout(300);
  // No handler of the page runs any more: to it this is the moment its process is gone. (A real crash of the tab
  // takes the worker of the headless browser along and leaves it hanging.)
  const tools = await context.newCDPSession(page);
  await tools.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.close();
  const again = await context.newPage();
  await again.goto(SHEET);
  await show(again, "17.8");
  await expect(inputOf(again, "17.8")).toHaveValue("77,3");
  await expect(again.getByText("Đã lấy lại 1 ô gõ lần trước trên máy này.")).toBeVisible();
  await inputOf(again, "17.8").press("Enter");
  await expect(again.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible();
});

test("what waits on the machine is asked about when somebody else has written the cell", async ({
  page,
  context,
  browser,
}) => {
  await openSheet(page);
  await waitUntilKept(page);
  await show(page, "17.2");
  await context.setOffline(true);
  await inputOf(page, "17.2").fill("80");
  await inputOf(page, "17.2").press("Enter");
  await expect(rowOf(page, "17.2")).toContainText("đã giữ trên máy");
  await page.close();

  const other = await browser.newContext();
  const second = await other.newPage();
  await openSheet(second, "lanhdao.mau01");
  await show(second, "17.2");
  await inputOf(second, "17.2").fill("71");
  await inputOf(second, "17.2").press("Enter");
  await expect(second.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible();
  await other.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(SHEET);
  await show(again, "17.2");
  await expect(rowOf(again, "17.2")).toContainText(/Xung đột: .+ vừa ghi 71,0/);
  await rowOf(again, "17.2")
    .getByRole("button", { name: /^Lấy 71/ })
    .click();
  await expect(inputOf(again, "17.2")).toHaveValue("71");
});

test("signing out asks about cells that were never sent, and clears the machine", async ({
  page,
  context,
}) => {
  await openSheet(page);
  await waitUntilKept(page);
  await show(page, "17.3");
  await inputOf(page, "17.3").fill("140");
  await inputOf(page, "17.3").blur();
  await expect(rowOf(page, "17.3")).toContainText("Tỷ lệ phải từ 0 đến 100");
  await page.locator("button:visible", { hasText: "Đăng xuất" }).click();
  await expect(
    page.getByText("Còn 1 ô chỉ có trên máy này, chưa gửi.").locator("visible=true"),
  ).toBeVisible();
  await page.locator("button:visible", { hasText: "Xóa và đăng xuất" }).click();
  await expect(page).toHaveURL(/\/login/);
  // Scripts and fonts may stay, they are nobody's.
  expect(await page.evaluate(() => caches.has("ntm-entry-pages"))).toBe(false);
  await context.setOffline(true);
  await page.goto(SHEET).catch(() => undefined);
  await expect(page.locator("[data-sheet]")).toHaveCount(0);
  await context.setOffline(false);
  await openSheet(page);
  await show(page, "17.3");
  await expect(inputOf(page, "17.3")).toHaveValue("");
});

test("keeps entry sheets only", async ({ page }) => {
  await openSheet(page);
  await waitUntilKept(page);
  await page.goto("/gaps");
  await page.goto(`${SHEET}/check`);
  const kept = await page.evaluate(async () => {
    const names: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) names.push(new URL(request.url).pathname);
    }
    return names;
  });
  expect(kept.filter((path) => !path.startsWith("/_next/static/"))).toEqual(expect.arrayContaining([SHEET]));
  expect(
    kept.filter(
      (path) => !/^\/_next\/static\/|^\/entry\/[^/]+\/[^/]+\/[^/]+$|^\/entry\/kept-for$/.test(path),
    ),
  ).toEqual([]);
});
