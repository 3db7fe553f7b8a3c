import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe";
import { signIn } from "./support/sign-in";

/** Every screen: opens, has one heading, no sideways scroll, no accessibility violation, no English left over. */

const ADVANCED = "set=NTMNC_XA_2021_2025";

const SCREENS: { user: string; addresses: string[] }[] = [
  {
    user: "btv.mau",
    addresses: [
      "/",
      `/overview?unit=huyen-mau&${ADVANCED}&period=2024-Q4`,
      `/overview?unit=huyen-mau&${ADVANCED}&period=2022-Q1`,
      `/communes/mau-12?unit=mau-12&${ADVANCED}&period=2024-Q4`,
      `/gaps?unit=huyen-mau&${ADVANCED}&period=2024-Q4`,
      "/documents",
      `/documents/new/conclusion-notice?unit=mau-12&${ADVANCED}&period=2024-Q4`,
    ],
  },
  {
    user: "quantri",
    addresses: [
      "/",
      "/communes/xuan-giang",
      "/communes/xa-001",
      "/documents/xa-001-nghi-quyet-2024",
      "/documents/ban-bo-thong-bao-ket-luan-2023",
      "/documents/duong-duc-ke-hoach-2024",
      "/overview?unit=xuan-truong",
    ],
  },
  {
    user: "btv.tamduong",
    addresses: [
      `/overview?unit=tam-duong&${ADVANCED}&period=2023-Q1`,
      `/communes/ban-bo?unit=ban-bo&${ADVANCED}&period=2023-Q1`,
      `/gaps?unit=tam-duong&${ADVANCED}&period=2023-Q1`,
    ],
  },
  {
    user: "canbo.duongduc",
    addresses: ["/", `/communes/duong-duc?unit=duong-duc&${ADVANCED}&period=2024-Q1`, "/documents"],
  },
];

const ENGLISH = /\b(Loading|Submit|Cancel|Error|undefined|null|NaN|Sign in|Search|Next|Previous|Save)\b/;

async function checkScreen(page: Page, address: string): Promise<void> {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await expect(page.locator("main").first()).toBeVisible();
  await expect(page.locator("h1")).toHaveCount(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await page.locator("main").first().innerText(), address).not.toMatch(ENGLISH);
  await expectNoViolations(page);
  expect(problems, address).toEqual([]);
}

test("the sign-in page", async ({ page }) => {
  await checkScreen(page, "/login");
});

for (const { user, addresses } of SCREENS) {
  test.describe(`as ${user}`, () => {
    for (const address of addresses) {
      test(address, async ({ page }) => {
        await signIn(page, user);
        await checkScreen(page, address);
      });
    }
  });
}

test("health answers without a session and tells no secret", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.text()).not.toMatch(/postgres(ql)?:\/\/|password/i);
});
