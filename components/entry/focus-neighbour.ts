/** Moves the focus to the control of the next (or previous) visible field of the sheet. */
export function focusNeighbour(from: Element, step: 1 | -1): void {
  const sheet = from.closest("[data-sheet]");
  const own = from.closest("[data-field]");
  if (!sheet || !own) return;
  const fields = Array.from(sheet.querySelectorAll<HTMLElement>("[data-field]")).filter(
    (field) => field.offsetParent !== null,
  );
  const next = fields[fields.indexOf(own as HTMLElement) + step];
  const control =
    next?.querySelector<HTMLElement>("input:checked") ??
    next?.querySelector<HTMLElement>("input:not([type=hidden]), select");
  control?.focus();
  if (control instanceof HTMLInputElement && control.type === "text") control.select();
}
