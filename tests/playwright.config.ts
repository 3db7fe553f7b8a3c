import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./support/chromium";

// Each width has its own server and database (started by tests/run.ts), so that both can enter the same quarter.
const desktopUrl = process.env.NTM_E2E_DESKTOP_URL;
const phoneUrl = process.env.NTM_E2E_PHONE_URL;
if (!desktopUrl || !phoneUrl) {
  throw new Error('Browser tests need their servers: run "npm test -- --only e2e" (a file name may follow).');
}

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A build machine shares its cores; a journey that hangs is still found.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: "desktop", use: { baseURL: desktopUrl, viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      use: { baseURL: phoneUrl, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
