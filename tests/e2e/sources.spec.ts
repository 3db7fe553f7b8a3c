import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

/** The figures of the five source documents, on their pages, exactly as the documents give them. */

const ADVANCED = "set=NTMNC_XA_2021_2025";

const UNMET_OF_BAN_BO = [
  "1 Quy hoạch",
  "2 Giao thông",
  "5 Giáo dục",
  "6 Văn hóa",
  "10 Thu nhập",
  "11 Nghèo đa chiều",
  "14 Y tế",
  "17 Môi trường",
  "18 Chất lượng môi trường sống",
  "19 Quốc phòng và An ninh",
];

test.describe("Bản Bo, thông báo kết luận 2023", () => {
  test("shows 9/19 with the ten unmet criteria by number and name", async ({ page }) => {
    await signIn(page, "btv.tamduong");
    await page.goto(`/communes/ban-bo?unit=ban-bo&${ADVANCED}&period=2023-Q1`);
    const main = page.locator("main");
    await expect(main.getByText(/9\s*\/\s*19/).first()).toBeVisible();
    await expect(main.getByText("cơ bản đạt").first()).toBeVisible();
    for (const name of UNMET_OF_BAN_BO) {
      await expect(main.getByText(name.replace(/^\d+ /, ""), { exact: true }).first()).toBeVisible();
    }
    await expect(main.getByText(/tháng 5\/2023/).first()).toBeVisible();
  });

  test("lists the ten criteria in the gap list with bodies and deadlines", async ({ page }) => {
    await signIn(page, "btv.tamduong");
    await page.goto(`/gaps?unit=ban-bo&${ADVANCED}&period=2023-Q1`);
    const main = page.locator("main");
    for (const name of UNMET_OF_BAN_BO) {
      const row = main.locator("tr", { hasText: name });
      await expect(row.first()).toBeVisible();
      await expect(row.first()).toContainText("chưa đạt");
    }
    await expect(main.locator("tr", { hasText: "ghi từ văn bản" })).toHaveCount(UNMET_OF_BAN_BO.length);
    await expect(main.locator("tr", { hasText: "10 Thu nhập" })).toContainText("trong tháng 5/2023");
    await expect(main.locator("tr", { hasText: "10 Thu nhập" })).toContainText("Ban Chỉ đạo xã");
  });
});

test.describe("Dương Đức, kế hoạch 2024", () => {
  test("shows 12/19, criterion 8 due in quarter IV and 13/19 after it", async ({ page }) => {
    await signIn(page, "canbo.duongduc");
    await page.goto(`/communes/duong-duc?unit=duong-duc&${ADVANCED}&period=2024-Q1`);
    const main = page.locator("main");
    await expect(main.getByText(/12\s*\/\s*19/).first()).toBeVisible();
    await expect(main.getByText(/13\s*\/\s*19/).first()).toBeVisible();
    await expect(main.getByText(/quý IV\/2024/i).first()).toBeVisible();
    for (const figure of ["2,21", "76", "96", "80", "99,7"]) {
      await expect(main.getByText(new RegExp(`(^|[^\\d,])${figure}(?![\\d])`)).first()).toBeAttached();
    }
    for (const village of ["Thượng", "Cầu Đàm", "Cầu Ván", "Đồng Than", "Cống Phên"]) {
      await expect(main.getByText(new RegExp(village)).first()).toBeAttached();
    }
  });
});

test.describe("the other documents", () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, "quantri");
  });

  test("Xuân Giang: 5/7 villages, 1,65 %, 50,6 and 56,1, Hồng Khánh", async ({ page }) => {
    await page.goto("/communes/xuan-giang?unit=xuan-giang");
    const main = page.locator("main");
    await expect(main.getByText(/5\s*\/\s*7/).first()).toBeVisible();
    await expect(main.getByText(/Hồng Khánh/).first()).toBeVisible();
    await page.goto("/documents/xuan-giang-nghi-quyet-37");
    for (const figure of ["1,65", "50,6", "56,1", "95"]) {
      await expect(main.getByText(new RegExp(figure)).filter({ visible: true }).first()).toBeVisible();
    }
  });

  test("xa-001: 21 targets, 2 missed in 2023, 211,8 kept and 198,9 beside it", async ({ page }) => {
    await page.goto("/communes/xa-001?unit=xa-001");
    const main = page.locator("main");
    await expect(main.getByText(/văn bản không nêu tên/).first()).toBeVisible();
    await expect(main.getByText(/2\s*\/\s*21/).first()).toBeVisible();
    await page.goto("/documents/xa-001-nghi-quyet-2024");
    await expect(main.getByText(/211,8/).first()).toBeVisible();
    await expect(main.getByText(/198,9/).first()).toBeVisible();
  });

  test("Xuân Trường: the directive, its September 2017 deadline and the three communes", async ({ page }) => {
    await page.goto("/documents/xuan-truong-chi-thi-2017");
    const main = page.locator("main");
    await expect(main.getByText(/tháng 9\/2017/).first()).toBeVisible();
    for (const name of ["Xuân Tân", "Xuân Châu", "Xuân Thủy"]) {
      await expect(main.getByText(new RegExp(name)).first()).toBeVisible();
    }
  });
});
