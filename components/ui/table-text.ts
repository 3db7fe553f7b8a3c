/**
 * A table as tab-separated text for a spreadsheet. Cells marked data-copy="…" give that text instead of
 * what is seen; rows and cells marked data-copy-skip are left out. Text that a spreadsheet would take for
 * a formula gets a leading apostrophe.
 */
export function tableToText(table: HTMLTableElement): string {
  const lines: string[] = [];
  for (const row of Array.from(table.rows)) {
    if (row.hasAttribute("data-copy-skip")) continue;
    const cells: string[] = [];
    for (const cell of Array.from(row.cells)) {
      if (cell.hasAttribute("data-copy-skip")) continue;
      cells.push(guardFormula(flattenText(cell.getAttribute("data-copy") ?? cell.innerText)));
      for (let extra = 1; extra < cell.colSpan; extra += 1) cells.push("");
    }
    lines.push(cells.join("\t"));
  }
  return lines.join("\n");
}

function flattenText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function guardFormula(text: string): string {
  const isSignedNumber = /^[+-][\d.,]+( ?%)?$/.test(text);
  return /^[=+\-@]/.test(text) && text.length > 1 && !isSignedNumber ? `'${text}` : text;
}
