/** "Xã" + "Bản Bo" → "Xã Bản Bo": how a unit is called everywhere. lib/auth builds the same in SQL. */
export function formatUnitLabel(unit: { kind: string; name: string }): string {
  return `${unit.kind} ${unit.name}`.trim();
}

/** Inside a sentence the word before the name is small: "của xã Bản Bo". */
export function formatUnitInSentence(unit: { kind: string; name: string }): string {
  return formatUnitLabel({ kind: unit.kind.toLocaleLowerCase("vi"), name: unit.name });
}
