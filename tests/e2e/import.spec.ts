import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import type ExcelJS from "exceljs";
import { fillWorkbook, findRow, makeWorkbook } from "../support/workbooks";
import { expectNoViolations } from "./support/axe";
import { expectNoSidewaysScroll } from "./support/layout";
import { keepScreenshot } from "./support/screenshot";
import { signIn, waitUntilReady } from "./support/sign-in";

// One after the other: the last test writes what the first ones find empty.
test.describe.configure({ mode: "serial" });

const SET = "NTMNC_XA_2021_2025";
// Before the demonstration's first quarter: empty, and no other test enters it.
const PERIOD = "2021-Q1";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function downloadTemplate(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Tải mẫu quý/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Phiếu số liệu .+\.xlsx$/);
  return readFileSync(await download.path());
}

function fill(bytes: Buffer, cells: Record<string, ExcelJS.CellValue>): Promise<Buffer> {
  return fillWorkbook(bytes, (workbook) => {
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
    for (const [place, value] of Object.entries(cells)) {
      const [code = "", column = "F"] = place.split(" ");
      sheet.getCell(`${column}${findRow(sheet, code)}`).value = value;
    }
  });
}

async function choose(page: Page, buffer: Buffer, name = "phieu.xlsx"): Promise<void> {
  await page.getByLabel("Tệp Excel (.xlsx)").setInputFiles({ name, mimeType: XLSX, buffer });
  await page.getByRole("button", { name: "Xem trước" }).click();
}

async function openImport(page: Page): Promise<void> {
  await signIn(page, "canbo.mau01", `/entry/mau-01/${SET}/${PERIOD}`);
  await page.getByRole("link", { name: "Excel", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nhập từ Excel" })).toBeVisible();
  await waitUntilReady(page);
}

test("takes a template from download to the sheet: refused, asked, previewed, written", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  await openImport(page);
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, info, "import-start", true);
  const template = await downloadTemplate(page);

  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByText("Chưa chọn tệp. Chọn tệp Excel đã điền rồi bấm Xem trước.")).toBeVisible();
  await choose(page, Buffer.from("ma;so"), "phieu.xlsx");
  await expect(page.getByText(/^Tệp này không phải là tệp Excel \.xlsx\./)).toBeVisible();
  await expectNoViolations(page);

  await choose(
    page,
    await fill(template, { "1.1": "Đạt", "9": 140, "10": "1.200", "2.1": { formula: "1+1", result: 2 } }),
  );
  await expect(page.getByRole("heading", { level: 1, name: "Xem trước tệp Excel" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^2 ô không nhận/ })).toBeVisible();
  await expect(
    page.getByRole("link", { name: /^Ô F\d+: Tỷ lệ phải từ 0 đến 100\. Anh\/chị ghi 140\.$/ }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^Ô F\d+ là công thức; dán giá trị/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ghi / })).toBeDisabled();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, info, "import-errors", true);

  await choose(
    page,
    await fill(template, {
      "1.1": "Đạt",
      "9": 98.4,
      "10": "1.200",
      "2.1 G": 95,
      "2.1 H": 100,
      "9 I": "=theo Phòng Xây dựng",
    }),
  );
  await expect(page.getByText("Nút mở khi đã chọn cách hiểu cho 1 ô.")).toBeVisible();
  await page.getByRole("radio", { name: "1,2", exact: true }).check();
  await page.getByRole("button", { name: "Dùng các số đã chọn" }).click();
  const write = page.getByRole("button", { name: "Ghi 4 ô vào phiếu" });
  await expect(write).toBeEnabled();
  await expectNoViolations(page);
  await keepScreenshot(page, info, "import-preview", true);
  await write.dblclick();
  await expect(page.getByText(/^Đã ghi 4 ô từ tệp phieu\.xlsx/)).toBeVisible();
  await expectNoViolations(page);
  await keepScreenshot(page, info, "import-done", true);

  await page.getByRole("link", { name: "Xã Mẫu 01" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Nhập liệu" })).toBeVisible();
  await expect(page.getByTestId("entered")).toHaveText(/^4\/\d+ chỉ tiêu$/);
});

test("asks once which column is the figure, and remembers it", async ({ page }, info) => {
  const own = (value: number) =>
    makeWorkbook({
      "Bảng của xã": [
        ["STT", "Chỉ tiêu", "Kết quả"],
        ["17.3", "Chất thải rắn", value],
        ["17.7", "Phụ phẩm", "71,5 %"],
      ],
    });
  await openImport(page);
  await choose(page, await own(66), "bang-rieng.xlsx");
  await expect(page.getByRole("heading", { name: "Cột nào là số liệu?" })).toBeVisible();
  await expect(page.getByLabel("Số liệu kỳ này")).toHaveValue("C");
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, info, "import-mapping", true);
  await page.getByRole("button", { name: "Đọc theo các cột này" }).click();
  await expect(page.getByRole("button", { name: "Ghi 2 ô vào phiếu" })).toBeEnabled();
  await page.getByRole("link", { name: "Chọn tệp khác" }).click();
  await choose(page, await own(67), "bang-rieng.xlsx");
  await expect(page.getByRole("button", { name: "Ghi 2 ô vào phiếu" })).toBeEnabled();
});

test("lets the committee take one file for the whole district", async ({ page }, info) => {
  test.skip(info.project.name === "phone", "a district's workbook is office work");
  test.setTimeout(120_000);
  await signIn(page, "btv.mau", `/overview?unit=huyen-mau&set=${SET}&period=${PERIOD}`);
  await page.getByRole("link", { name: "Nhập từ Excel" }).click();
  const template = await downloadTemplate(page);
  const filled = await fillWorkbook(template, (workbook) => {
    for (const name of ["Xã Mẫu 02", "Xã Mẫu 03"]) {
      const sheet = workbook.getWorksheet(name) as ExcelJS.Worksheet;
      sheet.getCell(`F${findRow(sheet, "9")}`).value = 97.5;
    }
  });
  await choose(page, filled, "huyen.xlsx");
  await expect(page.getByRole("button", { name: /^Ghi 2 ô vào phiếu của 2 đơn vị$/ })).toBeEnabled({
    timeout: 20_000,
  });
  await expectNoViolations(page);
  await keepScreenshot(page, info, "import-many", true);
});
