/** A whole quarter out of Excel: upload, check, preview page; then the commit. */
import ExcelJS from "exceljs";
import pg from "pg";
import type { Bench } from "@/tests/support/bench";
import { findActionId, quantile, WebClient } from "@/tests/support/web-client";

const SET = "NTMNC_XA_2021_2025";
/** A quarter that no commune of the demonstration has begun. */
const PERIOD = "2021-Q3";
const ROUNDS = 7;

/** Fills every open cell of a template with something its own rule takes. */
async function fillAll(bytes: Uint8Array): Promise<{ file: Uint8Array; cells: number }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  let cells = 0;
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      const cell = row.getCell("F");
      if (cell.protection?.locked !== false) return;
      const { type, formulae = [] } = cell.dataValidation ?? {};
      const most = Number(formulae[1] ?? 5);
      cell.value =
        type === "list" ? (String(formulae[0]).replaceAll('"', "").split(",")[0] ?? null) : Math.min(5, most);
      cells += 1;
    });
  }
  return { file: new Uint8Array(await workbook.xlsx.writeBuffer()), cells };
}

const bench: Bench = async ({ baseUrl, databaseUrl }) => {
  const client = new WebClient(baseUrl);
  await client.signIn("canbo.mau01", "Demo-NTM-2026");
  const query = `unit=mau-01&set=${SET}&period=${PERIOD}`;
  const template = await client.readBytes(`/api/imports/template?${query}`);
  const { file, cells } = await fillAll(template);

  const previews: number[] = [];
  let id = "";
  let page = "";
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    id = await client.uploadFile(`/api/imports?${query}`, "phieu.xlsx", file);
    page = await client.readPage(`/import/${id}`);
    previews.push(performance.now() - start);
  }
  if (!page.includes(`Ghi ${cells} ô vào phiếu`))
    throw new Error(`the preview does not offer every cell: ${page.match(/Ô F[^<]{0,120}/)?.[0]}`);

  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const { rows } = await admin.query<{ id: number }>(
    `select i.id from "Indicator" i join "Criterion" k on k.id = i."criterionId" join "CriteriaSet" s on s.id = k."setId"
     where s.code = $1`,
    [SET],
  );
  await admin.end();
  const seen = { "mau-01": Object.fromEntries(rows.map((row) => [String(row.id), 0])) };
  const action = findActionId("lib/imports/actions.ts", "commitImport");
  const start = performance.now();
  const answer = await client.callAction(`/import/${id}`, action, { unit: "mau-01", id, seen });
  const committed = performance.now() - start;
  if (!answer.includes('"ok":true')) throw new Error(`commit refused: ${answer.slice(0, 400)}`);

  // The floor: only reading the same file with the same library, nothing checked.
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    await new ExcelJS.Workbook().xlsx.load(new Uint8Array(file).buffer);
    floors.push(performance.now() - before);
  }
  const floor = quantile(floors, 0.5);
  return [
    {
      name: `import of ${cells} figures, upload to preview, p50`,
      value: quantile(previews, 0.5),
      unit: "ms",
      goal: 2000,
      floor,
      note: `worst of ${ROUNDS}: ${quantile(previews, 1).toFixed(0)} ms; floor: the library reading the same file alone.`,
    },
    { name: `import of ${cells} figures, commit`, value: committed, unit: "ms", goal: 1000, floor },
  ];
};

export default bench;
