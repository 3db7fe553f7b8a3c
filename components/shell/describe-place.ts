/** "Công chức · Xã Dương Đức", without saying the unit twice. */
export function describePlace(position: string, unitLabel: string): string {
  return position.toLowerCase().includes(unitLabel.toLowerCase()) ? position : `${position} · ${unitLabel}`;
}
