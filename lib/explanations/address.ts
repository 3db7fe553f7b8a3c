/** Codes that name one sheet in an address. */
export interface SheetAddress {
  unit: string;
  set: string;
  period: string;
}

/** Where a figure explains itself: "/figures/mau-04/…/2024-Q4/14.1". */
export function nameFigurePath(figure: SheetAddress & { code: string }): string {
  const { unit, set, period, code } = figure;
  return `/figures/${[unit, set, period, code].map(encodeURIComponent).join("/")}`;
}
